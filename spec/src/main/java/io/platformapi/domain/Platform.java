package io.platformapi.domain;

import static io.platformapi.domain.Present.asked;

import io.platformapi.model.AddContactResponse;
import io.platformapi.model.ConnectionRequestResend;
import io.platformapi.model.ConnectionRequestResendResponse;
import io.platformapi.model.ConnectionStatusUpdate;
import io.platformapi.model.ConnectionStatusUpdateResponse;
import io.platformapi.model.ContactConnectedLinks;
import io.platformapi.model.ContactConnectedLinksResponse;
import io.platformapi.model.GetConnectionRequests;
import io.platformapi.model.GetConnectionRequestsResponse;
import io.platformapi.model.InviteContact;
import java.time.InstantSource;
import java.util.UUID;
import java.util.function.Supplier;

/**
 * The operations of the Platform API as rules: one method an operation, named by its id.
 *
 * <p>Each takes who asks and what they ask, checked against the document, and gives the answer or throws a
 * {@link Refused}. First it looks whether the caller may act for the contact, then it does its work in one transaction
 * of the store, mail included. Safe for many threads.
 */
public final class Platform {

    private final Invitations invitations;
    private final Reminders reminders;
    private final Connections connections;
    private final Requests requests;
    private final Links links;

    /**
     * Rules over a store.
     *
     * @param clock tells when things happen
     * @param ids makes an id for each new thing
     */
    public Platform(Store store, InstantSource clock, Supplier<UUID> ids) {
        var mail = new ReminderMail(ids);
        invitations = new Invitations(store, clock, ids, mail);
        reminders = new Reminders(store, clock, mail);
        connections = new Connections(store);
        requests = new Requests(store);
        links = new Links(store);
    }

    /** Rules over a store, by the system's clock and with {@link TimedIds}. */
    public static Platform over(Store store) {
        return new Platform(store, InstantSource.system(), new TimedIds(InstantSource.system()));
    }

    public AddContactResponse inviteContact(Caller caller, InviteContact request) {
        checkMayAct(caller, asked(request.contactId()));
        return new AddContactResponse(invitations.invite(request), null);
    }

    public AddContactResponse inviteVirtualContact(Caller caller, InviteContact request) {
        return inviteContact(caller, request);
    }

    public ConnectionRequestResendResponse resendConnectionRequest(Caller caller, ConnectionRequestResend request) {
        checkMayAct(caller, asked(request.contactId()));
        reminders.remind(request);
        return new ConnectionRequestResendResponse(null);
    }

    public ConnectionStatusUpdateResponse cancelConnection(Caller caller, ConnectionStatusUpdate request) {
        checkMayAct(caller, asked(request.contactId()));
        connections.cancel(request);
        return new ConnectionStatusUpdateResponse(null);
    }

    public ConnectionStatusUpdateResponse removeConnection(Caller caller, ConnectionStatusUpdate request) {
        checkMayAct(caller, asked(request.contactId()));
        connections.remove(request);
        return new ConnectionStatusUpdateResponse(null);
    }

    public GetConnectionRequestsResponse listReceivedConnectionRequests(Caller caller, GetConnectionRequests request) {
        checkMayAct(caller, asked(request.contactId()));
        return requests.received(request, Requests.MOST).answer();
    }

    /** The same in pages: the list that goes on is that of the requests. */
    public Page<GetConnectionRequestsResponse> receivedInPages(Caller caller, GetConnectionRequests request) {
        checkMayAct(caller, asked(request.contactId()));
        return requests.received(request, Requests.PAGE);
    }

    public GetConnectionRequestsResponse listSentConnectionRequests(Caller caller, GetConnectionRequests request) {
        checkMayAct(caller, asked(request.contactId()));
        return requests.sent(request, Requests.MOST).answer();
    }

    /** The same in pages: the list that goes on is that of the requests. */
    public Page<GetConnectionRequestsResponse> sentInPages(Caller caller, GetConnectionRequests request) {
        checkMayAct(caller, asked(request.contactId()));
        return requests.sent(request, Requests.PAGE);
    }

    public ContactConnectedLinksResponse listContactLinks(Caller caller, ContactConnectedLinks request) {
        checkMayAct(caller, asked(request.contactId()));
        return links.of(asked(request.contactId()), Requests.MOST).answer();
    }

    /** The same in pages: the list that goes on is that of the connections. */
    public Page<ContactConnectedLinksResponse> linksInPages(Caller caller, ContactConnectedLinks request) {
        checkMayAct(caller, asked(request.contactId()));
        return links.of(asked(request.contactId()), Requests.PAGE);
    }

    private static void checkMayAct(Caller caller, UUID contactId) {
        if (!caller.mayActFor(contactId)) {
            throw Refusals.notYourContact();
        }
    }
}
