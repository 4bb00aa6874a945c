// The platform's own JavaScript client, which nobody here wrote, calls every operation by its path. Each test has objects
// of its own in the world of the examples, so that all of them pass after one beginning of it.

import assert from "node:assert/strict";
import { test } from "node:test";
import { camelCaseAny, errorResponse, JsonServiceClient, toDate } from "@servicestack/client";
import * as camelCase from "./camelCaseTypes.mjs";
import ts from "typescript";

/** The types that mock and server hand out for TypeScript, as a module for Node. */
async function typesOf(server) {
  const answer = await fetch(`${server}/api/types/typescript`);
  const { outputText } = ts.transpileModule(await answer.text(), {
    compilerOptions: { target: ts.ScriptTarget.ES2022, module: ts.ModuleKind.ES2022 },
  });
  return import(`data:text/javascript,${encodeURIComponent(outputText)}`);
}

const { ConnectionRequestResend, ConnectionStatusUpdate, ContactConnectedLinks, GetConnectionRequests, InviteContact } =
  await typesOf(process.env.PLATFORM_URL);

const amelia = "c0000001-1f4b-4d8a-a37e-5b9c2e6d0f84";
const liam = "c0000003-1f4b-4d8a-a37e-5b9c2e6d0f84";
const chloe = "c0000004-1f4b-4d8a-a37e-5b9c2e6d0f84";
const matilda = "c0000009-1f4b-4d8a-a37e-5b9c2e6d0f84";
const clientRole = "5e000003-2b7f-4e19-8c64-0f9d7a3b5e18";
const adviserRole = "5e000002-2b7f-4e19-8c64-0f9d7a3b5e18";
const realPerson = "7e000001-4c1d-4f6a-9b2e-6d5c3a8f1e70";
const virtualPerson = "7e000002-4c1d-4f6a-9b2e-6d5c3a8f1e70";
const askedNoah = "cc000004-6e2d-4b58-9f13-a4d7c0e8b219";
const askedJack = "cc000005-6e2d-4b58-9f13-a4d7c0e8b219";
const connectedWithLiam = "cc000006-6e2d-4b58-9f13-a4d7c0e8b219";

function connected() {
  const client = new JsonServiceClient(process.env.PLATFORM_URL);
  client.bearerToken = "demo";
  return client;
}

const client = connected();

/** What the client throws: no Error, but the body of the failure, its members in camelCase. */
async function refusal(call) {
  return call.then(
    (answer) => assert.fail(`answered ${JSON.stringify(answer)}`),
    (thrown) => thrown,
  );
}

test("resends a request", async () => {
  const request = new ConnectionRequestResend({ ContactId: amelia });

  assert.deepEqual(await client.postToUrl(`/api/connectionrequests/${askedNoah}/resend`, request), { ResponseStatus: null });
});

test("cancels a request, by PUT", async () => {
  const request = new ConnectionStatusUpdate({ ContactId: amelia, ContactTypeId: virtualPerson, RoleId: clientRole });

  assert.deepEqual(await client.putToUrl(`/api/connections/${askedJack}/cancel`, request), { ResponseStatus: null });
});

test("removes a connection, by DELETE with its members in the query", async () => {
  const request = new ConnectionStatusUpdate({ ContactId: amelia, ContactTypeId: realPerson, RoleId: clientRole });

  assert.deepEqual(await client.delete(`/api/connections/${connectedWithLiam}/remove`, request), { ResponseStatus: null });
});

test("invites by address", async () => {
  const request = new InviteContact({ EmailAddress: "charlotte.reid@example.com", Roles: [clientRole, adviserRole] });
  const { ContactId, ResponseStatus } = await client.postToUrl(`/api/contacts/${amelia}/invite/contact`, request);

  assert.match(ContactId, /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/);
  assert.equal(ResponseStatus, null);
});

test("invites a virtual contact", async () => {
  const request = new InviteContact({ EmailAddress: "matilda.singh@example.com", Roles: [clientRole] });
  const answer = await client.send(request, null, client.toAbsoluteUrl(`/api/contacts/${amelia}/invite/${matilda}`));

  assert.deepEqual(answer, { ContactId: matilda, ResponseStatus: null });
});

test("lists the requests received, by GET with a list in the query", async () => {
  const request = new GetConnectionRequests({ ContactTypes: [realPerson, virtualPerson], IncludeIgnoredRequests: false });
  const { ConnectionRequests } = await client.get(`/api/contacts/${amelia}/connectionrequests/received`, request);

  const [isla, chloes] = ConnectionRequests;
  assert.equal(ConnectionRequests.length, 2);
  assert.deepEqual(toDate(isla.FromDate), new Date("2026-11-09T04:40:00Z"));
  assert.equal(isla.SuggesterContact.ContactFullName, "Harbour Wealth Pty Ltd");
  assert.deepEqual([chloes.Contact.ContactId, chloes.ConnectionId, chloes.IsIncoming], [chloe, null, true]);
});

test("lists the requests sent", async () => {
  const request = new GetConnectionRequests({ ContactTypes: [realPerson, virtualPerson], IncludeIgnoredRequests: false });
  const { ConnectionRequests } = await client.postToUrl(`/api/contacts/${amelia}/connectionrequests/sent`, request);

  assert.ok(ConnectionRequests.some((sent) => sent.ConnectionRequestId === askedNoah));
});

test("lists links, with and without a body", async () => {
  const request = new ContactConnectedLinks({ ContactId: amelia });
  const posted = await client.postToUrl(`/api/contacts/${amelia}/links`, request);
  const got = await client.get(`/api/contacts/${amelia}/links`);

  for (const links of [posted, got]) {
    assert.deepEqual(links.Roles.map((role) => role.RoleName), ["Adviser", "Accountant"]);
    assert.deepEqual(toDate(links.Roles[1].EndDate), new Date("2024-01-31T00:00:00Z"));
    assert.equal(links.EmailAddressBook[0].EmailAddress, "office@harbourwealth.example");
    assert.ok(links.ContactConnections.length > 0);
  }
});

test("throws a failure with every field at fault", async () => {
  const request = new InviteContact({ EmailAddress: "charlotte" });
  const thrown = await refusal(client.postToUrl(`/api/contacts/${amelia}/invite/contact`, request));

  assert.equal(thrown.responseStatus.errorCode, "Email");
  assert.equal(thrown.responseStatus.message, "'Email Address' is not a valid email address.");
  assert.deepEqual(
    thrown.responseStatus.errors.map((error) => [error.errorCode, error.fieldName, error.message]),
    [
      ["Email", "EmailAddress", "'Email Address' is not a valid email address."],
      ["NotEmpty", "Roles", "'Roles' must not be empty."],
    ],
  );
  assert.equal(errorResponse.call(thrown, "roles"), "'Roles' must not be empty.");
});

test("throws what the rules of the domain refuse", async () => {
  const thrown = await refusal(client.get(`/api/contacts/${liam}/links`));

  assert.equal(thrown.responseStatus.errorCode, "Forbidden");
  assert.equal(thrown.responseStatus.errors[0].fieldName, "ContactId");
});

test("throws where the credential is missing", async () => {
  const stranger = new JsonServiceClient(process.env.PLATFORM_URL);
  const thrown = await refusal(stranger.get(`/api/contacts/${amelia}/links`));

  assert.equal(thrown.responseStatus.errorCode, "Unauthorized");
});

test("reads requests in camelCase, and answers in PascalCase", async () => {
  const request = new camelCase.InviteContact({ emailAddress: "chloe.papadopoulos@example.net", roles: [adviserRole] });
  const harbourWealth = "c0000002-1f4b-4d8a-a37e-5b9c2e6d0f84";
  const answer = await client.postToUrl(`/api/contacts/${harbourWealth}/invite/contact`, request);

  assert.deepEqual(answer, { ContactId: chloe, ResponseStatus: null });
});

test("suits types in camelCase once the client is told to read answers so", async () => {
  const client = connected();
  client.parseJson = async (answer) => camelCaseAny(await answer.json());
  const request = new camelCase.GetConnectionRequests({ contactTypes: [realPerson], includeIgnoredRequests: true });
  const { connectionRequests } = await client.get(`/api/contacts/${amelia}/connectionrequests/received`, request);

  assert.deepEqual(
    connectionRequests.map((received) => received.contact.contactFullName),
    ["Isla Thompson", "Chloe Papadopoulos", "Oliver Kaye"],
  );
});

test("throws failures to types in camelCase alike", async () => {
  const client = connected();
  client.parseJson = async (answer) => camelCaseAny(await answer.json());
  const request = new camelCase.InviteContact({ emailAddress: "charlotte" });
  const thrown = await refusal(client.postToUrl(`/api/contacts/${amelia}/invite/contact`, request));

  assert.deepEqual(
    thrown.responseStatus.errors.map((error) => error.fieldName),
    ["EmailAddress", "Roles"],
  );
});
