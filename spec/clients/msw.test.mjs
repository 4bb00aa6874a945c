// The handlers made from the document, and from a small one that has what ours has not, asked as a frontend's tests do.
import assert from "node:assert/strict";
import { execFileSync, spawnSync } from "node:child_process";
import { mkdirSync, writeFileSync } from "node:fs";
import { after, afterEach, before, test } from "node:test";
import { setupServer } from "msw/node";
import { read } from "./document.mjs";

const edition = "../target/published/platform-api-canonical.json";
execFileSync("node", ["msw.mjs", edition, "target/msw/handlers.mjs"]);
const { examples, handler, handlers } = await import("./target/msw/handlers.mjs");

const amelia = "c0000001-1f4b-4d8a-a37e-5b9c2e6d0f84";
const address = "https://platform.example.com";
const server = setupServer(...handlers());

before(() => server.listen({ onUnhandledRequest: "error" }));
afterEach(() => server.resetHandlers());
after(() => server.close());

/** An operation of the document, asked at any id. */
function asked({ method, path }) {
  return fetch(address + path.replace(/\{[^}]+\}/g, amelia), { method: method.toUpperCase() });
}

test("answers each operation by its first example", async () => {
  const { operations } = read(edition);
  for (const operation of operations) {
    const answer = await asked(operation);
    const [first] = operation.responses[0].bodies[0].examples;
    assert.equal(answer.status, 200, operation.id);
    assert.equal(answer.headers.get("Content-Type"), "application/json");
    assert.deepEqual(await answer.json(), first.value, operation.id);
  }
  assert.equal(operations.length, 8);
});

// guide: msw
test("answers by an example of a name", async () => {
  server.use(handler("inviteContact", "too-soon"));

  const answer = await fetch(`${address}/api/contacts/${amelia}/invite/contact`, { method: "POST" });
  assert.equal(answer.status, 429);
});
// guide: end

test("answers every example that the document names", async () => {
  const { operations } = read(edition);
  for (const operation of operations) {
    for (const name of examples[operation.id]) {
      server.resetHandlers(handler(operation.id, name));
      const answer = await asked(operation);
      const documented = operation.responses.find(({ bodies }) => bodies[0].examples.some((shown) => shown.name === name));
      assert.equal(String(answer.status), documented.status, `${operation.id} ${name}`);
    }
  }
});

test("sends the fields of an answer, too", async () => {
  server.use(handler("inviteContact", "429"));

  const answer = await fetch(`${address}/api/contacts/${amelia}/invite/contact`, { method: "POST" });
  assert.match(answer.headers.get("Retry-After"), /^\d+$/);
});

test("names what there is where somebody asks for what is not there", () => {
  assert.throws(() => handler("inviteNobody"), { message: /^There is no operation inviteNobody, but .*inviteContact/ });
  assert.throws(() => handlers({ listContactLinks: "sunny" }), {
    message: /^listContactLinks has no example sunny, but adviser-with-a-client, /,
  });
});

const shop = {
  openapi: "3.0.3",
  info: { title: "Shop", version: "1" },
  servers: [{ url: "https://{where}.example.com/v2/", variables: { where: { default: "shop" } } }],
  paths: {
    "/things/{id}.txt": { get: { responses: { 200: { content: { "text/plain": { example: "a thing" } } } } } },
    "/things/{id}": {
      delete: { operationId: "remove", responses: { 204: { description: "Gone." } } },
      get: { operationId: "shown", responses: { default: { content: { "application/json": { schema: { type: "object" } } } } } },
    },
    "/things/all": {
      get: { operationId: "all", responses: { "2XX": { content: { "application/json": { schema: { $ref: "#/components/schemas/~0a~1b" } } } } } },
      trace: { operationId: "traced", responses: {} },
    },
  },
  components: { schemas: { "~a/b": { type: "string", example: "one" } } },
};

async function made(document, name) {
  mkdirSync("target/msw", { recursive: true });
  writeFileSync(`target/msw/${name}.json`, JSON.stringify(document));
  const ran = spawnSync("node", ["msw.mjs", `target/msw/${name}.json`, `target/msw/${name}.mjs`], { encoding: "utf8" });
  return { ...ran, module: ran.status === 0 ? await import(`./target/msw/${name}.mjs`) : undefined };
}

test("answers what another document says, below its server's path, and says what it left out", async () => {
  const { module, stderr } = await made(shop, "shop");
  server.resetHandlers(...module.handlers());
  const answered = async (path, method = "GET") => {
    const answer = await fetch(`http://127.0.0.1:9/v2${path}`, { method });
    return `${answer.status} ${await answer.text()}`;
  };

  assert.equal(await answered("/things/7.txt"), "200 a thing");
  assert.equal(await answered("/things/all"), '200 "one"');
  assert.equal(await answered("/things/7", "DELETE"), "204 ");
  assert.equal(await answered("/things/7"), "501 The document has no example of an answer of shown.");
  assert.equal(
    stderr.split("\n").sort().join("\n").trim(),
    "left out: shown default: the document has no example of it\nleft out: traced: there are no handlers for TRACE",
  );
});

test("refuses what it cannot read in a line", async () => {
  assert.deepEqual(
    [await made({ swagger: "2.0" }, "old"), await made({ openapi: "3.1.0", info: {}, paths: { "/a": { $ref: "b.json" } } }, "away")]
      .map(({ status, stderr }) => `${status} ${stderr.trim()}`),
    [
      "2 target/msw/old.json is no document of OpenAPI 3: its field openapi is missing",
      "2 target/msw/away.json: b.json leads out of the document; bundle it first",
    ],
  );
});
