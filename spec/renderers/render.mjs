// Renders an edition with Swagger UI, Redoc and Scalar in Chromium, and looks whether each shows the sample of the document in each of
// its five formats. The pages are of this machine alone: a request that would leave it fails the run.
//   [PICTURES=FOLDER] [CHROMIUM=…] node render.mjs [OPERATION…]      all operations of the edition without one
import { createServer } from "node:http";
import { readFile } from "node:fs/promises";
import { chromium } from "playwright-core";

const EDITION = new URL("../target/published/platform-api-canonical.json", import.meta.url);
const FILES = {
  "/openapi.json": EDITION,
  "/swagger-ui.js": new URL("node_modules/swagger-ui-dist/swagger-ui-bundle.js", import.meta.url),
  "/swagger-ui.css": new URL("node_modules/swagger-ui-dist/swagger-ui.css", import.meta.url),
  "/redoc.js": new URL("node_modules/redoc/bundles/redoc.standalone.js", import.meta.url),
  "/scalar.js": new URL("node_modules/@scalar/api-reference/dist/browser/standalone.js", import.meta.url),
};
const TYPES = { js: "text/javascript", css: "text/css", json: "application/json" };

const page = (head, script) =>
  `<!doctype html><meta charset="utf-8"><link rel="icon" href="data:,">${head}<div id="here"></div><script>${script}</script>`;

const document = JSON.parse(await readFile(EDITION, "utf8"));
const operations = Object.entries(document.paths)
  .flatMap(([path, item]) => Object.entries(item).map(([method, operation]) => ({ path, method: method.toUpperCase(), operation })))
  .filter(({ operation }) => operation.operationId)
  .map(({ path, method, operation }) => ({ path, method, id: operation.operationId, tag: operation.tags[0], samples: samples(operation) }));
const names = process.argv.slice(2);
const chosen = operations.filter(({ id }) => names.length === 0 || names.includes(id));
if (chosen.length === 0 || chosen.length < names.length) {
  throw new Error(`the operations of the edition are ${operations.map(({ id }) => id).join(", ")}`);
}

// What is there, white space apart: each page breaks lines as it likes.
const plain = (text) => text.replace(/\s+/g, "");

function resolved(value) {
  return value.$ref ? value.$ref.slice(2).split("/").reduce((at, key) => at[key.replaceAll("~1", "/")], document) : value;
}

function samples(operation) {
  return Object.entries(operation.responses["200"].content).map(([type, content]) => {
    const { value } = resolved(Object.values(content.examples)[0]);
    return { type, text: typeof value === "string" ? value : JSON.stringify(value) };
  });
}

// A renderer: its page, what it asks others for whatever the document (and does not get), how it spells a sample, how a reader opens an operation, and what they do there to see the answer's sample in a format; gives what is to be seen then.
const RENDERERS = {
  "Swagger UI": {
    page: page(
      '<link rel="stylesheet" href="/swagger-ui.css"><script src="/swagger-ui.js"></script>',
      'SwaggerUIBundle({ url: "/openapi.json", dom_id: "#here", docExpansion: "list", validatorUrl: null, syntaxHighlight: false });',
    ),
    open: (view, { tag, id }) => view.locator(`[id="operations-${tag}-${id}"] .opblock-summary-control`).click(),
    async sample(view, { tag, id }, type) {
      const row = view.locator(`[id="operations-${tag}-${id}"] tr.response[data-code="200"]`);
      await row.locator("select.content-type").selectOption(type);
      return row.locator(".example, .highlight-code, .model-example").first();
    },
  },
  Redoc: {
    page: page('<script src="/redoc.js"></script>', 'Redoc.init("/openapi.json", { jsonSampleExpandLevel: "all" }, here);'),
    own: /\/logo-mini\.svg$/, // of its makers
    // each type with "json" in its name is JSON to it, so that a text in JSON lines is shown as a string of JSON
    spelling: (text, type) => (type === "text/jsonl" ? JSON.stringify(text) : text),
    open: (view, { id }) => turn(view, `#operation/${id}`),
    async sample(view, { id }, type) {
      const section = view.locator(`[id$="operation/${id}"]`).first();
      const panel = section.locator("h3", { hasText: "Response samples" }).locator("..");
      await panel.locator("select").first().selectOption(type);
      return panel;
    },
  },
  Scalar: {
    page: page(
      '<script src="/scalar.js"></script>',
      'Scalar.createApiReference("#here", { url: "/openapi.json", withDefaultFonts: false, telemetry: false, showDeveloperTools: "never" });',
    ),
    // what a place is it asks when it is loaded, and then alone
    open: (view, { tag, method, path }) =>
      turn(view, `#tag/${tag.toLowerCase()}/${method}${path}`).then(() => view.reload()),
    async sample(view, { method, path }, type) {
      const answer = view.locator(`li:has(> button[id$="/${method}${path}.responses.200"])`);
      const opener = answer.locator("> button");
      if ((await opener.getAttribute("aria-expanded")) !== "true") await opener.click();
      await answer.getByText(/^(application|text)\/\w+$/).first().click();
      await view.getByRole("option", { name: type, exact: true }).click();
      return view.locator("body");
    },
  },
};

const server = createServer(async (request, response) => {
  const path = new URL(request.url, "http://localhost").pathname;
  const renderer = Object.entries(RENDERERS).find(([name]) => path === `/${encodeURI(name)}`);
  if (renderer) {
    response.setHeader("Content-Type", "text/html").end(renderer[1].page);
  } else if (FILES[path]) {
    response.setHeader("Content-Type", TYPES[path.split(".").pop()]).end(await readFile(FILES[path]));
  } else {
    response.writeHead(404).end();
  }
});
await new Promise((listening) => server.listen(0, "127.0.0.1", listening));
const address = `http://127.0.0.1:${server.address().port}`;

const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium",
  args: ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-component-update", "--disable-sync"],
});

/** To another place of the page that is there. */
function turn(view, hash) {
  return view.evaluate((place) => (location.hash = place), hash);
}

/** What a reader sees of a sample, as soon as it is the one that is looked for. */
async function read(view, renderer, operation, type, text) {
  let seen = "";
  try {
    const where = await renderer.sample(view, operation, type);
    await where.waitFor();
    for (let i = 0; i < 50 && !seen.includes(text); i++) {
      if (i > 0) await view.waitForTimeout(100);
      seen = plain(await where.innerText());
    }
  } catch (error) {
    seen = error.message;
  }
  return seen;
}

const lines = [];
const tell = (right, line, more = "") => lines.push({ right, line: `${right ? "ok  " : "FAIL"} ${line}${more}` });

/** Each sample of each operation, as a renderer shows it. */
async function rendered([name, renderer]) {
  const view = await browser.newPage({ viewport: { width: 1600, height: 1200 } });
  view.setDefaultTimeout(120_000);
  const away = [];
  const broken = [];
  await view.route("**/*", (route) => {
    const url = route.request().url();
    const stays = url.startsWith(address) || url.startsWith("data:") || url.startsWith("blob:");
    if (!stays && !renderer.own?.test(url)) away.push(url);
    return stays ? route.continue() : route.abort();
  });
  view.on("pageerror", (error) => broken.push(error.message));
  await view.goto(`${address}/${encodeURI(name)}`);
  for (const operation of chosen) {
    await renderer.open(view, operation).catch((error) => tell(false, `${name} opens ${operation.id}`, `: ${error.message}`));
    for (const { type, text: written } of operation.samples) {
      const text = plain(renderer.spelling?.(written, type) ?? written);
      const seen = await read(view, renderer, operation, type, text);
      const right = seen.includes(text);
      const instead = `\n     instead of ${text.slice(0, 200)}\n     there is ${seen.slice(-400)}`;
      tell(right, `${name} shows the sample of ${operation.id} in ${type}`, right ? "" : instead);
    }
  }
  tell(away.length === 0, `${name} asks nobody else`, away.length ? `: ${[...new Set(away)].join(", ")}` : "");
  tell(broken.length === 0, `${name} has no mistake of a script`, broken.length ? `: ${broken.join("; ")}` : "");
  if (process.env.PICTURES) await view.screenshot({ path: `${process.env.PICTURES}/${name}.png` });
  await view.close();
}

try {
  await Promise.all(Object.entries(RENDERERS).map(rendered));
} finally {
  await browser.close();
  server.close();
}
const failed = lines.filter(({ right }) => !right);
for (const { line } of process.env.VERBOSE ? lines : failed) console.log(line);
console.log(`renderers: ${lines.length - failed.length} passed, ${failed.length} failed: ${Object.keys(RENDERERS).join(", ")}, ${chosen.length} operations`);
process.exitCode = failed.length ? 1 : 0;
