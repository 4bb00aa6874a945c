const USUAL_FAULTS = [
  ["Late: 100 to 800 ms", {delay: "100-800"}],
  ["One in ten fails with 503", {status: 503, percent: 10}],
  ["All fail with 500", {status: 500}],
  ["Half of the body, then the end", {answer: "half"}],
  ["No answer at all", {answer: "nothing"}],
  ["The connection is reset", {answer: "reset"}],
  ["Drop by drop, over two seconds", {answer: "drip"}],
  ["Another type: text/html", {type: "text/html"}],
];

let faults = [];

const sorted = fault => JSON.stringify(Object.entries(fault).sort());
const scoped = fault => byId("scope").value ? {operation: byId("scope").value, ...fault} : fault;

async function readFaults() {
  const told = await read("/faults");
  if (JSON.stringify(told) !== JSON.stringify(faults)) {
    faults = told;
    drawFaults();
  }
}

async function tellFaults(wanted) {
  await call("PUT", "/faults", JSON.stringify(wanted));
  await readFaults();
  say(faults.length ? faults.length + (faults.length === 1 ? " fault." : " faults.") : "Nothing is spoilt any more.");
}

function words(fault) {
  const piece = (value, text) => value === undefined ? [] : [text];
  return [
    ...piece(fault.status, "status " + fault.status),
    ...piece(fault.delay, fault.delay + " ms late"),
    ...piece(fault.answer, {half: "half of the body", nothing: "no answer", reset: "a reset", drip: "drop by drop"}[fault.answer]),
    ...piece(fault.type, "claimed to be " + fault.type),
    ...piece(fault.percent, fault.percent + " %"),
    ...piece(fault.every, "one of " + fault.every),
    ...piece(fault.times, fault.times + " times"),
    fault.operation ? "of " + fault.operation : "of all operations"].join(", ");
}

function drawFaults() {
  const present = new Set(faults.map(sorted));
  byId("fault-count").textContent = faults.length || "none";
  [...byId("switches").querySelectorAll("input")].forEach((input, index) => {
    input.checked = present.has(sorted(scoped(USUAL_FAULTS[index][1])));
  });
  byId("fault-list").replaceChildren(...faults.map((fault, index) => element("li", {},
    element("span", {}, words(fault)),
    element("button", {type: "button", "aria-label": "Remove: " + words(fault),
      onclick: () => attempt(async () => {
        await tellFaults(faults.filter((any, other) => other !== index));
        byId("scope").focus();
      })}, "Remove"))));
}

function turn(fault, on) {
  const meant = scoped(fault);
  const others = faults.filter(each => sorted(each) !== sorted(meant));
  return tellFaults(on ? [...others, meant] : others);
}

byId("switches").append(...USUAL_FAULTS.map(([text, fault]) => {
  const input = element("input", {type: "checkbox", role: "switch",
    onchange: () => attempt(() => turn(fault, input.checked)).then(drawFaults)});
  return element("label", {}, input, text);
}));
byId("scope").addEventListener("input", drawFaults);
byId("fault").addEventListener("submit", event => {
  event.preventDefault();
  const given = [...new FormData(byId("fault"))].filter(([, value]) => value);
  const fault = Object.fromEntries(given.map(([name, value]) =>
    [name, ["status", "percent", "every", "times"].includes(name) ? Number(value) : value]));
  attempt(async () => {
    await tellFaults([...faults, scoped(fault)]);
    byId("fault").reset();
  });
});

/** Reads what the session remembers, where the mock remembers. */
async function readState() {
  byId("nothing").hidden = remembers;
  byId("remembered").hidden = !remembers;
  byId("memory").textContent = remembers ? "remembered" : "not remembered";
  if (remembers) {
    byId("things").value = pretty(await call("GET", "/state"));
  }
}

byId("read").addEventListener("click", () => attempt(async () => {
  await readState();
  say("The state is read.");
}));
byId("write").addEventListener("click", () => attempt(async () => {
  await call("PUT", "/state", byId("things").value);
  await readState();
  say("The session remembers this.");
}));
