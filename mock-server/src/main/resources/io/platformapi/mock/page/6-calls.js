/** What the API sends by itself, by id. */
let calls = new Map();

async function readCalls() {
  const told = await read("/calls");
  calls = new Map(told.map(each => [each.id, each]));
  byId("calls").hidden = told.length === 0;
  byId("sent-label").hidden = told.length === 0;
  byId("call-count").textContent = told.length;
  const chosen = byId("call-id").value;
  byId("call-id").replaceChildren(...told.map(each => element("option", {value: each.id},
    (each.operation ? "callback " : "webhook ") + each.name + (each.operation ? " of " + each.operation : ""))));
  if (calls.has(chosen)) {
    byId("call-id").value = chosen;
  }
  drawCall();
}

/** Says where the chosen one goes by itself, and what it can carry. */
function drawCall() {
  const chosen = calls.get(byId("call-id").value);
  if (!chosen) {
    return;
  }
  byId("call-example").replaceChildren(
    element("option", {value: ""}, chosen.examples.length ? "the first" : "as documented, or made up"),
    ...chosen.examples.map(name => element("option", {value: name}, name)));
  byId("call-about").replaceChildren(
    chosen.method + (chosen.address ? " " : ", sent on demand. "),
    ...chosen.address ? [element("code", {}, chosen.address), ", sent when " + chosen.operation + " is answered by 2xx. "] : [],
    chosen.summary);
}

byId("call-id").addEventListener("change", drawCall);
byId("call").addEventListener("submit", event => {
  event.preventDefault();
  const example = byId("call-example").value;
  attempt(async () => {
    const sent = JSON.parse(await call("POST", "/calls", JSON.stringify(
      {call: byId("call-id").value, url: byId("call-url").value, ...example && {example}})));
    say(sent.method + " " + sent.url + " is on its way; the journal tells what comes of it.");
  });
});
