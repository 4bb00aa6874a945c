package io.platformapi.conformance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.tuple;

import com.google.gson.FieldNamingPolicy;
import dtos.Dtos.AddContactResponse;
import dtos.Dtos.ConnectionRequestResend;
import dtos.Dtos.ConnectionRequestResendResponse;
import dtos.Dtos.ConnectionStatusUpdate;
import dtos.Dtos.ConnectionStatusUpdateResponse;
import dtos.Dtos.ContactConnectedLinksResponse;
import dtos.Dtos.GetConnectionRequests;
import dtos.Dtos.GetConnectionRequestsResponse;
import dtos.Dtos.InviteContact;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.UUID;
import net.servicestack.client.JsonServiceClient;
import net.servicestack.client.ResponseError;
import net.servicestack.client.Utils;
import net.servicestack.client.WebServiceException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * The platform's own Java client, which nobody here wrote, with the types that mock and server hand out for Java: it
 * must not notice whom it talks to.
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

    private static ConnectionStatusUpdate change(UUID contactTypeId) {
        ConnectionStatusUpdate change = new ConnectionStatusUpdate();
        change.ContactId = id(AMELIA);
        change.ContactTypeId = contactTypeId;
        change.RoleId = CLIENT;
        return change;
    }

    private static InviteContact invitation(String emailAddress, UUID... roles) {
        InviteContact invitation = new InviteContact();
        invitation.EmailAddress = emailAddress;
        invitation.Roles.addAll(List.of(roles));
        return invitation;
    }

    private static GetConnectionRequests pending() {
        GetConnectionRequests pending = new GetConnectionRequests();
        pending.ContactTypes.addAll(List.of(REAL_PERSON, VIRTUAL_PERSON));
        pending.IncludeIgnoredRequests = false;
        return pending;
    }

    /** A request in the case of letters that the platform's Python and JavaScript clients write. */
    static final class CamelCaseRequestsWanted {
        List<UUID> contactTypes = List.of(REAL_PERSON, VIRTUAL_PERSON);
        boolean includeIgnoredRequests;
    }

    /** The answer to types in camelCase, which the client's Gson does not read unless told. */
    static final class CamelCaseRequests {
        ArrayList<CamelCaseRequest> connectionRequests;
    }

    static final class CamelCaseRequest {
        UUID connectionRequestId;
        Date fromDate;
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
        ConnectionRequestResend request = new ConnectionRequestResend();
        request.ContactId = id(AMELIA);
        var sent =
                post("/connectionrequests/" + ASKED_JACK + "/resend", request, ConnectionRequestResendResponse.class);

        assertThat(sent.ResponseStatus).isNull();
    }

    @Test
    void cancelsARequestAndRemovesAConnection() {
        var cancelled = post(
                "/connections/" + ASKED_JACK + "/cancel", change(VIRTUAL_PERSON), ConnectionStatusUpdateResponse.class);
        var removed = post(
                "/connections/" + CONNECTED_WITH_LIAM + "/remove",
                change(REAL_PERSON),
                ConnectionStatusUpdateResponse.class);

        assertThat(cancelled.ResponseStatus).isNull();
        assertThat(removed.ResponseStatus).isNull();
    }

    @Test
    void invitesByAddressAndByContact() {
        AddContactResponse byAddress = post(
                "/contacts/" + AMELIA + "/invite/contact",
                invitation("charlotte.reid@example.com", CLIENT),
                AddContactResponse.class);
        String matilda = "c0000009-1f4b-4d8a-a37e-5b9c2e6d0f84";
        AddContactResponse byContact = post(
                "/contacts/" + AMELIA + "/invite/" + matilda,
                invitation("matilda.singh@example.com", CLIENT),
                AddContactResponse.class);

        assertThat(byAddress.ContactId).isNotNull();
        assertThat(byContact.ContactId).isEqualTo(id(matilda));
    }

    @Test
    void listsReceivedAndSentRequests() {
        String requests = "/contacts/" + AMELIA + "/connectionrequests/";
        var received = post(requests + "received", pending(), GetConnectionRequestsResponse.class);
        var sent = post(requests + "sent", pending(), GetConnectionRequestsResponse.class);

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
                new CamelCaseRequestsWanted(),
                CamelCaseRequests.class);

        CamelCaseRequest first = received.connectionRequests.get(0);
        assertThat(first.connectionRequestId).isEqualTo(id("cc000002-6e2d-4b58-9f13-a4d7c0e8b219"));
        assertThat(first.fromDate.toInstant()).isEqualTo(Instant.parse("2026-11-09T04:40:00Z"));
    }

    @Test
    void listsLinks() {
        ContactConnectedLinksResponse links =
                client.get("/api/contacts/" + AMELIA + "/links", ContactConnectedLinksResponse.class);

        assertThat(links.Roles).extracting(role -> role.RoleName).containsExactly("Adviser", "Accountant");
        assertThat(links.Roles.get(1).EndDate.toInstant()).isEqualTo(Instant.parse("2024-01-31T00:00:00Z"));
        assertThat(links.ContactConnections).isNotEmpty();
        assertThat(links.EmailAddressBook.get(0).EmailAddress).isEqualTo("office@harbourwealth.example");
    }

    @Test
    void throwsItsOwnExceptionWithEveryFieldAtFault() {
        WebServiceException refused = catchThrowableOfType(
                WebServiceException.class,
                () -> post(
                        "/contacts/" + AMELIA + "/invite/contact", invitation("charlotte"), AddContactResponse.class));

        assertThat(refused.getStatusCode()).isEqualTo(400);
        assertThat(refused.getErrorCode()).isEqualTo("Email");
        assertThat(refused.getFieldErrors())
                .extracting(ResponseError::getFieldName, ResponseError::getErrorCode)
                .containsExactly(tuple("EmailAddress", "Email"), tuple("Roles", "NotEmpty"));
    }
}
