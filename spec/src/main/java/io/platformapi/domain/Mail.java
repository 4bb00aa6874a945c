package io.platformapi.domain;

/** The port by which people who have not registered learn that they are invited. */
@FunctionalInterface
public interface Mail {

    /**
     * Sends the invitation, now or soon. Called once the invitation is stored; a failure to deliver is the sender's
     * business to retry or report and never undoes it.
     */
    void send(InvitationMail invitation);
}
