// Handlers of Mock Service Worker from the examples of an OpenAPI document: node msw.mjs DOCUMENT.json handlers.mjs
import { mkdirSync, writeFileSync } from "node:fs";
import { basename, dirname } from "node:path";
import { address, code, isJson, left, read, refused } from "./document.mjs";

const [file, output] = process.argv.slice(2);
if (output === undefined) refused("usage: node msw.mjs DOCUMENT.json handlers.mjs");

/** The answers of an operation in one type each: JSON if there is an example in it. */
function answers({ id, responses }) {
  return responses.flatMap(({ status, headers, bodies }) => {
    if (bodies.length === 0) return [{ name: status, status: code(status), headers }];
    const shown = bodies.filter((body) => body.examples.length > 0);
    const body = shown.find(({ type }) => isJson(type)) ?? shown[0];
    if (body === undefined) {
      left(`${id} ${status}: the document has no example of it`);
      return [];
    }
    return body.examples.flatMap((example) => {
      if ("externalValue" in example) {
        left(`${id} ${status} ${example.name}: its value is elsewhere, at ${example.externalValue}`);
        return [];
      }
      const { name, value = example.serializedValue ?? example.dataValue } = example;
      const text = typeof value === "string" && !isJson(body.type) ? value : JSON.stringify(value);
      return [{ name, status: code(status), headers: { "Content-Type": body.type, ...headers }, text }];
    });
  });
}

/** What the path of a request looks like, on any host. */
function pattern({ path, server }) {
  const prefix = new URL(address(server) || "/", "http://localhost/").pathname.replace(/\/$/, "");
  const literal = (text) => text.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
  return `^[a-z]+://[^/]+${literal(prefix)}${path.split(/\{[^}]*\}/).map(literal).join("[^/]+")}$`;
}

/** Whatever is written out comes before a parameter in its place: the first handler that fits is asked. */
function byPath(one, other) {
  const segments = (path) => path.split("/").map((segment) => (segment.includes("{") ? "1" : "0")).join("");
  return segments(one.path).localeCompare(segments(other.path));
}

const { document, operations } = read(file);
const table = {};
for (const operation of operations.sort(byPath)) {
  if (["trace", "query"].includes(operation.method)) {
    left(`${operation.id}: there are no handlers for ${operation.method.toUpperCase()}`);
    continue;
  }
  if (operation.id in table) refused(`${file}: two operations have the id ${operation.id}`);
  const { method } = operation;
  table[operation.id] = { method, path: pattern(operation), answers: answers(operation) };
}

mkdirSync(dirname(output), { recursive: true });
writeFileSync(
  output,
  `// ${document.info.title} ${document.info.version}: made from ${basename(file)} by msw.mjs, not by hand.
import { http, HttpResponse } from "msw";

const operations = ${JSON.stringify(table, null, 2)};

/** Answers an operation by the example of a name, or the first of a status; without either, by its first success. */
export function handler(id, example) {
  const operation = operations[id];
  if (operation === undefined) {
    throw new Error(\`There is no operation \${id}, but \${Object.keys(operations).join(", ")}.\`);
  }
  const { method, path, answers } = operation;
  const answer =
    example === undefined
      ? (answers.find(({ status }) => status < 300) ?? answers[0])
      : answers.find(({ name, status }) => name === example || status === Number(example));
  if (answer === undefined && example !== undefined) {
    throw new Error(\`\${id} has no example \${example}, but \${answers.map(({ name }) => name).join(", ")}.\`);
  }
  return http[method](new RegExp(path), () =>
    answer === undefined
      ? new HttpResponse(\`The document has no example of an answer of \${id}.\`, { status: 501 })
      : new HttpResponse(answer.text ?? null, { status: answer.status, headers: answer.headers }),
  );
}

/** Answers every operation; \`chosen\` has, by the id of an operation, the name of an example or a status. */
export function handlers(chosen = {}) {
  for (const id of Object.keys(chosen)) handler(id);
  return Object.keys(operations).map((id) => handler(id, chosen[id]));
}

/** The names of the examples of each operation. */
export const examples = Object.fromEntries(
  Object.entries(operations).map(([id, { answers }]) => [id, answers.map(({ name }) => name)]),
);
`,
);
console.log(`${output}: ${Object.keys(table).length} operations, ${Object.values(table).flatMap(({ answers }) => answers).length} examples`);
