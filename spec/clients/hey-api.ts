// Every operation, and a failure, by the functions of @hey-api/openapi-ts.
import assert from "node:assert/strict";
import { client } from "./target/hey-api/client.gen.js";
import {
  cancelConnection,
  inviteContact,
  inviteVirtualContact,
  listContactLinks,
  listReceivedConnectionRequests,
  listSentConnectionRequests,
  removeConnection,
  resendConnectionRequest,
} from "./target/hey-api/index.js";
import { address, amelia, askedJack, askedNoah, clientRole, connectedWithLiam, key, liam } from "./world.js";
import { matilda, realPerson, virtualPerson } from "./world.js";

const pending = { ContactTypes: [realPerson, virtualPerson], IncludeIgnoredRequests: false };

// guide: client
client.setConfig({ baseUrl: address, auth: key });
// guide: end

/** The data of an answer; says that the operation was called. */
function answered<T>({ data, error }: { data?: T; error?: unknown }, operation: string): NonNullable<T> {
  assert.ok(data !== undefined && data !== null, `${operation}: ${JSON.stringify(error)}`);
  console.log(operation);
  return data;
}

const links = answered(await listContactLinks({ path: { ContactId: amelia } }), "listContactLinks");
assert.deepEqual(links.Roles.map((role) => role.RoleName), ["Adviser", "Accountant"]);

const received = answered(
  await listReceivedConnectionRequests({ path: { ContactId: amelia }, query: pending }),
  "listReceivedConnectionRequests",
);
assert.equal(received.ConnectionRequests[0]?.SuggesterContact?.ContactFullName, "Harbour Wealth Pty Ltd");

const sent = answered(
  await listSentConnectionRequests({ path: { ContactId: amelia }, query: pending }),
  "listSentConnectionRequests",
);
assert.ok(sent.ConnectionRequests.some((request) => request.ConnectionRequestId === askedNoah));

// guide: call
const invited = await inviteContact({
  path: { ContactId: amelia },
  body: { EmailAddress: "charlotte.reid@example.com", Roles: [clientRole] },
});
// guide: end
assert.match(answered(invited, "inviteContact").ContactId, /^[0-9a-f-]{36}$/);

const registered = answered(
  await inviteVirtualContact({
    path: { ContactId: amelia, ToContactId: matilda },
    body: { EmailAddress: "matilda.singh@example.com", Roles: [clientRole] },
  }),
  "inviteVirtualContact",
);
assert.equal(registered.ContactId, matilda);

const resent = answered(
  await resendConnectionRequest({ path: { ConnectionRequestId: askedNoah }, body: { ContactId: amelia } }),
  "resendConnectionRequest",
);
assert.equal(resent.ResponseStatus, null);

const cancelled = answered(
  await cancelConnection({
    path: { ConnectionId: askedJack },
    body: { ContactId: amelia, ContactTypeId: virtualPerson, RoleId: clientRole },
  }),
  "cancelConnection",
);
assert.equal(cancelled.ResponseStatus, null);

const removed = answered(
  await removeConnection({
    path: { ConnectionId: connectedWithLiam },
    body: { ContactId: amelia, ContactTypeId: realPerson, RoleId: clientRole },
  }),
  "removeConnection",
);
assert.equal(removed.ResponseStatus, null);

// guide: failure
const { error } = await listContactLinks({ path: { ContactId: liam } });
if (error !== undefined) {
  console.log(`failure ${error.ResponseStatus.ErrorCode} ${error.ResponseStatus.Errors[0]?.FieldName}`);
}
// guide: end
