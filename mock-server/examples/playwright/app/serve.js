/** Serves the app; any other server would do. */
import {readFile} from "node:fs/promises";
import {createServer} from "node:http";

createServer(async (request, response) => {
  response.setHeader("Content-Type", "text/html; charset=utf-8");
  response.end(await readFile(new URL("index.html", import.meta.url)));
}).listen(4032, "127.0.0.1");
