import {expect, test} from "@playwright/test";

/** The page where operations are tried; each test fails if it complains of anything, or asks anybody else. */
const it = test.extend({
  open: async ({page}, use) => {
    const complaints = [];
    const asked = new Set();
    page.on("console", message => message.type() === "error" && complaints.push(message.text()));
    page.on("pageerror", failure => complaints.push(failure.message));
    page.on("request", request => request.url().startsWith("data:") || asked.add(new URL(request.url()).origin));
    let origin;
    await use(async address => {
      origin = new URL(address).origin;
      await page.goto(address);
      await expect(page.locator(".opblock").first()).toBeVisible();
    });
    expect(complaints).toEqual([]);
    expect([...asked]).toEqual([origin]);
  },
});

const FOLDER = process.env.PICTURES || "../../../target/page/pictures";
const port = Number(process.env.PORT || 4021);
const operation = (page, name) => page.locator(".opblock").filter({hasText: name}).first();

const live = opened => opened.locator(".live-responses-table .response");

it("one click authorizes, and requests go to the mock whatever servers the document names", async ({page, open}) => {
  await open(`http://127.0.0.1:${port}/~trial/api/docs`);
  await expect(page.getByLabel("Credential")).toHaveValue("any");
  await page.locator("form").getByRole("button", {name: "Authorize"}).click();
  const adding = operation(page, "Adds a pet");
  await adding.locator(".opblock-summary-control").click();
  await adding.getByRole("button", {name: "Execute"}).click();

  await expect(live(adding).locator(".response-col_status")).toContainText("201");
  await expect(adding.locator(".request-url pre")).toHaveText(`http://127.0.0.1:${port}/~trial/pets`);
  await expect(adding.locator(".curl")).toContainText("X-Key: any");
});

it("answers come in the format that is chosen", async ({page, open}) => {
  await open(`http://127.0.0.1:${port + 2}/api/docs`);
  await page.locator("form").getByRole("button", {name: "Authorize"}).click();
  const reading = page.locator(".opblock-get").first();
  await reading.locator(".opblock-summary-control").click();
  await reading.locator(".responses-table .response").first().locator("select.content-type").selectOption("text/csv");
  await reading.getByRole("button", {name: "Execute"}).click();

  await expect(live(reading).locator(".response-col_status")).toContainText("200");
  await expect(live(reading).locator(".response-col_description")).toContainText("content-type: text/csv");
  await page.screenshot({path: `${FOLDER}/trial.png`});
});

it("the start page leads there, and back", async ({page, open}) => {
  await page.goto(`http://127.0.0.1:${port}/`);
  const address = await page.getByRole("link", {name: "Try it out"}).evaluate(link => link.href);
  await open(address);
  await page.getByRole("navigation", {name: "Start"}).getByRole("link").click();
  await expect(page).toHaveURL(`http://127.0.0.1:${port}/`);
});
