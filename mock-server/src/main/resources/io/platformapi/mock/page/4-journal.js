const ENTRIES_AT_A_TIME = 100;
const MOST_ENTRIES = 10000;
const TIME = new Intl.DateTimeFormat("en-GB", {timeStyle: "medium"});

/** The oldest first, as they come. */
let entries = [];
let incoming = [];
let entriesShown = ENTRIES_AT_A_TIME;
let listening = new AbortController();

/** Which entries are to be seen, by what the filters say now. */
function filterOfEntries() {
  const words = byId("text").value.toLowerCase();
  const of = byId("of").value;
  const ids = of && new Set((operations.find(each => each.operationId === of) || {ids: [of]}).ids);
  const invalid = byId("invalid").checked;
  const sent = byId("sent").checked;
  return entry => (!sent || entry.direction === "sent")
    && (!invalid || entry.outcome === "invalid" || entry.violations.length > 0)
    && (!ids || ids.has(entry.operation))
    && (!words || textOf(entry).includes(words));
}

function textOf(entry) {
  entry.text = entry.text || [entry.method, entry.target, entry.status, entry.operation, entry.why,
    ...entry.violations.map(placeOf)].join(" ").toLowerCase();
  return entry.text;
}

function entryRow(entry) {
  const wrong = entry.violations.length;
  const first = wrong ? placeOf(entry.violations[0]) + ": expected " + entry.violations[0].expected : entry.why;
  const details = element("details", {class: "entry", ontoggle: () => details.open && attempt(() => open(entry, details))},
    element("summary", {},
      element("span", {class: "number"}, entry.number), " ",
      element("span", {class: "soft time"}, TIME.format(new Date(entry.at))), " ",
      ...entry.direction === "sent" ? [element("span", {class: "tag"}, "sent"), " "] : [],
      element("span", {class: "method"}, entry.method), " ",
      element("code", {class: "path"}, entry.target), " ",
      element("span", {class: "status " + (entry.status && entry.status < 400 ? "good" : "bad")}, entry.status || "no answer"), " ",
      element("span", {class: "took"}, entry.milliseconds.toFixed(1) + " ms"), " ",
      ...entry.outcome === "invalid" || wrong
        ? [element("span", {class: "wide bad"}, "Invalid: " + first + (wrong > 1 ? " (and " + (wrong - 1) + " more)" : ""))]
        : entry.outcome === "undecided" ? [element("span", {class: "wide soft"}, "Undecided: " + entry.why)] : []));
  const row = element("li", {}, details);
  return row;
}

/** Fetches the messages when somebody wants to see them. */
async function open(entry, details) {
  if (details.children.length > 1) {
    return;
  }
  try {
    details.append(messages(await read("/journal/" + entry.number)));
  } catch (failure) {
    details.append(element("div", {class: "message soft"}, failure.message));
  }
}

function countEntries(meant) {
  const gone = entries.length ? entries[entries.length - 1].number - entries.length : 0;
  const filtered = meant === entries.length ? "" : meant + " of ";
  byId("journal-count").textContent = filtered + entries.length + (entries.length === 1 ? " request" : " requests")
    + (gone > 0 ? "; " + gone + (gone === 1 ? " other is" : " others are") + " kept no longer" : "");
  byId("more-entries").hidden = meant <= entriesShown;
  byId("more-entries").textContent = "Show more of " + meant;
}

/** Draws all that is to be seen anew. */
const drawJournal = oncePerFrame(() => {
  const meant = entries.filter(filterOfEntries());
  byId("journal-rows").replaceChildren(...meant.slice(-entriesShown).reverse().map(entryRow));
  countEntries(meant.length);
});

/** Adds what has come, and lets go of rows that are no more to be seen. */
const drawIncoming = oncePerFrame(() => {
  if (byId("pause").getAttribute("aria-pressed") === "true") {
    byId("pause").textContent = "Go on (" + incoming.length + " new)";
    return;
  }
  const come = incoming;
  incoming = [];
  entries.push(...come);
  entries.splice(0, Math.max(0, entries.length - MOST_ENTRIES));
  const isMeant = filterOfEntries();
  const list = byId("journal-rows");
  list.prepend(...come.filter(isMeant).slice(-entriesShown).reverse().map(entryRow));
  while (list.children.length > entriesShown) {
    list.lastElementChild.remove();
  }
  countEntries(entries.filter(isMeant).length);
  announce(come.length);
});

let unannounced = 0;

/** Tells screen readers how many have come, not more often than they can bear. */
function announce(count) {
  if (unannounced === 0 && count > 0) {
    setTimeout(() => {
      byId("heard").textContent = unannounced + (unannounced === 1 ? " new request" : " new requests");
      unannounced = 0;
    }, 3000);
  }
  unannounced += count;
}

function forgetEntries() {
  entries = [];
  incoming = [];
  entriesShown = ENTRIES_AT_A_TIME;
  drawJournal();
}

function take(event) {
  const fields = Object.fromEntries(event.split("\n").map(line => line.split(/: ?(.*)/s)));
  if (fields.event === "cleared") {
    forgetEntries();
  } else if (fields.data) {
    incoming.push(JSON.parse(fields.data));
    incoming.splice(0, Math.max(0, incoming.length - MOST_ENTRIES));
    drawIncoming();
  }
}

/** Hears the journal of the session until another is looked at; comes again where the mock has gone. */
async function listen() {
  listening.abort();
  const mine = listening = new AbortController();
  while (!mine.signal.aborted) {
    try {
      await hear(mine.signal);
    } catch (e) {
      if (mine.signal.aborted) {
        return;
      }
    }
    byId("live").textContent = "not connected; trying again";
    await new Promise(later => setTimeout(later, 1000));
  }
}

async function hear(signal) {
  const answer = await fetch("/__mock/journal/stream", asking({signal}));
  if (!answer.ok) {
    throw new Error(reason(await answer.text()));
  }
  forgetEntries();
  await readOperations();
  byId("live").textContent = "live";
  const reader = answer.body.pipeThrough(new TextDecoderStream()).getReader();
  let text = "";
  for (let piece = await reader.read(); !piece.done; piece = await reader.read()) {
    const events = (text + piece.value).split("\n\n");
    text = events.pop();
    events.forEach(take);
  }
}

byId("text").addEventListener("input", drawJournal);
byId("of").addEventListener("input", drawJournal);
byId("invalid").addEventListener("change", drawJournal);
byId("sent").addEventListener("change", drawJournal);
byId("more-entries").addEventListener("click", () => {
  entriesShown += ENTRIES_AT_A_TIME;
  drawJournal();
});
byId("pause").addEventListener("click", () => {
  const paused = byId("pause").getAttribute("aria-pressed") !== "true";
  byId("pause").setAttribute("aria-pressed", paused);
  byId("pause").textContent = paused ? "Go on" : "Pause";
  drawIncoming();
});
byId("clear").addEventListener("click", () => attempt(async () => {
  await call("DELETE", "/journal");
  say("The journal is empty.");
}));
