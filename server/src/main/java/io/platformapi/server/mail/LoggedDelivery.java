package io.platformapi.server.mail;

import io.platformapi.domain.InvitationMail;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Mail that goes nowhere, where nothing else is kept either. */
final class LoggedDelivery implements Delivery {

    private static final Logger LOG = LoggerFactory.getLogger(LoggedDelivery.class);

    @Override
    public void send(InvitationMail mail) {
        LOG.info("mail {} would be sent now, if mail.host or mail.folder were set", mail.id());
    }

    @Override
    public void rest() {}
}
