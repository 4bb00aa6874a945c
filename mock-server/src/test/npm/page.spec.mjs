import {readFileSync} from "node:fs";
import {expect, test} from "@playwright/test";

const AXE = readFileSync("node_modules/axe-core/axe.min.js", "utf8");
const FOLDER = process.env.PICTURES || "../../../target/page/pictures";
const JSON_BODY = {"Content-Type": "application/json"};

/** Each test has a session of its own, and fails if the page complains of anything. */
const it = test.extend({
  session: async ({}, use, info) => use("t" + info.testId.slice(-12) + "-" + info.repeatEachIndex),
  base: async ({session, baseURL}, use) => use(baseURL + "/~" + session),
  ask: async ({base}, use) => use(async (method, target, body, headers = {}) =>
    fetch(base + target, {method, body, headers: body === undefined ? headers : {...JSON_BODY, ...headers}})),
  open: async ({page, base}, use) => {
    const complaints = [];
    page.on("console", message => { // what is answered with a failure, the page itself tells
      if (message.type() === "error" && !message.text().startsWith("Failed to load resource")) {
        complaints.push(message.text());
      }
    });
    page.on("pageerror", failure => complaints.push(failure.message));
    page.on("dialog", dialog => complaints.push("a dialog: " + dialog.message()));
    await use(async () => {
      await page.goto(base + "/__mock/");
      await expect(page.locator("#live")).toHaveText("live");
      await expect(page.locator("#operation-rows > li")).not.toHaveCount(0);
    });
    expect(complaints).toEqual([]);
  },
});

const entries = page => page.locator("#journal-rows > li");
const operation = (page, id) => page.locator("#operation-rows > li").filter({has: page.getByText(id, {exact: true})});

/** What axe-core finds, run beside the page: what the page allows scripts does not concern the browser's own tools. */
async function judged(page) {
  const tools = await page.context().newCDPSession(page);
  const {result} = await tools.send("Runtime.evaluate", {
    expression: AXE + "; axe.run().then(found => JSON.stringify(found.violations.map(each => [each.id, each.nodes.map(node => node.html.slice(0, 120))])))",
    awaitPromise: true,
  });
  return JSON.parse(result.value);
}

async function showAll(page, ask) {
  await ask("GET", "/pets?limit=99&x=1");
  await ask("GET", "/pets/1");
  await ask("POST", "/pets", '{"id": 12345678901234567890, "name": 5, "tags": ["a", 7]}', {"X-Key": "k"});
  await ask("PUT", "/__mock/answers/readPet", '{"code": 404, "times": 3}');
  await ask("PUT", "/__mock/faults", '[{"delay": "100-800"}, {"operation": "addPet", "status": 503, "percent": 10}]');
}

for (const colorScheme of ["light", "dark"]) {
  for (const [size, viewport] of [["wide", {width: 1400, height: 2200}], ["narrow", {width: 420, height: 4500}]]) {
    it.describe(colorScheme + ", " + size, () => {
      it.use({colorScheme, viewport});

      it("everybody can use the page, whatever of it is open", async ({page, open, ask}) => {
        await showAll(page, ask);
        await open();
        await expect(entries(page)).toHaveCount(3);
        await page.locator("#faults-open > summary").click();
        await page.locator("#faults-open summary", {hasText: "Another fault"}).click();
        await page.locator("#state summary").click();
        await page.locator("#calls summary").click();
        await entries(page).first().locator("summary").first().click();
        await expect(page.locator(".message .violation").first()).toBeVisible();
        await operation(page, "listPets").locator("summary", {hasText: "Answers"}).click();
        await operation(page, "addPet").locator("summary", {hasText: "Requests"}).click();
        await operation(page, "addPet").getByRole("button", {name: "Send"}).click();
        await expect(page.locator("#said")).toHaveText("POST /pets was answered 201.");
        await page.screenshot({path: `${FOLDER}/mock-${size}-${colorScheme}.png`, fullPage: true});

        expect(await judged(page)).toEqual([]);
      });
    });
  }
}

it("a page in print leaves out what only hands can use", async ({page, open, ask}) => {
  await showAll(page, ask);
  await open();
  await expect(entries(page)).toHaveCount(3);
  await page.emulateMedia({media: "print"});

  await expect(page.locator("#reset")).toBeHidden();
  await expect(page.locator("#operation-rows")).toBeVisible();
  await page.screenshot({path: `${FOLDER}/mock-print.png`, fullPage: true});
});

it("an operation is answered from now on as somebody chooses", async ({page, open, ask}) => {
  await open();
  const row = operation(page, "listPets");
  await row.getByRole("combobox").selectOption({label: "200 none"});
  await expect(page.locator("#said")).toHaveText("GET /pets is answered 200 none.");
  expect(await (await ask("GET", "/pets")).text()).toBe("[]");

  await row.getByRole("spinbutton").fill("1");
  await row.getByRole("combobox").selectOption({label: "404"});
  await expect(page.locator("#said")).toHaveText("GET /pets is answered 404, once.");
  expect((await ask("GET", "/pets")).status).toBe(404);
  expect((await ask("GET", "/pets")).status).toBe(200);

  await row.locator("summary", {hasText: "Answers"}).click();
  await row.getByRole("button", {name: "two"}).click();
  await expect(page.locator("#said")).toHaveText("GET /pets is answered 200 two.");
  await expect(row.getByRole("button", {name: "two"})).toHaveAttribute("aria-pressed", "true");
  await row.getByRole("button", {name: "two"}).click();
  await expect(page.locator("#said")).toHaveText("GET /pets is answered as usual.");

  await page.reload();
  await expect(operation(page, "listPets").getByRole("combobox")).toHaveValue("");
  await ask("PUT", "/__mock/answers/listPets", '{"example": "two"}');
  await expect(operation(page, "listPets").getByRole("combobox")).toHaveValue('{"example":"two"}');
  await page.getByLabel("answered otherwise").check();
  await expect(page.locator("#operation-rows > li")).toHaveCount(1);
});

it("requests are copied as they can be sent, in the session and with a credential", async ({page, open, session, baseURL}) => {
  await open();
  const row = operation(page, "addPet");
  await row.locator("summary", {hasText: "Requests"}).click();
  await row.getByRole("button", {name: "Copy as curl"}).click();
  await expect(page.locator("#said")).toHaveText("The command is copied.");
  expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(
    `curl '${baseURL}/pets' -H 'Content-Type: application/json' -H 'X-Key: any' -H 'X-Mock-Session: ${session}' --data-binary '{"name":"Kit","tags":["fox"]}'`);

  await row.getByRole("button", {name: "Copy as fetch"}).click();
  await expect(page.locator("#said")).toHaveText("The call is copied.");
  const call = await page.evaluate(() => navigator.clipboard.readText());
  const answer = await new (Object.getPrototypeOf(async () => {}).constructor)("return " + call)();
  expect(answer.status).toBe(201);
});

it("what is wrong is told below the value that is wrong", async ({page, open, ask}) => {
  await open();
  await ask("POST", "/pets?limit=abc", '{"id": 12345678901234567890, "name": 5, "tags": ["a", 7]}', {"X-Key": "k"});
  await ask("GET", "/pets?limit=abc");
  await expect(entries(page)).toHaveCount(2);
  await entries(page).nth(1).locator("summary").first().click();

  await expect(page.locator(".lines").first().locator("> div")).toHaveText([
    "{",
    '"id": 12345678901234567890,',
    '"name": 5,', "expected a string, received 5",
    '"tags": [', '"a",', "7", "expected a string, received 7", "]",
    "}"]);
  await entries(page).first().locator("summary").first().click();
  await expect(entries(page).first().getByRole("table", {name: "Query"}).locator("td")).toHaveText(["abcexpected an integer, received \"abc\""]);
});

it("texts of documents and of requests stay texts", async ({page, open, ask}) => {
  await open();
  const markup = '<img src=x onerror="document.title=1"><script>document.title=2</script>';
  await ask("POST", "/pets", JSON.stringify({name: markup.repeat(2), tags: [markup, 1]}), {"X-Key": "k", "X-Odd": markup});
  await ask("GET", "/pets?limit=" + encodeURIComponent(markup));
  await ask("POST", "/pets", markup, {"X-Key": "k"});
  await expect(entries(page)).toHaveCount(3);
  for (const index of [0, 1, 2]) {
    await entries(page).nth(index).locator("summary").first().click();
    await expect(entries(page).nth(index).locator(".message")).toBeVisible();
    await entries(page).nth(index).locator(".message summary").first().click();
  }

  await expect(page.locator("h1")).toContainText('<b id="forged">friends</b>');
  await expect(page.locator("#forged, img, main script, #operation-rows i")).toHaveCount(0);
  expect(await page.title()).toBe('Mock of Pets & <b id="forged">friends</b>');
});

it("faults are switches", async ({page, open, ask}) => {
  await open();
  await page.locator("#faults-open > summary").click();
  await page.getByRole("combobox", {name: "Of", exact: true}).fill("readPet");
  await page.getByRole("switch", {name: "All fail with 500"}).check();
  await expect(page.locator("#fault-list li span")).toHaveText(["status 500, of readPet"]);
  expect((await ask("GET", "/pets/1")).status).toBe(500);
  expect((await ask("GET", "/pets")).status).toBe(200);

  await page.getByRole("switch", {name: "All fail with 500"}).uncheck();
  await expect(page.locator("#said")).toHaveText("Nothing is spoilt any more.");
  expect((await ask("GET", "/pets/1")).status).toBe(200);
});

it("any fault can be put together, and a wrong one is told in words", async ({page, open}) => {
  await open();
  await page.locator("#faults-open > summary").click();
  await page.locator("#faults-open summary", {hasText: "Another fault"}).click();
  await page.getByLabel("Status").fill("503");
  await page.getByLabel("One of").fill("3");
  await page.getByRole("button", {name: "Add"}).click();
  await expect(page.locator("#fault-list li span")).toHaveText(["status 503, one of 3, of all operations"]);
  await page.getByRole("button", {name: "Remove"}).click();
  await expect(page.locator("#fault-list li")).toHaveCount(0);
});

it("a webhook is sent now, and the journal tells what comes of it", async ({page, open, ask, baseURL}) => {
  await open();
  await page.locator("#calls summary").click();
  await page.locator("#call-example").selectOption("tom");
  await page.locator("#call-url").fill(baseURL + "/pets");
  await page.getByRole("button", {name: "Send now"}).click();
  await expect(page.locator("#said")).toHaveText("POST " + baseURL + "/pets is on its way; the journal tells what comes of it.");
  await ask("GET", "/pets/1");
  await expect(entries(page)).toHaveCount(2);
  await page.getByLabel("sent by the mock only").check();
  await expect(entries(page)).toHaveCount(1);
  await expect(entries(page).first()).toContainText("sent POST " + baseURL + "/pets");
  await entries(page).first().locator("summary").first().click();
  await expect(entries(page).first().locator(".lines").first()).toContainText('"name": "Tom"');
  await page.locator("#call-url").fill("http://10.0.0.1/");
  await page.getByRole("button", {name: "Send now"}).click();
  await expect(page.locator("#failed")).toHaveText("Nothing is sent: its address is not this machine's, and --callbacks=anywhere is not given.");
});

it("the state is shown, and becomes another", async ({page, open, ask}) => {
  await open();
  await page.locator("#state summary").click();
  await expect(page.locator("#things")).toHaveValue(/"name": "Rex"/);
  await page.locator("#things").fill('{"/pets": [{"id": 9, "name": "Ada"}]}');
  await page.getByRole("button", {name: "Remember this"}).click();
  await expect(page.locator("#said")).toHaveText("The session remembers this.");
  expect(await (await ask("GET", "/pets/9")).json()).toEqual({id: 9, name: "Ada"});

  await page.locator("#things").fill('{"/pets": [{"id": "nine"}]}');
  await page.getByRole("button", {name: "Remember this"}).click();
  await expect(page.locator("#failed")).toContainText("expected an integer");
});

it("each session shows its own, and the address says which", async ({page, open, ask, session, baseURL}) => {
  await ask("GET", "/pets?mine=1");
  await fetch(baseURL + "/pets", {headers: {"X-Mock-Session": session + "-b"}});
  await open();
  await expect(entries(page)).toHaveCount(1);
  await page.locator("#session").selectOption(session + "-b");
  await expect(page).toHaveURL(`${baseURL}/~${session}-b/__mock/`);
  await expect(entries(page).locator("code")).toHaveText(["/pets"]);
  await page.locator("#name").fill(session + "-c");
  await page.getByRole("button", {name: "Open"}).click();
  await expect(entries(page)).toHaveCount(0);
  await fetch(`${baseURL}/~${session}-c/pets/1`);
  await expect(entries(page)).toHaveCount(1);
});

it("the journal is filtered, paused, cleared and reset", async ({page, open, ask}) => {
  await open();
  await ask("GET", "/pets?limit=abc");
  await ask("GET", "/pets/1");
  await expect(entries(page)).toHaveCount(2);
  await page.getByLabel("invalid only").check();
  await expect(entries(page)).toHaveCount(1);
  await page.getByLabel("invalid only").uncheck();
  await page.locator("#of").fill("readPet");
  await expect(entries(page)).toHaveCount(1);
  await page.locator("#of").fill("");
  await page.locator("#text").fill("limit=abc");
  await expect(entries(page).locator("code")).toHaveText(["/pets?limit=abc"]);
  await page.locator("#text").fill("");

  await page.getByRole("button", {name: "Pause"}).click();
  await ask("GET", "/pets/2");
  await expect(page.locator("#pause")).toHaveText("Go on (1 new)");
  await expect(entries(page)).toHaveCount(2);
  await page.locator("#pause").click();
  await expect(entries(page)).toHaveCount(3);

  await page.getByRole("button", {name: "Clear"}).click();
  await expect(entries(page)).toHaveCount(0);
  await ask("GET", "/pets/3");
  await expect(entries(page).locator(".number")).toHaveText(["1"]);
  await page.getByRole("button", {name: "Reset this session"}).click();
  await expect(page.locator("#said")).toHaveText("The session is as new.");
  await expect(entries(page)).toHaveCount(0);
});

it("an operation without an id, and a range of statuses, can be chosen too", async ({page, open, base}) => {
  await open();
  const row = page.locator("#operation-rows > li").last();
  await row.getByRole("combobox").selectOption({label: "4XX, as 400"});
  await expect(page.locator("#said")).toHaveText('GET /odd/"><script>document.title=1</script> is answered 4XX, as 400.');
  expect((await fetch(base + "/odd/" + encodeURIComponent('"><script>document.title=1<') + "/script%3E")).status).toBe(400);
});

it("the next edition of the document is there when somebody comes back from editing it", async ({page, open}) => {
  await open();
  await page.route("**/__mock/operations", route => route.fulfill({json: {title: "Cats", version: "2", remembers: true, operations: []}}));
  await page.evaluate(() => dispatchEvent(new Event("focus")));
  await expect(page.locator("h1")).toHaveText("Mock of Cats version 2");
  await expect(page.locator("#operation-count")).toHaveText("0 operations");
});

it("a mock that goes and comes back is heard again", async ({page, open, ask}) => {
  await page.route("**/journal/stream", route => route.abort());
  await ask("GET", "/pets/1");
  await page.goto((await ask("GET", "/__mock/")).url);
  await expect(page.locator("#live")).toHaveText("not connected; trying again");
  await page.unroute("**/journal/stream");
  await open();
  await expect(entries(page)).toHaveCount(1);
});

it("what is wrong with an answer from elsewhere is told in the answer", async ({page, open, ask}) => {
  await open();
  await page.route("**/journal/1", async route => {
    const entry = await (await route.fetch()).json();
    const wrong = (place, name, pointer) => ({in: place, name, pointer, rule: "r", expected: name + pointer, received: "x"});
    await route.fulfill({json: {...entry, violations: [
      wrong("answer body", "", "/name"), wrong("answer body", "", "/id/deep"), wrong("answer header", "Content-Type", ""),
      wrong("answer status", "", ""), wrong("header", "X-Not-There", ""), wrong("path", "petId", "")]}});
  });
  await ask("GET", "/pets/1");
  await entries(page).locator("summary").first().click();
  const message = page.locator(".message");

  await expect(message.locator(".lines").last().locator("> div")).toHaveText([
    "{", '"id": 1,', "answer body /id/deep: expected /id/deep, received x",
    '"name": "Rex"', "expected /name, received x", "}"]);
  await expect(message.getByRole("table", {name: "Header fields of the answer"}).locator(".violation"))
    .toHaveText("expected Content-Type, received x");
  await expect(message.locator("> .violation")).toHaveText(["answer status: expected , received x", "path petId: expected petId, received x"]);
  await expect(message.locator("details > .violation")).toHaveText("header X-Not-There: expected X-Not-There, received x");
});

it("whoever listens is told of new requests, politely", async ({page, open, ask}) => {
  await open();
  await ask("GET", "/pets/1");
  await ask("GET", "/pets/2");
  await expect(page.locator("#heard")).toHaveText(/^[12] new requests?$/);
  await expect(page.locator("#heard")).toHaveAttribute("role", "status");
});

it("hands that use keys alone come everywhere", async ({page, open, ask}) => {
  await ask("GET", "/pets?limit=abc");
  await open();
  await expect(entries(page)).toHaveCount(1);
  await page.keyboard.press("Tab");
  await expect(page.getByText("Skip to the operations")).toBeFocused();
  await page.keyboard.press("Tab");
  await page.keyboard.press("Enter");
  await page.keyboard.press("Tab");
  await expect(page.locator("#text")).toBeFocused();
  for (let i = 0; i < 7; i++) { // all of the bars above the entries
    await page.keyboard.press("Tab");
  }
  await expect(entries(page).locator("summary").first()).toBeFocused();
  expect(await page.evaluate(() => getComputedStyle(document.activeElement).outlineStyle)).toBe("solid");
  await page.keyboard.press("Enter");
  await expect(page.locator(".message")).toBeVisible();
});

it("many operations and many requests are no burden", async ({page, baseURL, session, open: _}) => {
  const many = baseURL.replace(/\d+$/, port => Number(port) + 1) + "/~" + session;
  const began = Date.now();
  await page.goto(many + "/__mock/");
  await expect(page.locator("#operation-count")).toHaveText("1200 operations");
  const opened = Date.now() - began;
  await page.evaluate(() => {
    window.longest = 0;
    new PerformanceObserver(list => list.getEntries().forEach(each => {
      window.longest = Math.max(window.longest, each.duration);
    })).observe({type: "longtask", buffered: true});
  });

  const sending = Date.now();
  for (let sent = 0; sent < 10000; sent += 100) {
    await Promise.all(Array.from({length: 100}, (_, i) => fetch(`${many}/things${(sent + i) % 400}/${sent + i}`).then(answer => answer.text())));
  }
  await expect(page.locator("#journal-count")).toHaveText("10000 requests");
  const heard = Date.now() - sending;
  expect(await page.locator("#journal-rows > li").count()).toBe(100);
  expect(await page.locator("#operation-rows > li").count()).toBe(60);
  expect(await page.locator("*").count()).toBeLessThan(6000);

  await fetch(`${many}/things1/1`);
  await expect(page.locator("#journal-count")).toHaveText("10000 requests; 1 other is kept no longer");

  const filtering = Date.now();
  await page.locator("#text").fill("things399/9999");
  await page.locator("#wanted").fill("remove399");
  await expect(entries(page)).toHaveCount(1);
  await expect(page.locator("#operation-rows > li")).toHaveCount(1);
  const filtered = Date.now() - filtering;
  const longest = await page.evaluate(() => window.longest);
  console.log(`opened in ${opened} ms; 10,000 requests sent and shown in ${heard} ms; filtered in ${filtered} ms; longest task ${longest} ms`);
});

it.describe("on a phone", () => {
  it.use({viewport: {width: 400, height: 900}});

  for (const place of ["/", "/api/types", "/pets/1", "/no/such/place/" + "x".repeat(80), "/__mock/"]) {
    it("nothing of " + place.slice(0, 20) + " is wider than the screen", async ({page, base}) => {
      await page.goto(base + place);
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(400);
      expect(await judged(page)).toEqual([]);
    });
  }
});
