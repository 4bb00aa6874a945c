// Every operation, and a failure, by the classes of openapi-generator's typescript-fetch.
import assert from "node:assert/strict";
import {
  Configuration,
  ConnectionRequestResendApi,
  ConnectionStatusUpdateApi,
  ContactConnectedLinksApi,
  ErrorResponseFromJSON,
  GetConnectionRequestsApi,
  InviteContactApi,
  ResponseError,
} from "./target/typescript-fetch/index.js";
import { address, amelia, askedJack, askedNoah, clientRole, connectedWithLiam, key, liam } from "./world.js";
import { matilda, realPerson, virtualPerson } from "./world.js";

const pending = { ContactId: amelia, ContactTypes: [realPerson, virtualPerson], IncludeIgnoredRequests: false };

// guide: client
const configuration = new Configuration({ basePath: address, accessToken: key });
const invitations = new InviteContactApi(configuration);
// guide: end
const contacts = new ContactConnectedLinksApi(configuration);
const requests = new GetConnectionRequestsApi(configuration);
const connections = new ConnectionStatusUpdateApi(configuration);

const links = await contacts.listContactLinks({ ContactId: amelia });
assert.deepEqual(links.Roles.map((role) => role.RoleName), ["Adviser", "Accountant"]);
console.log("listContactLinks");

const received = await requests.listReceivedConnectionRequests(pending);
assert.equal(received.ConnectionRequests[0]?.SuggesterContact?.ContactFullName, "Harbour Wealth Pty Ltd");
console.log("listReceivedConnectionRequests");

const sent = await requests.listSentConnectionRequests(pending);
assert.ok(sent.ConnectionRequests.some((request) => request.ConnectionRequestId === askedNoah));
console.log("listSentConnectionRequests");

// guide: call
const invited = await invitations.inviteContact({
  ContactId: amelia,
  InviteContact: { EmailAddress: "charlotte.reid@example.com", Roles: [clientRole] },
});
// guide: end
assert.match(invited.ContactId, /^[0-9a-f-]{36}$/);
console.log("inviteContact");

const registered = await invitations.inviteVirtualContact({
  ContactId: amelia,
  ToContactId: matilda,
  InviteContact: { EmailAddress: "matilda.singh@example.com", Roles: [clientRole] },
});
assert.equal(registered.ContactId, matilda);
console.log("inviteVirtualContact");

const resent = await new ConnectionRequestResendApi(configuration).resendConnectionRequest({
  ConnectionRequestId: askedNoah,
  ConnectionRequestResend: { ContactId: amelia },
});
assert.equal(resent.ResponseStatus, null);
console.log("resendConnectionRequest");

const cancelled = await connections.cancelConnection({
  ConnectionId: askedJack,
  ConnectionStatusUpdate: { ContactId: amelia, ContactTypeId: virtualPerson, RoleId: clientRole },
});
assert.equal(cancelled.ResponseStatus, null);
console.log("cancelConnection");

const removed = await connections.removeConnection({
  ConnectionId: connectedWithLiam,
  ConnectionStatusUpdate: { ContactId: amelia, ContactTypeId: realPerson, RoleId: clientRole },
});
assert.equal(removed.ResponseStatus, null);
console.log("removeConnection");

// guide: failure
try {
  await contacts.listContactLinks({ ContactId: liam });
} catch (thrown) {
  if (!(thrown instanceof ResponseError)) throw thrown;
  const { ResponseStatus } = ErrorResponseFromJSON(await thrown.response.json());
  console.log(`failure ${ResponseStatus.ErrorCode} ${ResponseStatus.Errors[0]?.FieldName}`);
}
// guide: end
