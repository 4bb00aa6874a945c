// Finds examples that break their schema, request examples that no answer belongs to or that ask what another asks, and
// error codes without example.
// Usage: node examples.js DOCUMENT...; exit status 1 if there are findings.
import { readFileSync } from "node:fs";
import Ajv from "ajv/dist/2020.js";
import addFormats from "ajv-formats";
import { parse } from "yaml";

const METHODS = ["get", "put", "post", "delete", "patch"];

// Refusals that come before any operation is found, so that no operation can show them.
const CODES_WITHOUT_OPERATION = ["NotFound", "MethodNotAllowed", "RequestTimeout", "UriTooLong", "HeadersTooLarge"];

const token = (key) => key.replaceAll("~", "~0").replaceAll("/", "~1");
const key = (token) => decodeURIComponent(token).replaceAll("~1", "/").replaceAll("~0", "~");

/** The document with its references followed on demand; a located value is a value and the pointer where it stands. */
class Tree {
  constructor(root) {
    this.root = root;
  }

  at(pointer) {
    const value = pointer.split("/").slice(1).map(key).reduce((node, name) => node?.[name], this.root);
    return value?.$ref ? this.at(value.$ref.slice(1)) : { value, pointer };
  }

  children({ value, pointer }, member) {
    const held = this.at(`${pointer}/${member}`);
    return Object.keys(held.value ?? {}).map((name) => [name, this.at(`${held.pointer}/${token(name)}`)]);
  }

  operations() {
    return this.children(this.at(""), "paths").flatMap(([, item]) =>
      METHODS.filter((method) => item.value[method]).map((method) => this.at(`${item.pointer}/${method}`)),
    );
  }

  parameters(operation, place) {
    return this.children(operation, "parameters")
      .map(([, parameter]) => parameter)
      .filter(({ value }) => !place || value.in === place);
  }

  json(body) {
    return this.children(body, "content")
      .filter(([type]) => type === "application/json")
      .map(([, media]) => media);
  }

  exampleNames(holder) {
    return Object.keys(holder.value.examples ?? {});
  }
}

function schemaFindings(tree) {
  const ajv = new Ajv({ strict: false, allErrors: true });
  addFormats(ajv);
  ajv.addFormat("int32", { type: "number", validate: Number.isInteger });
  ajv.addSchema({ $id: "contract:", ...tree.root });

  const holders = tree.operations().flatMap((operation) => [
    ...tree.parameters(operation),
    ...tree.json(tree.at(`${operation.pointer}/requestBody`)),
    ...tree.children(operation, "responses").flatMap(([, response]) => [
      ...tree.json(response),
      ...tree.children(response, "headers").map(([, header]) => header),
    ]),
  ]);
  const unique = [...new Map(holders.map((holder) => [holder.pointer, holder])).values()];
  return unique.flatMap((holder) => {
    const validate = ajv.getSchema(`contract:#${holder.pointer.split("/").map(encodeURIComponent).join("/")}/schema`);
    const examples = tree.children(holder, "examples").map(([name, example]) => [name, example.value.value]);
    if (holder.value.example !== undefined) examples.push(["example", holder.value.example]);
    if (holder.value.name === "format") return []; // tools would send what stands there with every request
    if (examples.length === 0) return [`${holder.pointer}: has no example`];
    return examples.flatMap(([name, value]) =>
      validate(value) ? [] : [`${holder.pointer}, example ${name}: ${ajv.errorsText(validate.errors)}`],
    );
  });
}

function nameFindings(tree) {
  return tree.operations().flatMap((operation) => {
    const holders = [...tree.parameters(operation), ...tree.json(tree.at(`${operation.pointer}/requestBody`))];
    const everywhere = holders
      .filter(({ value }) => value.in !== "query" && value.in !== "header")
      .map((holder) => new Set(tree.exampleNames(holder)));
    const request = (name) =>
      JSON.stringify(holders.map((holder) => tree.at(`${holder.pointer}/examples/${name}`).value?.value));
    const answered = new Set(
      tree.children(operation, "responses")
        .flatMap(([, response]) => tree.json(response))
        .flatMap((media) => tree.exampleNames(media)),
    );
    const names = [...new Set(everywhere.flatMap((names) => [...names]))];
    return names.flatMap((name, i) => {
      const twin = names.slice(0, i).find((other) => request(other) === request(name));
      return [
        ...(everywhere.every((names) => names.has(name)) ? [] : [`${operation.pointer}: part of the request lacks '${name}'`]),
        ...(answered.has(name) ? [] : [`${operation.pointer}: no answer belongs to '${name}'`]),
        ...(twin ? [`${operation.pointer}: '${twin}' and '${name}' ask the same`] : []),
      ];
    });
  });
}

function codeFindings(tree) {
  const shown = new Set(
    tree.operations()
      .flatMap((operation) => tree.children(operation, "responses"))
      .flatMap(([, response]) => tree.json(response))
      .flatMap((media) => tree.children(media, "examples"))
      .flatMap(([, example]) => {
        const status = example.value.value.ResponseStatus;
        return status ? [status.ErrorCode, ...status.Errors.map((error) => error.ErrorCode)] : [];
      }),
  );
  const codes = tree.root.components.schemas.ErrorCode.enum;
  return [
    ...codes.filter((code) => shown.has(code) === CODES_WITHOUT_OPERATION.includes(code))
      .map((code) => `ErrorCode ${code}: ${shown.has(code) ? "has an example, which it cannot have" : "has no example"}`),
    ...codes.filter((code) => !tree.root.components.schemas.ErrorCode.description.includes(`\`${code}\``))
      .map((code) => `ErrorCode ${code}: the table in its description leaves it out`),
  ];
}

for (const file of process.argv.slice(2)) {
  const tree = new Tree(parse(readFileSync(file, "utf8")));
  const findings = [...schemaFindings(tree), ...nameFindings(tree), ...codeFindings(tree)];
  findings.forEach((finding) => console.error(`${file}#${finding}`));
  console.log(`${file}: ${findings.length} findings in examples`);
  if (findings.length > 0) process.exitCode = 1;
}
