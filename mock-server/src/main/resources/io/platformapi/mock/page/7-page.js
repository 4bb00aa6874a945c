async function readSessions() {
  const told = await read("/sessions");
  const names = told.map(each => each.name);
  const options = [
    element("option", {value: ""}, "everybody's"),
    ...told.map(each => element("option", {value: each.name}, each.name + " (" + each.requests + ")")),
    ...session && !names.includes(session) ? [element("option", {value: session}, session)] : []];
  const select = byId("session");
  const same = options.length === select.options.length
    && options.every((option, index) => option.text === select.options[index].text);
  if (!same && document.activeElement !== select) {
    select.replaceChildren(...options);
    select.value = session;
  }
}

/** Looks at a session from now on, and says in the address which. */
async function look(name) {
  session = name;
  const prefix = name ? "/~" + name : "";
  history.replaceState(null, "", prefix + "/__mock/");
  byId("archive").href = prefix + "/__mock/archive";
  byId("archive").download = name ? "mock-" + name + ".har" : "mock.har";
  byId("how").textContent = name
    ? "Requests belong to it by X-Mock-Session: " + name + ", or below " + location.origin + prefix + "/."
    : "Requests that name no session belong to everybody's.";
  document.querySelectorAll("#operation-rows details").forEach(details => {
    details.open = false;
    [...details.children].slice(1).forEach(child => child.remove());
  });
  forgetEntries();
  listen();
  await readAgain();
  await readState();
}

async function readAgain() {
  await readAnswers();
  await readFaults();
  await readSessions();
}

byId("session").addEventListener("change", event => attempt(() => look(event.target.value)));
byId("begin").addEventListener("submit", event => {
  event.preventDefault();
  attempt(async () => {
    await look(byId("name").value);
    byId("name").value = "";
    byId("session").focus();
  });
});
byId("reset").addEventListener("click", () => attempt(async () => {
  await call("POST", "/reset");
  await readAgain();
  await readState();
  say("The session is as new.");
}));
byId("reset-all").addEventListener("click", () => attempt(async () => {
  if (confirm("Reset every session? Tests that run now lose theirs.")) {
    await call("POST", "/reset?all=true");
    await readAgain();
    await readState();
    say("All sessions are as new.");
  }
}));

attempt(async () => {
  await readOperations();
  await look(session);
});
/** The document may be another when somebody comes back from editing it. */
document.addEventListener("visibilitychange", () => document.hidden || readOperations().catch(() => {}));
addEventListener("focus", () => readOperations().catch(() => {}));
/** Others tell this mock something, too. */
setInterval(() => document.hidden || readAgain().catch(() => {}), 5000);
