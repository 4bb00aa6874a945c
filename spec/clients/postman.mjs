// A Postman collection from an OpenAPI document: node postman.mjs DOCUMENT.json COLLECTION.json
import { mkdirSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";
import { address, code, isJson, left, read, refused } from "./document.mjs";

const [file, output] = process.argv.slice(2);
if (output === undefined) refused("usage: node postman.mjs DOCUMENT.json COLLECTION.json");

/** The example of a name, or else the first; for a parameter that may be left out, only that of the name. */
function shown({ examples, required = true }, name) {
  return examples.find((example) => example.name === name) ?? (required ? examples[0] : undefined);
}

/** A parameter as it is sent: one entry, or one for each item. */
function entries({ name, style = "form", explode = style === "form", description }, value) {
  if (Array.isArray(value)) {
    const separator = { spaceDelimited: " ", pipeDelimited: "|" }[style] ?? ",";
    return explode ? value.map((item) => ({ key: name, value: String(item), description })) : [{ key: name, value: value.join(separator), description }];
  }
  if (value !== null && typeof value === "object") {
    const key = (member) => (style === "deepObject" ? `${name}[${member}]` : member);
    if (style === "deepObject" || explode) return Object.entries(value).map(([member, one]) => ({ key: key(member), value: String(one), description }));
    return [{ key: name, value: Object.entries(value).flat().join(","), description }];
  }
  return [{ key: name, value: String(value), description }];
}

/** The request that an example of a name shows. */
function request(operation, name) {
  const of = (place) =>
    operation.parameters
      .filter((parameter) => parameter.in === place)
      .map((parameter) => [parameter, shown({ required: place === "path", ...parameter }, name)])
      .filter(([parameter, example]) => {
        if (example === undefined && parameter.required) left(`${operation.id}: the ${place} parameter ${parameter.name}, as the document has no example of it`);
        return example !== undefined;
      })
      .flatMap(([parameter, { value }]) => entries(place === "query" ? parameter : { style: "simple", explode: false, ...parameter }, value));
  const body = operation.bodies.find(({ type, examples }) => isJson(type) && examples.length > 0);
  const example = body && shown(body, name);
  const query = of("query");
  const path = operation.path.replace(/\{([^}]+)\}/g, ":$1").slice(1).split("/");
  const written = query.map(({ key, value }) => `${encodeURIComponent(key)}=${encodeURIComponent(value)}`).join("&");
  return {
    method: operation.method.toUpperCase(),
    header: [{ key: "Accept", value: "application/json" }, ...(example ? [{ key: "Content-Type", value: body.type }] : []), ...of("header")],
    url: { raw: `{{address}}/${path.join("/")}${written && `?${written}`}`, host: ["{{address}}"], path, query, variable: of("path") },
    ...(example && { body: { mode: "raw", raw: JSON.stringify(example.value, null, 2), options: { raw: { language: "json" } } } }),
  };
}

/** What the document shows of an operation: an answer with the request of its name. */
function answers(operation) {
  return operation.responses.flatMap(({ status, headers, bodies }) => {
    const body = bodies.find(({ type, examples }) => isJson(type) && examples.length > 0);
    return (body?.examples ?? []).map(({ name, summary, value }) => ({
      name,
      originalRequest: { ...request(operation, name), ...(summary && { description: summary }) },
      status: summary ?? status,
      code: code(status),
      header: Object.entries({ "Content-Type": body.type, ...headers }).map(([key, given]) => ({ key, value: String(given) })),
      body: JSON.stringify(value, null, 2),
      _postman_previewlanguage: "json",
    }));
  });
}

/** An operation, as its first success shows it, with a test that it is answered so. */
function item(operation) {
  const response = answers(operation);
  const success = response.find(({ code: status }) => status < 300);
  const documented = operation.responses.map(({ status }) => code(status)).filter((status) => status < 300);
  const test = `pm.test("is answered as documented", () => pm.expect(pm.response.code).to.be.oneOf(${JSON.stringify(documented)}));`;
  return {
    name: operation.summary ?? operation.id,
    request: { ...(success?.originalRequest ?? request(operation)), description: operation.id },
    response,
    event: [{ listen: "test", script: { type: "text/javascript", exec: [test] } }],
  };
}

/** How the credential goes along, if the document says so in a way that Postman knows. */
function auth({ components = {}, security = [] }) {
  const [name] = Object.keys(security[0] ?? {});
  const scheme = components.securitySchemes?.[name];
  const value = "{{credential}}";
  if (scheme === undefined) return { type: "noauth" };
  if (scheme.type === "apiKey" && scheme.in !== "cookie") {
    return { type: "apikey", apikey: [{ key: "key", value: scheme.name }, { key: "value", value }, { key: "in", value: scheme.in }] };
  }
  if (scheme.scheme?.toLowerCase() === "bearer" || ["oauth2", "openIdConnect"].includes(scheme.type)) {
    return { type: "bearer", bearer: [{ key: "token", value, type: "string" }] };
  }
  left(`the credential ${name}: set it up by hand`);
  return { type: "noauth" };
}

const { document, operations } = read(file);
const folders = new Map();
for (const operation of operations) {
  const tag = operation.tag ?? document.info.title;
  folders.set(tag, [...(folders.get(tag) ?? []), item(operation)]);
}
const collection = {
  info: {
    name: document.info.title,
    description: document.info.description,
    version: document.info.version,
    schema: "https://schema.getpostman.com/json/collection/v2.1.0/collection.json",
  },
  auth: auth(document),
  variable: [
    { key: "address", value: address(document.servers?.[0] ?? { url: "http://127.0.0.1:4010" }) },
    { key: "credential", value: "any" },
  ],
  item: [...folders].map(([name, items]) => ({ name, item: items })),
};
mkdirSync(dirname(output), { recursive: true });
writeFileSync(output, `${JSON.stringify(collection, null, 2)}\n`);
const shownAnswers = collection.item.flatMap((folder) => folder.item).flatMap(({ response }) => response);
console.log(`${output}: ${operations.length} operations, ${shownAnswers.length} examples`);
