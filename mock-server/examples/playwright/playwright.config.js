import {defineConfig} from "@playwright/test";

export default defineConfig({
  outputDir: "../../target/playwright",
  fullyParallel: true,
  workers: 8,
  timeout: 60_000,
  expect: {timeout: 15_000},
  reporter: "list",
  webServer: [
    {command: "java -jar ../../target/mock-server.jar --spec pets.yaml --remember --port 4031", url: "http://127.0.0.1:4031/openapi.yaml"},
    {command: "node app/serve.js", url: "http://127.0.0.1:4032"},
  ],
  use: {
    baseURL: "http://127.0.0.1:4032",
    launchOptions: process.env.CHROMIUM ? {executablePath: process.env.CHROMIUM, args: ["--no-sandbox"]} : {},
  },
});
