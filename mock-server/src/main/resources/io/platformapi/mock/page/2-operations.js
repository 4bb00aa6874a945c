const OPERATIONS_AT_A_TIME = 60;

let operations = [];
let remembers = false;
let standing = {};
let operationsShown = OPERATIONS_AT_A_TIME;
const operationRows = new Map();

let toldOperations = "";

/** Reads what the document says, and draws it if it is another than before. */
async function readOperations() {
  const text = await call("GET", "/operations");
  if (text === toldOperations) {
    return;
  }
  toldOperations = text;
  const told = JSON.parse(text);
  operationRows.clear();
  operations = told.operations;
  remembers = told.remembers;
  document.title = "Mock of " + told.title;
  byId("title").textContent = "Mock of " + told.title;
  byId("version").textContent = "version " + told.version;
  byId("ids").replaceChildren(...operations.map(each => element("option", {value: each.operationId})));
  drawOperations();
  await readCalls();
}

/** Reads what this session answers otherwise than usual. */
async function readAnswers() {
  const told = await read("/answers");
  if (JSON.stringify(told) !== JSON.stringify(standing)) {
    standing = told;
    operationRows.forEach(row => row.show());
    drawOperations();
  }
}

const standingOf = operation => operation.ids.map(id => standing[id]).find(Boolean);

/** Which operations are to be seen, by what the filters say now. */
function filterOfOperations() {
  const words = byId("wanted").value.toLowerCase();
  const changed = byId("changed").checked;
  return operation => (!changed || standingOf(operation))
    && [operation.method, operation.path, operation.operationId, operation.summary].join(" ").toLowerCase().includes(words);
}

const drawOperations = oncePerFrame(() => {
  const wanted = operations.filter(filterOfOperations());
  const rows = wanted.slice(0, operationsShown).map(operation => {
    if (!operationRows.has(operation)) {
      operationRows.set(operation, operationRow(operation));
    }
    return operationRows.get(operation).row;
  });
  const list = byId("operation-rows");
  if (rows.length !== list.children.length || rows.some((row, index) => row !== list.children[index])) {
    list.replaceChildren(...rows);
  }
  byId("operation-count").textContent = wanted.length === operations.length
    ? operations.length + (operations.length === 1 ? " operation" : " operations")
    : wanted.length + " of " + operations.length;
  byId("more-operations").hidden = wanted.length <= operationsShown;
  byId("more-operations").textContent = "Show more of " + wanted.length;
});

/** The wish as the administration takes it, always written alike. */
const wish = (code, example, dynamic) => JSON.stringify({...code && {code}, ...example && {example}, ...dynamic && {dynamic}});

function codeOf(status) {
  const range = /^([2-5])XX$/i.exec(status);
  return range ? range[1] * 100 : status === "default" ? 500 : Number(status);
}

function answerOptions(operation) {
  const groups = operation.responses.map(response => {
    const code = codeOf(response.status);
    const title = response.status === String(code) ? response.status : response.status + ", as " + code;
    return element("optgroup", {label: title + (response.description ? ": " + response.description.slice(0, 60) : "")},
      element("option", {value: wish(code)}, title),
      ...response.examples.map(example =>
        element("option", {value: wish(code, example.name)}, title + " " + example.name)));
  });
  return [
    element("option", {value: ""}, "as usual"),
    element("option", {value: wish(0, "", true)}, "with made-up values"),
    ...groups];
}

/** A row, and how to show in it what the session says. */
function operationRow(operation) {
  const name = operation.method + " " + operation.path;
  const choice = element("select", {"aria-label": "Answer " + name, onchange: () => attempt(tell)}, ...answerOptions(operation));
  const times = element("input", {type: "number", min: 1, max: 1000000, placeholder: "always", "aria-label": "So many times: " + name, onchange: () => attempt(tell)});
  const samples = element("details", {ontoggle: () => samples.open && attempt(() => fillSamples(operation, samples))},
    element("summary", {}, "Requests to send or copy", element("span", {class: "unseen"}, " of " + name)));
  const answers = element("details", {ontoggle: () => answers.open && drawAnswers()},
    element("summary", {}, "Answers and examples", element("span", {class: "unseen"}, " of " + name)));
  const row = element("li", {},
    element("div", {},
      element("span", {class: "method"}, operation.method), " ",
      element("code", {class: "path"}, operation.path), " ",
      element("span", {class: "soft"}, operation.operationId === name ? "" : operation.operationId), " ",
      ...operation.deprecated ? [element("span", {class: "tag"}, "deprecated")] : []),
    ...operation.summary ? [element("p", {class: "soft"}, operation.summary)] : [],
    element("div", {class: "choice"},
      element("label", {}, "Answer ", choice), element("label", {}, "times ", times)),
    answers,
    samples);

  function drawAnswers() {
    const focused = document.activeElement && document.activeElement.dataset.wish;
    const table = answersTable(operation, choice.value, wanted => {
      choice.value = choice.value === wanted ? "" : wanted;
      times.value = "";
      attempt(tell);
    });
    [...answers.children].slice(1).forEach(child => child.remove());
    answers.append(table);
    [...table.querySelectorAll("button")].filter(button => button.dataset.wish === focused).forEach(button => button.focus());
  }

  async function tell() {
    const wanted = choice.value && {...JSON.parse(choice.value), ...times.value && {times: Number(times.value)}};
    for (const id of operation.ids) {
      const path = "/answers/" + encodeURIComponent(id);
      await (wanted ? call("PUT", path, JSON.stringify(wanted)) : call("DELETE", path));
    }
    const often = !wanted || !wanted.times ? "" : wanted.times === 1 ? ", once" : ", " + wanted.times + " times";
    say(name + " is answered " + choice.selectedOptions[0].textContent + often + ".");
    await readAnswers();
  }

  function show() {
    const told = standingOf(operation);
    row.classList.toggle("told", Boolean(told));
    const value = told ? wish(told.code, told.example, told.dynamic) : "";
    if (![...choice.options].some(option => option.value === value)) {
      choice.append(element("option", {value}, [told.code, told.example].filter(Boolean).join(" ")));
    }
    choice.value = value;
    if (document.activeElement !== times) {
      times.value = told && told.times || "";
    }
    if (answers.open) {
      drawAnswers();
    }
  }
  show();
  return {row, show};
}

/** The answers of the document, each with a switch that gives it from now on. */
function answersTable(operation, current, choose) {
  const button = (wanted, text) => element("button", {type: "button", "aria-pressed": wanted === current, "data-wish": wanted,
    title: "Answer this from now on", onclick: () => choose(wanted)}, text);
  return element("table", {}, element("tbody", {}, ...operation.responses.map(response => {
    const code = codeOf(response.status);
    return element("tr", {},
      element("th", {scope: "row"}, button(wish(code), response.status)),
      element("td", {}, response.description, ...response.examples.map(example =>
        element("div", {}, button(wish(code, example.name), example.name), " ", example.summary))));
  })));
}

async function fillSamples(operation, place) {
  if (place.children.length > 1) {
    return;
  }
  const samples = await read("/operations/" + encodeURIComponent(operation.operationId) + "/samples");
  place.append(...samples.length
    ? samples.map(sampleCall)
    : [element("p", {class: "soft"}, "The document shows no whole request of this operation, and none can be made up.")]);
}

const quoted = text => "'" + text.replace(/'/g, "'\\''") + "'";

/** The header fields of a sample in the session that is looked at. */
const fieldsOf = sample => session ? [...sample.headers, {name: "X-Mock-Session", value: session}] : sample.headers;

function asCurl(sample) {
  const implied = sample.body === undefined ? "GET" : "POST";
  return ["curl",
    ...sample.method === implied ? [] : [sample.method === "HEAD" ? "-I" : "-X " + sample.method],
    quoted(location.origin + sample.target),
    ...fieldsOf(sample).map(field => "-H " + quoted(field.name + ": " + field.value)),
    ...sample.body === undefined ? [] : ["--data-binary " + quoted(sample.body)]].join(" ");
}

function asFetch(sample) {
  const options = {method: sample.method, headers: Object.fromEntries(fieldsOf(sample).map(field => [field.name, field.value]))};
  if (sample.body !== undefined) {
    options.body = sample.body;
  }
  const note = "Cookie" in options.headers ? "// browsers leave out Cookie: set document.cookie instead\n" : "";
  return note + "await fetch(" + JSON.stringify(location.origin + sample.target) + ", " + JSON.stringify(options, null, 2) + ");";
}

function sampleCall(sample) {
  const title = sample.example || (sample.madeUp ? "With made-up values" : "As documented");
  const answer = element("pre", {tabindex: 0, hidden: true, "aria-label": "The answer to " + title});
  const button = (text, what) => element("button", {type: "button", onclick: () => attempt(what)}, text);
  return element("div", {class: "sample", role: "group", "aria-label": title},
    element("strong", {}, title),
    element("pre", {tabindex: 0, "aria-label": "Command of " + title}, asCurl(sample)),
    element("div", {class: "bar"},
      button("Send", () => send(sample, answer)),
      button("Copy as curl", () => copy(asCurl(sample), "The command")),
      button("Copy as fetch", () => copy(asFetch(sample), "The call"))),
    answer);
}

async function send(sample, place) {
  const options = {method: sample.method, body: sample.body};
  const request = asking(options);
  sample.headers.forEach(field => { request.headers[field.name] = field.value; });
  const answer = await fetch(location.origin + sample.target, request);
  const text = await answer.text();
  place.textContent = answer.status + " " + answer.statusText + "\n" + pretty(text.slice(0, 20000));
  place.hidden = false;
  say(sample.method + " " + sample.target + " was answered " + answer.status + ".");
}

byId("wanted").addEventListener("input", () => {
  operationsShown = OPERATIONS_AT_A_TIME;
  drawOperations();
});
byId("changed").addEventListener("change", drawOperations);
byId("more-operations").addEventListener("click", () => {
  operationsShown += OPERATIONS_AT_A_TIME;
  drawOperations();
});
