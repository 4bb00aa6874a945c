import {expect, test} from "./mock.js";

const pets = page => page.getByRole("list", {name: "Pets"}).getByRole("listitem");

/** Opens the page and waits for its first list, which would write over what comes of a button pressed meanwhile. */
async function opened(page) {
  await page.goto("/");
  await expect(pets(page)).toHaveText(["Rex", "Tom"]);
}

test("shows the pets of the document", async ({page}) => {
  await opened(page);
});

test("says that there are no pets", async ({page, mock}) => {
  await mock.answer("listPets", {example: "no-pets"});
  await page.goto("/");
  await expect(page.getByRole("status")).toHaveText("No pets yet.");
});

test("tries again where the shop was closed", async ({page, mock}) => {
  await mock.answer("listPets", {code: 503, times: 1});
  await page.goto("/");
  await expect(page.getByRole("status")).toHaveText("We are back shortly.");
  await page.getByRole("button", {name: "Try again"}).click();
  await expect(pets(page)).toHaveText(["Rex", "Tom"]);
});

test("adds a pet, which is there afterwards", async ({page}) => {
  await opened(page);
  await page.getByLabel("Name").fill("Kit");
  await page.getByRole("button", {name: "Add"}).click();
  await expect(pets(page)).toHaveText(["Rex", "Tom", "Kit"]);
  await page.reload();
  await expect(pets(page)).toHaveText(["Rex", "Tom", "Kit"]);
});

test("sends a pet once, and asks for nothing that the document does not allow", async ({page, mock}) => {
  await opened(page);
  await page.getByLabel("Name").fill("Ada");
  await page.getByRole("button", {name: "Add"}).click();
  await expect(pets(page)).toHaveText(["Rex", "Tom", "Ada"]);
  await mock.verify({operation: "addPet", body: {"/name": "Ada"}, times: 1});
  await mock.verify({outcome: "invalid", times: 0});
});

test("shows what is wrong with a pet, and the journal knows where", async ({page, mock}) => {
  await opened(page);
  await page.getByRole("button", {name: "Add"}).click();
  await expect(page.getByRole("status")).toHaveText("A pet needs a name of 1 to 20 letters.");
  const entry = (await mock.journal()).find(each => each.operation === "addPet");
  expect(entry.violations).toMatchObject([{in: "body", pointer: "/name", rule: "minLength"}]);
});

test("says that the shop cannot be reached", async ({page, mock}) => {
  await mock.faults([{operation: "listPets", answer: "reset"}]);
  await page.goto("/");
  await expect(page.getByRole("status")).toHaveText("The shop cannot be reached.");
});

test("shows that it waits, and then the pets that a test has made", async ({page, mock}) => {
  await mock.remember({"/pets": [{id: 9, name: "Ivy"}]});
  await mock.faults([{delay: "60000"}]);
  await page.goto("/");
  await expect(page.getByRole("status")).toHaveText("Loading …");
  await mock.faults([]);
  await page.reload();
  await expect(pets(page)).toHaveText(["Ivy"]);
});
