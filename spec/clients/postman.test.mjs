// The collection of a small document that has what ours has not: styles of parameters, a key in a field, nothing to show.
import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { test } from "node:test";

const shop = {
  openapi: "3.1.0",
  info: { title: "Shop", version: "1" },
  servers: [{ url: "https://{where}.example.com/v2/", variables: { where: { default: "shop" } } }],
  security: [{ key: [] }],
  paths: {
    "/things/{id}": {
      parameters: [{ name: "id", in: "path", required: true, schema: { type: "integer", example: 7 } }],
      get: {
        operationId: "search",
        parameters: [
          { name: "tags", in: "query", required: true, explode: false, example: ["a b", "c"] },
          { name: "range", in: "query", style: "deepObject", explode: true, required: true, example: { from: 1, to: 2 } },
          { name: "page", in: "query", example: 3 },
          { name: "unknown", in: "query", required: true, schema: { type: "string" } },
          { name: "X-Trace", in: "header", required: true, example: "on" },
        ],
        responses: { 200: { content: { "application/json": { examples: { none: { summary: "Nothing", value: [] } } } } } },
      },
    },
  },
  components: { securitySchemes: { key: { type: "apiKey", in: "header", name: "X-Key" } } },
};

function made(document, name) {
  mkdirSync("target/postman", { recursive: true });
  writeFileSync(`target/postman/${name}.json`, JSON.stringify(document));
  const files = [`target/postman/${name}.json`, `target/postman/${name}.collection.json`];
  const { stderr } = spawnSync("node", ["postman.mjs", ...files], { encoding: "utf8" });
  return { said: stderr.trim(), collection: JSON.parse(readFileSync(files[1], "utf8")) };
}

test("writes each parameter in its style, and says which it has no example of", () => {
  const { said, collection } = made(shop, "shop");
  const { request, response } = collection.item[0].item[0];

  assert.equal(request.url.raw, "{{address}}/things/:id?tags=a%20b%2Cc&range%5Bfrom%5D=1&range%5Bto%5D=2");
  assert.deepEqual(request.url.variable.map(({ key, value }) => [key, value]), [["id", "7"]]);
  assert.deepEqual(request.header.map(({ key, value }) => `${key}: ${value}`), ["Accept: application/json", "X-Trace: on"]);
  assert.deepEqual(response.map(({ name, code, status, body }) => [name, code, status, body]), [["none", 200, "Nothing", "[]"]]);
  assert.equal(said, "left out: search: the query parameter unknown, as the document has no example of it");
});

test("has an address and a credential as variables", () => {
  const { auth, variable } = made(shop, "shop").collection;

  assert.deepEqual(auth.apikey.map(({ value }) => value), ["X-Key", "{{credential}}", "header"]);
  assert.deepEqual(variable.map(({ key, value }) => [key, value]), [
    ["address", "https://shop.example.com/v2"],
    ["credential", "any"],
  ]);
});

test("says where a credential is none that it can set up", () => {
  const { said, collection } = made({ ...shop, paths: {}, components: { securitySchemes: { key: { type: "mutualTLS" } } } }, "closed");

  assert.equal(said, "left out: the credential key: set it up by hand");
  assert.deepEqual(collection.auth, { type: "noauth" });
});
