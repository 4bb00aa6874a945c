"""Every operation, and a failure, by the package of openapi-generator's python."""

import os
from uuid import UUID

from platform_client import (
    ApiClient,
    ApiException,
    Configuration,
    ConnectionRequestResend,
    ConnectionRequestResendApi,
    ConnectionStatusUpdate,
    ConnectionStatusUpdateApi,
    ContactConnectedLinksApi,
    ErrorResponse,
    GetConnectionRequestsApi,
    InviteContact,
    InviteContactApi,
)

amelia = UUID("c0000001-1f4b-4d8a-a37e-5b9c2e6d0f84")
liam = UUID("c0000003-1f4b-4d8a-a37e-5b9c2e6d0f84")
matilda = UUID("c0000009-1f4b-4d8a-a37e-5b9c2e6d0f84")
client_role = UUID("5e000003-2b7f-4e19-8c64-0f9d7a3b5e18")
real_person = UUID("7e000001-4c1d-4f6a-9b2e-6d5c3a8f1e70")
virtual_person = UUID("7e000002-4c1d-4f6a-9b2e-6d5c3a8f1e70")
asked_noah = UUID("cc000004-6e2d-4b58-9f13-a4d7c0e8b219")
asked_jack = UUID("cc000005-6e2d-4b58-9f13-a4d7c0e8b219")
connected_with_liam = UUID("cc000006-6e2d-4b58-9f13-a4d7c0e8b219")
people = [real_person, virtual_person]
address = os.environ.get("API_ADDRESS", "http://127.0.0.1:4010")
key = os.environ.get("API_KEY", "any")


def called(operation, as_documented):
    assert as_documented, f"{operation} was not answered as documented"
    print(operation)


def party(contact_type):
    return ConnectionStatusUpdate(contact_id=amelia, contact_type_id=contact_type, role_id=client_role)


# guide: client
client = ApiClient(Configuration(host=address, access_token=key))
invitations = InviteContactApi(client)
# guide: end
contacts = ContactConnectedLinksApi(client)
requests = GetConnectionRequestsApi(client)
connections = ConnectionStatusUpdateApi(client)

links = contacts.list_contact_links(amelia)
called("listContactLinks", [role.role_name for role in links.roles] == ["Adviser", "Accountant"])

received = requests.list_received_connection_requests(amelia, people, False).connection_requests
called(
    "listReceivedConnectionRequests",
    received[0].suggester_contact.contact_full_name == "Harbour Wealth Pty Ltd",
)

sent = requests.list_sent_connection_requests(amelia, people, False).connection_requests
called("listSentConnectionRequests", asked_noah in [request.connection_request_id for request in sent])

# guide: call
invitation = InviteContact(email_address="charlotte.reid@example.com", roles=[client_role])
invited = invitations.invite_contact(amelia, invitation)
# guide: end
called("inviteContact", isinstance(invited.contact_id, UUID))

registration = InviteContact(email_address="matilda.singh@example.com", roles=[client_role])
registered = invitations.invite_virtual_contact(amelia, matilda, registration)
called("inviteVirtualContact", registered.contact_id == matilda)

reminder = ConnectionRequestResend(contact_id=amelia)
resent = ConnectionRequestResendApi(client).resend_connection_request(asked_noah, reminder)
called("resendConnectionRequest", resent.response_status is None)

cancelled = connections.cancel_connection(asked_jack, party(virtual_person))
called("cancelConnection", cancelled.response_status is None)

removed = connections.remove_connection(connected_with_liam, party(real_person))
called("removeConnection", removed.response_status is None)

# guide: failure
try:
    contacts.list_contact_links(liam)
except ApiException as thrown:
    status = ErrorResponse.from_json(thrown.body).response_status
    print("failure", status.error_code.value, status.errors[0].field_name)
# guide: end
