// What an OpenAPI document (3, as JSON) says of its operations, references followed. What is left out is said on the standard error.
import { readFileSync } from "node:fs";

const METHODS = ["get", "put", "post", "delete", "options", "head", "patch", "trace", "query"];

/** Ends a script that cannot do what it is asked. */
export function refused(message) {
  console.error(message);
  process.exit(2);
}

const told = new Set();

/** Says once what a script leaves out. */
export function left(message) {
  if (!told.has(message)) console.error(`left out: ${message}`);
  told.add(message);
}

/** The document in a file, and the operations in it. */
export function read(file) {
  let document;
  try {
    document = JSON.parse(readFileSync(file, "utf8"));
  } catch (fault) {
    refused(`${file} cannot be read as JSON: ${fault.message}`);
  }
  if (!/^3\./.test(document?.openapi)) {
    refused(`${file} is no document of OpenAPI 3: its field openapi is ${JSON.stringify(document?.openapi) ?? "missing"}`);
  }
  return { document, operations: operations(document, file) };
}

function operations(document, file) {
  const found = [];
  const at = (value) => resolved(document, value, file);
  for (const [path, written] of Object.entries(document.paths ?? {})) {
    const item = at(written);
    for (const method of METHODS.filter((known) => known in item)) {
      const operation = item[method];
      found.push({
        id: operation.operationId ?? `${method.toUpperCase()} ${path}`,
        method,
        path,
        summary: operation.summary,
        tag: operation.tags?.[0],
        security: operation.security ?? document.security ?? [],
        server: (operation.servers ?? item.servers ?? document.servers ?? [{ url: "/" }])[0],
        parameters: parameters([...(item.parameters ?? []), ...(operation.parameters ?? [])].map(at), at),
        bodies: contents(at(operation.requestBody ?? {}), at),
        responses: responses(operation.responses ?? {}, at),
      });
    }
  }
  return found;
}

/** A parameter of the operation takes the place of one of its path. */
function parameters(written, at) {
  const named = new Map(written.map((parameter) => [`${parameter.in} ${parameter.name}`, parameter]));
  return [...named.values()].map((parameter) => ({ ...parameter, examples: examples(parameter, at) }));
}

function responses(written, at) {
  return Object.entries(written).map(([status, response]) => {
    const { headers = {}, ...rest } = at(response);
    const given = Object.entries(headers)
      .map(([name, header]) => [name, examples(at(header), at)[0]?.value])
      .filter(([, value]) => value !== undefined);
    return { status, headers: Object.fromEntries(given), bodies: contents(rest, at) };
  });
}

function contents({ content = {} }, at) {
  return Object.entries(content).map(([type, media]) => ({ type, examples: examples(at(media), at) }));
}

/** The examples beside a schema by name, or else those of the schema. */
function examples(holder, at) {
  if (holder.examples !== undefined && !Array.isArray(holder.examples)) {
    return Object.entries(holder.examples).map(([name, example]) => ({ name, ...at(example) }));
  }
  const schema = at(holder.schema ?? {});
  const value = [holder.example, schema.example, schema.examples?.[0], schema.const, schema.default, schema.enum?.[0]];
  const first = value.find((one) => one !== undefined);
  return first === undefined ? [] : [{ name: "example", value: first }];
}

function resolved(document, value, file, seen = []) {
  const reference = value?.$ref;
  if (typeof reference !== "string") return value ?? {};
  if (!reference.startsWith("#/") || seen.includes(reference)) {
    refused(`${file}: ${reference} leads ${seen.includes(reference) ? "in a circle" : "out of the document; bundle it first"}`);
  }
  const steps = reference.slice(2).split("/").map((step) => decodeURIComponent(step).replaceAll("~1", "/").replaceAll("~0", "~"));
  const target = steps.reduce((holder, step) => holder?.[step], document);
  if (target === undefined) refused(`${file}: ${reference} leads nowhere`);
  return resolved(document, target, file, [...seen, reference]);
}

/** Whether bodies of a type are written as JSON. */
export function isJson(type) {
  return /[/+]json(;|$)/.test(type);
}

/** The address of a server, each variable as it is by default. */
export function address({ url, variables = {} }) {
  return url.replace(/\{([^}]+)\}/g, (whole, name) => variables[name]?.default ?? whole).replace(/\/$/, "");
}

/** The status that an answer is sent with; `default` stands for a failure. */
export function code(status) {
  return status === "default" ? 500 : Number(status.replace(/XX$/i, "00"));
}
