// A typed function for each operation, without packages at run time: npx openapi-ts --file hey-api.config.mjs
export default {
  input: "../target/published/platform-api-canonical.yaml",
  output: { path: "target/hey-api", importFileExtension: ".js" },
  plugins: ["@hey-api/client-fetch", "@hey-api/sdk"],
  logs: { file: false },
};
