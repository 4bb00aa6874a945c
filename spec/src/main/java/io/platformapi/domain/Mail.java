package io.platformapi.domain;

/** The way of a mail out: an SMTP server, a folder, or a list in a test. */
@FunctionalInterface
public interface Mail {

    /**
     * Sends the mail while the caller waits. Whoever cannot throws, and may be asked again for the same mail, which is
     * told by its id.
     */
    void send(InvitationMail invitation);
}
