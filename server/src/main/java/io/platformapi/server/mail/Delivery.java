package io.platformapi.server.mail;

import io.platformapi.domain.Mail;

/** A way for many mails out, one after the other, by one thread. It throws {@link Unsent} for one that does not go. */
public interface Delivery extends Mail {

    /** Nothing more is to be sent for the moment: lets go of what was held for it, such as a connection. */
    void rest();
}
