// Renders an edition with Swagger UI, Redoc and Scalar in Chromium, and looks whether each shows the sample of the document in each of
// its five formats. The pages are of this machine alone: a request that would leave it fails the run.
//   [PICTURES=FOLDER] [CHROMIUM=…] node render.mjs [OPERATION]
import { createServer } from "node:http";
import { readFile } from "node:fs/promises";
import { chromium } from "playwright-core";

const EDITION = new URL("../target/published/platform-api-canonical.json", import.meta.url);
const OPERATION = process.argv[2] ?? "listContactLinks";
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
const found = Object.entries(document.paths)
  .flatMap(([path, item]) => Object.entries(item).map(([method, operation]) => ({ path, method, operation })))
  .find(({ operation }) => operation.operationId === OPERATION);
if (!found) {
  throw new Error(`there is no operation ${OPERATION} in the edition`);
}
const { path: template, method, operation } = found;
const tag = operation.tags[0];

// What is there, white space apart: each page breaks lines as it likes.
const plain = (text) => text.replace(/\s+/g, "");

const resolved = (value) =>
  value.$ref ? value.$ref.slice(2).split("/").reduce((at, key) => at[key.replaceAll("~1", "/")], document) : value;

const samples = Object.entries(operation.responses["200"].content).map(([type, content]) => {
  const { value } = resolved(Object.values(content.examples)[0]);
  return { type, text: typeof value === "string" ? value : JSON.stringify(value) };
});

// A renderer: its page, what it asks others for whatever the document (and does not get), how it spells a sample, and what a reader does there to see the answer's sample in a format; gives what is to be seen then.
const RENDERERS = {
  "Swagger UI": {
    page: page(
      '<link rel="stylesheet" href="/swagger-ui.css"><script src="/swagger-ui.js"></script>',
      'SwaggerUIBundle({ url: "/openapi.json", dom_id: "#here", deepLinking: true, validatorUrl: null, syntaxHighlight: false });',
    ),
    hash: `#/${tag}/${OPERATION}`,
    async sample(view, type) {
      const row = view.locator(`[id="operations-${tag}-${OPERATION}"] tr.response[data-code="200"]`);
      await row.locator("select.content-type").selectOption(type);
      return row.locator(".example, .highlight-code, .model-example").first();
    },
  },
  Redoc: {
    page: page('<script src="/redoc.js"></script>', 'Redoc.init("/openapi.json", { jsonSampleExpandLevel: "all" }, here);'),
    own: /\/logo-mini\.svg$/, // of its makers
    // each type with "json" in its name is JSON to it, so that a text in JSON lines is shown as a string of JSON
    spelling: (text, type) => (type === "text/jsonl" ? JSON.stringify(text) : text),
    hash: `#operation/${OPERATION}`,
    async sample(view, type) {
      const section = view.locator(`[id$="operation/${OPERATION}"]`).first();
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
    hash: `#tag/${tag.toLowerCase()}/${method.toUpperCase()}${template}`,
    async sample(view, type) {
      const answer = view.locator(`li:has(> button[id$="/${method.toUpperCase()}${template}.responses.200"])`);
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
let failed = 0;
let passed = 0;
const tell = (right, line) => {
  console.log(`${right ? "ok  " : "FAIL"} ${line}`);
  right ? passed++ : failed++;
};
try {
  for (const [name, renderer] of Object.entries(RENDERERS)) {
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
    await view.goto(`${address}/${encodeURI(name)}${renderer.hash}`);
    for (const { type, text: written } of samples) {
      const text = plain(renderer.spelling?.(written, type) ?? written);
      let seen = "";
      try {
        const where = await renderer.sample(view, type);
        await where.waitFor();
        for (let i = 0; i < 50 && !plain(seen).includes(text); i++) {
          seen = await where.innerText();
          await view.waitForTimeout(100);
        }
      } catch (error) {
        seen = error.message;
      }
      tell(plain(seen).includes(text), `${name} shows the sample in ${type}`);
      if (!plain(seen).includes(text)) console.log(`     instead of ${text.slice(0, 200)}\n     there is ${plain(seen).slice(-400)}`);
    }
    tell(away.length === 0, `${name} asks nobody else${away.length ? ": " + [...new Set(away)].join(", ") : ""}`);
    tell(broken.length === 0, `${name} has no mistake of a script${broken.length ? ": " + broken.join("; ") : ""}`);
    if (process.env.PICTURES) await view.screenshot({ path: `${process.env.PICTURES}/${name}.png` });
    await view.close();
  }
} finally {
  await browser.close();
  server.close();
}
console.log(`${passed} passed, ${failed} failed`);
process.exitCode = failed ? 1 : 0;
