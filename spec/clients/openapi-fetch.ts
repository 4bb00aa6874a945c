// Every operation, and a failure, by the types of openapi-typescript and by openapi-fetch.
import assert from "node:assert/strict";
import createClient from "openapi-fetch";
import type { paths } from "./target/openapi-typescript/platform-api.js";
import { address, amelia, askedJack, askedNoah, clientRole, connectedWithLiam, key, liam } from "./world.js";
import { matilda, realPerson, virtualPerson } from "./world.js";

const pending = { ContactTypes: [realPerson, virtualPerson], IncludeIgnoredRequests: false };

// guide: client
const platform = createClient<paths, "application/json">({
  baseUrl: address,
  headers: { Authorization: `Bearer ${key}` },
});
// guide: end

/** The data of an answer; says that the operation was called. */
function answered<T>({ data, error }: { data?: T; error?: unknown }, operation: string): NonNullable<T> {
  assert.ok(data !== undefined && data !== null, `${operation}: ${JSON.stringify(error)}`);
  console.log(operation);
  return data;
}

const links = answered(
  await platform.GET("/api/contacts/{ContactId}/links", { params: { path: { ContactId: amelia } } }),
  "listContactLinks",
);
assert.deepEqual(links.Roles.map((role) => role.RoleName), ["Adviser", "Accountant"]);

const received = answered(
  await platform.GET("/api/contacts/{ContactId}/connectionrequests/received", {
    params: { path: { ContactId: amelia }, query: pending },
  }),
  "listReceivedConnectionRequests",
);
assert.equal(received.ConnectionRequests[0]?.SuggesterContact?.ContactFullName, "Harbour Wealth Pty Ltd");

const sent = answered(
  await platform.GET("/api/contacts/{ContactId}/connectionrequests/sent", {
    params: { path: { ContactId: amelia }, query: pending },
  }),
  "listSentConnectionRequests",
);
assert.ok(sent.ConnectionRequests.some((request) => request.ConnectionRequestId === askedNoah));

// guide: call
const invited = await platform.POST("/api/contacts/{ContactId}/invite/contact", {
  params: { path: { ContactId: amelia } },
  body: { EmailAddress: "charlotte.reid@example.com", Roles: [clientRole] },
});
// guide: end
assert.match(answered(invited, "inviteContact").ContactId, /^[0-9a-f-]{36}$/);

const registered = answered(
  await platform.POST("/api/contacts/{ContactId}/invite/{ToContactId}", {
    params: { path: { ContactId: amelia, ToContactId: matilda } },
    body: { EmailAddress: "matilda.singh@example.com", Roles: [clientRole] },
  }),
  "inviteVirtualContact",
);
assert.equal(registered.ContactId, matilda);

const resent = answered(
  await platform.POST("/api/connectionrequests/{ConnectionRequestId}/resend", {
    params: { path: { ConnectionRequestId: askedNoah } },
    body: { ContactId: amelia },
  }),
  "resendConnectionRequest",
);
assert.equal(resent.ResponseStatus, null);

const cancelled = answered(
  await platform.POST("/api/connections/{ConnectionId}/cancel", {
    params: { path: { ConnectionId: askedJack } },
    body: { ContactId: amelia, ContactTypeId: virtualPerson, RoleId: clientRole },
  }),
  "cancelConnection",
);
assert.equal(cancelled.ResponseStatus, null);

const removed = answered(
  await platform.POST("/api/connections/{ConnectionId}/remove", {
    params: { path: { ConnectionId: connectedWithLiam } },
    body: { ContactId: amelia, ContactTypeId: realPerson, RoleId: clientRole },
  }),
  "removeConnection",
);
assert.equal(removed.ResponseStatus, null);

// guide: failure
const { error } = await platform.GET("/api/contacts/{ContactId}/links", { params: { path: { ContactId: liam } } });
if (error !== undefined) {
  console.log(`failure ${error.ResponseStatus.ErrorCode} ${error.ResponseStatus.Errors[0]?.FieldName}`);
}
// guide: end
