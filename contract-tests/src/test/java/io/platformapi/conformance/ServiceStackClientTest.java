package io.platformapi.conformance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.tuple;

import com.google.gson.FieldNamingPolicy;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.UUID;
import net.servicestack.client.JsonServiceClient;
import net.servicestack.client.ResponseError;
import net.servicestack.client.ResponseStatus;
import net.servicestack.client.Utils;
import net.servicestack.client.WebServiceException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * The platform's own Java client, which nobody here wrote, with types in the shape of the pages: it must not notice
 * whom it talks to.
 */
final class ServiceStackClientTest extends ImplementationTest {

    private static final String AMELIA = "c0000001-1f4b-4d8a-a37e-5b9c2e6d0f84";
    private static final UUID CLIENT = id("5e000003-2b7f-4e19-8c64-0f9d7a3b5e18");
    private static final UUID REAL_PERSON = id("7e000001-4c1d-4f6a-9b2e-6d5c3a8f1e70");
    private static final UUID VIRTUAL_PERSON = id("7e000002-4c1d-4f6a-9b2e-6d5c3a8f1e70");
    private static final String ASKED_JACK = "cc000005-6e2d-4b58-9f13-a4d7c0e8b219";
    private static final String CONNECTED_WITH_LIAM = "cc000006-6e2d-4b58-9f13-a4d7c0e8b219";

    private JsonServiceClient client;

    /** An id as this client has it: it orders the bytes of a UUID as .NET does, in reading and in writing. */
    private static UUID id(String text) {
        return Utils.fromGuid(text);
    }

    /** What resending, cancelling and removing answer with. */
    static final class Done {
        ResponseStatus ResponseStatus;
    }

    static final class ConnectionRequestResend {
        UUID ContactId = id(AMELIA);
    }

    static final class ConnectionStatusUpdate {
        UUID ContactId = id(AMELIA);
        UUID ContactTypeId;
        UUID RoleId = CLIENT;

        ConnectionStatusUpdate(UUID contactTypeId) {
            ContactTypeId = contactTypeId;
        }
    }

    /** In the case of letters that the platform's Python and JavaScript clients write. */
    static final class InviteContact {
        String emailAddress;
        List<UUID> roles;

        InviteContact(String emailAddress, UUID... roles) {
            this.emailAddress = emailAddress;
            this.roles = List.of(roles);
        }
    }

    static final class AddContactResponse {
        UUID ContactId;
        ResponseStatus ResponseStatus;
    }

    /** The answer to types in camelCase, which the client's Gson does not read unless told. */
    static final class CamelCaseRequests {
        ArrayList<CamelCaseRequest> connectionRequests;
    }

    static final class CamelCaseRequest {
        UUID connectionRequestId;
        Date fromDate;
    }

    static final class GetConnectionRequests {
        List<UUID> ContactTypes = List.of(REAL_PERSON, VIRTUAL_PERSON);
        boolean IncludeIgnoredRequests;
    }

    static final class GetConnectionRequestsResponse {
        ArrayList<ContactConnectionModel> ConnectionRequests;
        ResponseStatus ResponseStatus;
    }

    static final class ContactConnectionModel {
        UUID ConnectionId;
        UUID ConnectionRequestId;
        ContactSummaryModel Contact;
        String RequestorContactName;
        Date FromDate;
        boolean IsIncoming;
    }

    static final class ContactSummaryModel {
        UUID ContactId;
        String ContactFullName;
    }

    static final class ContactConnectedLinksResponse {
        ArrayList<Object> Roles;
        ArrayList<Object> ContactConnections;
        ArrayList<Object> EmailAddressBook;
        ResponseStatus ResponseStatus;
    }

    @BeforeEach
    void connect() {
        client = new JsonServiceClient(running.address().toString());
        client.setBearerToken("demo");
    }

    private <T> T post(String path, Object request, Class<T> type) {
        return type.cast(client.post("/api" + path, request, type));
    }

    @Test
    void resendsARequest() {
        Done done = post("/connectionrequests/" + ASKED_JACK + "/resend", new ConnectionRequestResend(), Done.class);

        assertThat(done.ResponseStatus).isNull();
    }

    @Test
    void cancelsARequestAndRemovesAConnection() {
        Done cancelled =
                post("/connections/" + ASKED_JACK + "/cancel", new ConnectionStatusUpdate(VIRTUAL_PERSON), Done.class);
        Done removed = post(
                "/connections/" + CONNECTED_WITH_LIAM + "/remove", new ConnectionStatusUpdate(REAL_PERSON), Done.class);

        assertThat(cancelled.ResponseStatus).isNull();
        assertThat(removed.ResponseStatus).isNull();
    }

    @Test
    void invitesByAddressAndByContact() {
        AddContactResponse byAddress = post(
                "/contacts/" + AMELIA + "/invite/contact",
                new InviteContact("charlotte.reid@example.com", CLIENT),
                AddContactResponse.class);
        String matilda = "c0000009-1f4b-4d8a-a37e-5b9c2e6d0f84";
        AddContactResponse byContact = post(
                "/contacts/" + AMELIA + "/invite/" + matilda,
                new InviteContact("matilda.singh@example.com", CLIENT),
                AddContactResponse.class);

        assertThat(byAddress.ContactId).isNotNull();
        assertThat(byContact.ContactId).isEqualTo(id(matilda));
    }

    @Test
    void listsReceivedAndSentRequests() {
        String requests = "/contacts/" + AMELIA + "/connectionrequests/";
        var received = post(requests + "received", new GetConnectionRequests(), GetConnectionRequestsResponse.class);
        var sent = post(requests + "sent", new GetConnectionRequests(), GetConnectionRequestsResponse.class);

        assertThat(received.ConnectionRequests)
                .extracting(request -> request.RequestorContactName)
                .containsExactly("Isla Thompson", "Chloe Papadopoulos");
        assertThat(received.ConnectionRequests.get(0).FromDate.toInstant())
                .isEqualTo(Instant.parse("2026-11-09T04:40:00Z"));
        assertThat(sent.ConnectionRequests)
                .extracting(request -> request.Contact.ContactFullName)
                .contains("noah.williams@example.com");
    }

    @Test
    void suitsTypesInCamelCaseOnceTheClientIsToldToReadAnswersSo() {
        client.setGson(client.getGsonBuilder()
                .setFieldNamingPolicy(FieldNamingPolicy.UPPER_CAMEL_CASE)
                .create());
        CamelCaseRequests received = post(
                "/contacts/" + AMELIA + "/connectionrequests/received",
                new GetConnectionRequests(),
                CamelCaseRequests.class);

        CamelCaseRequest first = received.connectionRequests.get(0);
        assertThat(first.connectionRequestId).isEqualTo(id("cc000002-6e2d-4b58-9f13-a4d7c0e8b219"));
        assertThat(first.fromDate.toInstant()).isEqualTo(Instant.parse("2026-11-09T04:40:00Z"));
    }

    @Test
    void listsLinks() {
        ContactConnectedLinksResponse links =
                client.get("/api/contacts/" + AMELIA + "/links", ContactConnectedLinksResponse.class);

        assertThat(links.Roles).hasSize(2);
        assertThat(links.ContactConnections).isNotEmpty();
        assertThat(links.EmailAddressBook).isNotEmpty();
    }

    @Test
    void throwsItsOwnExceptionWithEveryFieldAtFault() {
        WebServiceException refused = catchThrowableOfType(
                WebServiceException.class,
                () -> post(
                        "/contacts/" + AMELIA + "/invite/contact",
                        new InviteContact("charlotte"),
                        AddContactResponse.class));

        assertThat(refused.getStatusCode()).isEqualTo(400);
        assertThat(refused.getErrorCode()).isEqualTo("Email");
        assertThat(refused.getFieldErrors())
                .extracting(ResponseError::getFieldName, ResponseError::getErrorCode)
                .containsExactly(tuple("EmailAddress", "Email"), tuple("Roles", "NotEmpty"));
    }
}
