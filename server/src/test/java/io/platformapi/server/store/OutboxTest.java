package io.platformapi.server.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.platformapi.domain.InvitationMail;
import io.platformapi.server.store.Outbox.Stock;
import io.platformapi.server.store.Outbox.Taken;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Who has a mail, and for how long. */
final class OutboxTest {

    private static final Duration LONG = Duration.ofMinutes(1);

    private final Database database = Database.open(Database.Address.inMemory());
    private final Outbox outbox = new Outbox(database);

    @AfterEach
    void close() {
        database.close();
    }

    private InvitationMail put() {
        var mail = new InvitationMail(
                UUID.randomUUID(), "jack@example.org", "Amelia\nHart", List.of("Client", "Coach\nof two lines"));
        new JdbcStore(database).write(transaction -> {
            transaction.send(mail);
            return mail;
        });
        return mail;
    }

    @Test
    void givesAMailToOneAtATime() {
        InvitationMail mail = put();

        Taken taken = outbox.take(mail.id(), LONG).orElseThrow();

        assertThat(taken.mail())
                .isEqualTo(new InvitationMail(
                        mail.id(), "jack@example.org", "Amelia\nHart", List.of("Client", "Coach of two lines")));
        assertThat(taken.tries()).isEqualTo(1);
        assertThat(outbox.take(mail.id(), LONG)).isEmpty();
        assertThat(outbox.due(10)).isEmpty();
    }

    @Test
    void givesItAgainOnceItsTimeIsOverAndBelievesOnlyWhoeverHasItNow() {
        InvitationMail mail = put();
        Taken late = outbox.take(mail.id(), Duration.ZERO).orElseThrow();
        Taken now = outbox.take(mail.id(), LONG).orElseThrow();

        outbox.sent(late);
        outbox.bury(late, "too late");
        outbox.putOff(late, Duration.ZERO, "too late");
        outbox.giveBack(late);

        assertThat(now.tries()).isEqualTo(2);
        assertThat(outbox.take(mail.id(), LONG)).isEmpty();
        assertThat(outbox.stock()).extracting(Stock::waiting, Stock::dead).containsExactly(1L, 0L);
        outbox.sent(now);
        assertThat(outbox.stock()).extracting(Stock::waiting, Stock::dead).containsExactly(0L, 0L);
    }

    @Test
    void countsNoTryForWhatIsGivenBack() {
        InvitationMail mail = put();

        outbox.giveBack(outbox.take(mail.id(), LONG).orElseThrow());

        assertThat(outbox.take(mail.id(), LONG).orElseThrow().tries()).isEqualTo(1);
    }

    @Test
    void keepsWhatIsGivenUpWithoutSendingIt() {
        InvitationMail mail = put();

        outbox.bury(outbox.take(mail.id(), Duration.ZERO).orElseThrow(), "x".repeat(2000));

        assertThat(outbox.due(10)).isEmpty();
        assertThat(outbox.take(mail.id(), LONG)).isEmpty();
        assertThat(outbox.stock()).isEqualTo(new Stock(0, 1, Duration.ZERO));
    }

    @Test
    void givesTheOneFirstThatWaitsLongest() {
        List<UUID> ids = List.of(put().id(), put().id(), put().id());
        outbox.putOff(outbox.take(ids.get(0), LONG).orElseThrow(), Duration.ZERO, "not now");

        assertThat(outbox.due(2)).containsExactly(ids.get(1), ids.get(2));
        assertThat(outbox.due(3)).containsExactly(ids.get(1), ids.get(2), ids.get(0));
    }
}
