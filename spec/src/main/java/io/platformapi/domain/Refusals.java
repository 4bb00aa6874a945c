package io.platformapi.domain;

import static io.platformapi.domain.Refused.Reason.CONFLICT;
import static io.platformapi.domain.Refused.Reason.FORBIDDEN;
import static io.platformapi.domain.Refused.Reason.NOT_FOUND;

import io.platformapi.domain.Refused.Reason;
import io.platformapi.model.ErrorCode;
import java.util.UUID;

/** The wording of every refusal, side by side, so that the rules elsewhere read as sentences. */
final class Refusals {

    private Refusals() {}

    static Refused notYourContact() {
        return refusal(FORBIDDEN, ErrorCode.FORBIDDEN, "ContactId", "You may not act for this contact.");
    }

    static Refused sentBySomebodyElse() {
        return refusal(FORBIDDEN, ErrorCode.FORBIDDEN, "ContactId", "Only the contact who sent a request may do this.");
    }

    static Refused noSuchContact() {
        return refusal(NOT_FOUND, ErrorCode.CONTACT_NOT_FOUND, "ToContactId", "There is no such contact.");
    }

    static Refused noSuchConnection() {
        return refusal(NOT_FOUND, ErrorCode.CONNECTION_NOT_FOUND, "ConnectionId", "There is no such connection.");
    }

    static Refused noSuchRequest() {
        return refusal(
                NOT_FOUND,
                ErrorCode.CONNECTION_REQUEST_NOT_FOUND,
                "ConnectionRequestId",
                "There is no such connection request.");
    }

    static Refused noLongerPending() {
        return refusal(
                CONFLICT,
                ErrorCode.CONNECTION_REQUEST_NOT_PENDING,
                "ConnectionRequestId",
                "The connection request is no longer pending.");
    }

    static Refused stillConnected() {
        return refusal(
                CONFLICT, ErrorCode.CANCEL_NOT_ALLOWED, "ConnectionId", "The connection is active. Remove it instead.");
    }

    static Refused noLongerConnected() {
        return refusal(
                CONFLICT,
                ErrorCode.CANCEL_NOT_ALLOWED,
                "ConnectionId",
                "The request was accepted, and the connection has been removed since.");
    }

    static Refused stillPending() {
        return refusal(
                CONFLICT,
                ErrorCode.REMOVE_NOT_ALLOWED,
                "ConnectionId",
                "The connection is not active. Cancel the request instead.");
    }

    static Refused neverConnected() {
        return refusal(
                CONFLICT,
                ErrorCode.REMOVE_NOT_ALLOWED,
                "ConnectionId",
                "The request was withdrawn before it became a connection.");
    }

    static Refused alreadyConnected() {
        return refusal(
                CONFLICT, ErrorCode.ALREADY_CONNECTED, "Roles", "The two contacts are already connected in this role.");
    }

    static Refused alreadyInvited() {
        return refusal(
                CONFLICT,
                ErrorCode.INVITATION_PENDING,
                "Roles",
                "A request between the two contacts in this role is still pending.");
    }

    static Refused alreadyReal() {
        return refusal(
                CONFLICT,
                ErrorCode.CONTACT_ALREADY_REAL,
                "ToContactId",
                "The contact is registered already. Invite it by its e-mail address.");
    }

    /** Says one thing for two, so that nobody learns who else has invited a contact. */
    static Refused addressInUse() {
        return refusal(
                CONFLICT,
                ErrorCode.EMAIL_ADDRESS_IN_USE,
                "EmailAddress",
                "This address belongs to another contact, or the contact's own is in use by others.");
    }

    static Mistake invitesItself(String member) {
        return new Mistake(ErrorCode.CANNOT_INVITE_SELF, member, "A contact cannot invite itself.");
    }

    static Mistake unknownRole(UUID id) {
        return new Mistake(ErrorCode.INVALID_ROLE, "Roles", "There is no role " + id + ".");
    }

    static Mistake noRoleToInviteIn() {
        return new Mistake(ErrorCode.INVALID_ROLE, "ContactId", "The contact has no current role to invite others in.");
    }

    static Mistake anotherRole() {
        return new Mistake(
                ErrorCode.INVALID_ROLE, "RoleId", "The other party does not have this role in the connection.");
    }

    static Mistake unknownContactType(UUID id) {
        return new Mistake(ErrorCode.INVALID_CONTACT_TYPE, "ContactTypes", "There is no contact type " + id + ".");
    }

    static Mistake anotherContactType() {
        return new Mistake(ErrorCode.INVALID_CONTACT_TYPE, "ContactTypeId", "The other party is not of this type.");
    }

    private static Refused refusal(Reason reason, ErrorCode code, String member, String message) {
        return Refused.of(reason, new Mistake(code, member, message));
    }
}
