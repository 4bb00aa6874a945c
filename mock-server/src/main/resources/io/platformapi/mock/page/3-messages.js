/** What is wrong, as a line below what it is wrong with. */
function violationLine(violation, place) {
  return element("div", {class: "violation"},
    (place ? place + ": " : "") + "expected " + violation.expected + ", received " + violation.received);
}

const placeOf = violation => [violation.in, violation.name, violation.pointer].filter(Boolean).join(" ");

/** Where in a body a violation may be: its own pointer, or that of the member that it names; else what is around it. */
function pointersOf(violation) {
  const named = violation.name ? "/" + violation.name.replace(/~/g, "~0").replace(/\//g, "~1") : "";
  const pointers = [named + violation.pointer, violation.pointer];
  for (let around = pointers[0]; around.includes("/"); ) {
    around = around.slice(0, around.lastIndexOf("/"));
    pointers.push(around);
  }
  return pointers;
}

/** A body line by line, with what is wrong below the line in which the value begins. */
function bodyLines(message, violations, label) {
  if (!message.body) {
    return [...violations.map(each => violationLine(each, placeOf(each))), element("p", {class: "soft"}, "No body.")];
  }
  const lines = message.cut ? null : jsonLines(message.body);
  if (!lines) {
    return [
      ...violations.map(each => violationLine(each, placeOf(each))),
      element("pre", {tabindex: 0, "aria-label": label}, message.body),
      ...message.cut ? [element("p", {class: "soft"}, "The journal keeps the first 16 KiB of a body.")] : []];
  }
  const below = new Map();
  violations.forEach(violation => {
    const pointer = pointersOf(violation).find(each => lines.some(line => line.pointer === each)) || "";
    const exact = pointer === pointersOf(violation)[0];
    below.set(pointer, [...below.get(pointer) || [], violationLine(violation, exact ? "" : placeOf(violation))]);
  });
  return [element("div", {class: "lines", tabindex: 0, role: "group", "aria-label": label}, ...lines.flatMap(line =>
    [element("div", {}, "  ".repeat(line.depth) + line.text), ...below.get(line.pointer) || []]))];
}

/** Names and values in rows, each with what is wrong with it; then what is wrong with those that are not there. */
function fieldTable(fields, violations, label) {
  const left = new Set(violations);
  const rows = fields.map(field => {
    const wrong = violations.filter(each => each.name.toLowerCase() === field.name.toLowerCase());
    wrong.forEach(each => left.delete(each));
    return element("tr", {},
      element("th", {scope: "row"}, field.name),
      element("td", {}, field.value, ...wrong.map(each => violationLine(each, each.pointer))));
  });
  return [
    ...rows.length ? [element("table", {"aria-label": label}, element("tbody", {}, ...rows))] : [],
    ...[...left].map(each => violationLine(each, placeOf(each)))];
}

function queryFields(target) {
  const at = target.indexOf("?");
  return at < 0 ? [] : [...new URLSearchParams(target.slice(at + 1))].map(([name, value]) => ({name, value}));
}

function headerFields(message, violations, label) {
  const table = fieldTable(message.headers, violations, label);
  return element("details", {open: violations.length > 0},
    element("summary", {}, message.headers.length + " header fields"), ...table);
}

/** A request and its answer, with what is wrong where it is. */
function messages(entry) {
  const of = (...parts) => entry.violations.filter(each => parts.includes(each.in));
  const known = ["query", "querystring", "header", "cookie", "body", "answer body", "answer header"];
  const others = entry.violations.filter(each => !known.includes(each.in));
  return element("div", {class: "message"},
    element("p", {class: "soft"}, entry.why, " ", entry.operation ? element("code", {}, entry.operation) : ""),
    element("h3", {}, "Request"),
    element("p", {}, element("code", {class: "path"}, entry.method + " " + entry.target)),
    ...others.map(each => violationLine(each, placeOf(each))),
    ...fieldTable(queryFields(entry.target), of("query", "querystring"), "Query"),
    headerFields(entry.request, of("header", "cookie"), "Header fields of the request"),
    ...bodyLines(entry.request, of("body"), "Body of the request"),
    element("h3", {}, entry.status ? "Answer " + entry.status : "No answer"),
    headerFields(entry.response, of("answer header"), "Header fields of the answer"),
    ...bodyLines(entry.response, of("answer body"), "Body of the answer"));
}
