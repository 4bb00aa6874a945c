import {mkdirSync, writeFileSync} from "node:fs";
import {defineConfig} from "@playwright/test";

const port = Number(process.env.PORT || 4021);
const jar = "../../../target/mock-server.jar";

/** A document of 1,200 operations, beside the one of a few. */
mkdirSync("../../../target/page", {recursive: true});
const paths = Array.from({length: 400}, (_, i) => `
  /things${i}/{id}:
    parameters: [{name: id, in: path, required: true, schema: {type: integer}, example: ${i}}]
    get: {operationId: read${i}, summary: Reads thing ${i}, responses: {'200': {description: It., content: {application/json: {examples: {one: {value: 1}, two: {value: 2}}}}}, '404': {description: None.}}}
    put: {operationId: change${i}, summary: Changes thing ${i}, responses: {'204': {description: Done.}, '409': {description: Not so.}}}
    delete: {operationId: remove${i}, summary: Removes thing ${i}, responses: {'204': {description: Done.}}}`);
writeFileSync("../../../target/page/many.yaml", `openapi: 3.1.1\ninfo: {title: Many, version: '1'}\npaths:${paths.join("")}\n`);

const mock = (document, at, more = "") => ({
  command: `java -jar ${jar} --spec ${document} --port ${at} --quiet${more}`,
  url: `http://127.0.0.1:${at}/__mock/sessions`,
});

export default defineConfig({
  testMatch: "*.spec.mjs",
  outputDir: "../../../target/page/results",
  fullyParallel: true,
  workers: 2,
  forbidOnly: true,
  timeout: 90_000, // machines of builds are slow at times
  expect: {timeout: 20_000},
  reporter: "list",
  webServer: [mock("pets.yaml", port, " --remember"), mock("../../../target/page/many.yaml", port + 1), mock("../../../../spec/openapi.yaml", port + 2)],
  use: {
    baseURL: `http://127.0.0.1:${port}`,
    viewport: {width: 1400, height: 1200},
    permissions: ["clipboard-read", "clipboard-write"],
    launchOptions: {executablePath: process.env.CHROMIUM || "/usr/bin/chromium", args: ["--no-sandbox"]},
  },
});
