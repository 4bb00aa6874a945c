package io.platformapi.server;

import io.platformapi.domain.InvitationMail;
import io.platformapi.server.store.Database;
import io.platformapi.server.store.JdbcStore;
import io.platformapi.server.store.Outbox;
import java.time.Duration;
import java.util.List;
import java.util.UUID;

/** Mail that was tried once and given up, in a database. */
final class DeadMail {

    private DeadMail() {}

    /** Enters one; gives its id. */
    static UUID enter(Database database, String address, String problem) {
        var mail = new InvitationMail(UUID.randomUUID(), address, "Amelia", List.of("Client"));
        new JdbcStore(database).write(transaction -> {
            transaction.send(mail);
            return mail;
        });
        var outbox = new Outbox(database);
        outbox.bury(outbox.take(mail.id(), Duration.ZERO).orElseThrow(), problem);
        return mail.id();
    }
}
