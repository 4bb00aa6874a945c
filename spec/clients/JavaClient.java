import com.example.platform.ApiClient;
import com.example.platform.ApiException;
import com.example.platform.api.ConnectionRequestResendApi;
import com.example.platform.api.ConnectionStatusUpdateApi;
import com.example.platform.api.ContactConnectedLinksApi;
import com.example.platform.api.GetConnectionRequestsApi;
import com.example.platform.api.InviteContactApi;
import com.example.platform.model.AddContactResponse;
import com.example.platform.model.ConnectionRequestResend;
import com.example.platform.model.ConnectionStatusUpdate;
import com.example.platform.model.ErrorResponse;
import com.example.platform.model.InviteContact;
import com.example.platform.model.ResponseStatus;
import java.util.List;
import java.util.UUID;

/** Every operation, and a failure, by the classes of openapi-generator's java. */
final class JavaClient {

    private static final UUID AMELIA = UUID.fromString("c0000001-1f4b-4d8a-a37e-5b9c2e6d0f84");
    private static final UUID LIAM = UUID.fromString("c0000003-1f4b-4d8a-a37e-5b9c2e6d0f84");
    private static final UUID MATILDA = UUID.fromString("c0000009-1f4b-4d8a-a37e-5b9c2e6d0f84");
    private static final UUID CLIENT_ROLE = UUID.fromString("5e000003-2b7f-4e19-8c64-0f9d7a3b5e18");
    private static final UUID REAL_PERSON = UUID.fromString("7e000001-4c1d-4f6a-9b2e-6d5c3a8f1e70");
    private static final UUID VIRTUAL_PERSON = UUID.fromString("7e000002-4c1d-4f6a-9b2e-6d5c3a8f1e70");
    private static final UUID ASKED_NOAH = UUID.fromString("cc000004-6e2d-4b58-9f13-a4d7c0e8b219");
    private static final UUID ASKED_JACK = UUID.fromString("cc000005-6e2d-4b58-9f13-a4d7c0e8b219");
    private static final UUID CONNECTED_WITH_LIAM = UUID.fromString("cc000006-6e2d-4b58-9f13-a4d7c0e8b219");
    private static final List<UUID> PEOPLE = List.of(REAL_PERSON, VIRTUAL_PERSON);

    private JavaClient() {}

    public static void main(String[] arguments) throws Exception {
        String address = System.getenv().getOrDefault("API_ADDRESS", "http://127.0.0.1:4010");
        String key = System.getenv().getOrDefault("API_KEY", "any");
        // guide: client
        ApiClient client = new ApiClient();
        client.updateBaseUri(address);
        client.setRequestInterceptor(request -> request.header("Authorization", "Bearer " + key));
        InviteContactApi invitations = new InviteContactApi(client);
        // guide: end
        lists(client);
        invites(invitations);
        changes(client);
        fails(client);
    }

    private static void lists(ApiClient client) throws ApiException {
        var links = new ContactConnectedLinksApi(client).listContactLinks(AMELIA, null);
        called("listContactLinks", links.getRoles().size() == 2);
        GetConnectionRequestsApi requests = new GetConnectionRequestsApi(client);
        var received = requests.listReceivedConnectionRequests(AMELIA, PEOPLE, false, null).getConnectionRequests();
        called(
                "listReceivedConnectionRequests",
                received.get(0).getSuggesterContact().getContactFullName().equals("Harbour Wealth Pty Ltd"));
        var sent = requests.listSentConnectionRequests(AMELIA, PEOPLE, false, null).getConnectionRequests();
        called(
                "listSentConnectionRequests",
                sent.stream().anyMatch(request -> ASKED_NOAH.equals(request.getConnectionRequestId())));
    }

    private static void invites(InviteContactApi invitations) throws ApiException {
        // guide: call
        InviteContact invitation = new InviteContact()
                .emailAddress("charlotte.reid@example.com")
                .roles(List.of(CLIENT_ROLE));
        AddContactResponse invited = invitations.inviteContact(AMELIA, invitation, null);
        // guide: end
        called("inviteContact", invited.getContactId() != null);
        InviteContact registration =
                new InviteContact().emailAddress("matilda.singh@example.com").roles(List.of(CLIENT_ROLE));
        AddContactResponse registered = invitations.inviteVirtualContact(AMELIA, MATILDA, registration, null);
        called("inviteVirtualContact", registered.getContactId().equals(MATILDA));
    }

    private static void changes(ApiClient client) throws ApiException {
        var reminder = new ConnectionRequestResend().contactId(AMELIA);
        var resent = new ConnectionRequestResendApi(client).resendConnectionRequest(ASKED_NOAH, reminder, null);
        called("resendConnectionRequest", resent.getResponseStatus() == null);
        ConnectionStatusUpdateApi connections = new ConnectionStatusUpdateApi(client);
        var cancelled = connections.cancelConnection(ASKED_JACK, party(VIRTUAL_PERSON), null);
        called("cancelConnection", cancelled.getResponseStatus() == null);
        var removed = connections.removeConnection(CONNECTED_WITH_LIAM, party(REAL_PERSON), null);
        called("removeConnection", removed.getResponseStatus() == null);
    }

    private static ConnectionStatusUpdate party(UUID type) {
        return new ConnectionStatusUpdate().contactId(AMELIA).contactTypeId(type).roleId(CLIENT_ROLE);
    }

    private static void fails(ApiClient client) throws Exception {
        // guide: failure
        try {
            new ContactConnectedLinksApi(client).listContactLinks(LIAM, null);
        } catch (ApiException thrown) {
            ErrorResponse failure = client.getObjectMapper().readValue(thrown.getResponseBody(), ErrorResponse.class);
            ResponseStatus status = failure.getResponseStatus();
            System.out.println("failure " + status.getErrorCode() + " " + status.getErrors().get(0).getFieldName());
        }
        // guide: end
    }

    private static void called(String operation, boolean asDocumented) {
        if (!asDocumented) {
            throw new IllegalStateException(operation + " was not answered as documented");
        }
        System.out.println(operation);
    }
}
