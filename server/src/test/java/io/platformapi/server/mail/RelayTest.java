package io.platformapi.server.mail;

import static io.platformapi.server.mail.SmtpAccount.Encryption.NEVER;
import static io.platformapi.server.mail.SmtpAccount.Encryption.OFFERED;
import static io.platformapi.server.mail.SmtpAccount.Encryption.REQUIRED;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import io.platformapi.domain.InvitationMail;
import io.platformapi.domain.Mail;
import io.platformapi.server.TestCertificate;
import io.platformapi.server.mail.SmtpAccount.Encryption;
import io.platformapi.server.store.Database;
import io.platformapi.server.store.JdbcStore;
import io.platformapi.server.store.Outbox;
import io.platformapi.server.store.Outbox.Stock;
import io.platformapi.server.store.Outbox.Taken;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Properties;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.net.ssl.SSLContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Mail from the decision to the mail server, whatever happens to either. */
final class RelayTest {

    private static final Pace QUICK = new Pace(
            Duration.ofMillis(20),
            Duration.ofMillis(10),
            Duration.ofMillis(40),
            Duration.ofMillis(40),
            Duration.ofSeconds(30),
            4);
    private static final Letter LETTER = new Letter("platform@example.com", AcceptLink.NONE);

    private final Database database = Database.open(Database.Address.inMemory());
    private final JdbcStore store = new JdbcStore(database);
    private final Outbox outbox = new Outbox(database);

    private static TestCertificate certificate;

    @TempDir
    private Path folder;

    @BeforeAll
    static void makeCertificate(@TempDir Path keys) {
        certificate = TestCertificate.in(keys);
    }

    @AfterEach
    void close() {
        database.close();
    }

    private static InvitationMail invitation(String address) {
        return new InvitationMail(UUID.randomUUID(), address, "Amelia", List.of("Client"));
    }

    private InvitationMail decide(String address) {
        InvitationMail mail = invitation(address);
        store.write(transaction -> {
            transaction.send(mail);
            return mail;
        });
        return mail;
    }

    private static SmtpDelivery impatient(int port) {
        return smtp(port, "", OFFERED, new SmtpDelivery.Patience(Duration.ofMillis(300), Duration.ofMillis(800)));
    }

    private static SmtpDelivery smtp(int port, String user, Encryption encryption) {
        return smtp(port, user, encryption, SmtpDelivery.Patience.USUAL);
    }

    private static SmtpDelivery smtp(int port, String user, Encryption encryption, SmtpDelivery.Patience patience) {
        var account = new SmtpAccount("localhost", port, user, user.isEmpty() ? "" : "secret", encryption);
        return new SmtpDelivery(account, LETTER, patience, new Properties());
    }

    private static SmtpDelivery smtp(int port) {
        return smtp(port, "", OFFERED);
    }

    private Relay relay(Delivery delivery) {
        return Relay.start(outbox, delivery, QUICK);
    }

    private static void await(BooleanSupplier condition) {
        long end = System.nanoTime() + Duration.ofSeconds(20).toNanos();
        while (!condition.getAsBoolean()) {
            assertThat(System.nanoTime()).as("waited in vain").isLessThan(end);
            LockSupport.parkNanos(2_000_000);
        }
    }

    private boolean isEmpty() {
        return outbox.stock().waiting() == 0;
    }

    private static GreenMail greenMail(int port) {
        var mail = new GreenMail(new ServerSetup(port, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
        mail.start();
        return mail;
    }

    private static List<String> ids(MimeMessage... messages) {
        return Arrays.stream(messages).map(RelayTest::id).toList();
    }

    private static String id(MimeMessage message) {
        try {
            return message.getMessageID();
        } catch (MessagingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String id(InvitationMail mail) {
        return "<" + mail.id() + "@example.com>";
    }

    @Test
    void sendsWhatIsDecidedAndNothingElse() {
        GreenMail server = greenMail(0);
        try (Relay relay = relay(smtp(server.getSmtp().getPort()))) {
            assertThatThrownBy(() -> store.write(transaction -> {
                        transaction.send(invitation("never@example.org"));
                        throw new IllegalStateException("it is taken back");
                    }))
                    .isInstanceOf(IllegalStateException.class);
            InvitationMail decided = decide("jack@example.org");

            await(this::isEmpty);
            assertThat(ids(server.getReceivedMessages())).containsExactly(id(decided));
            assertThat(relay.sent()).isEqualTo(1);
        } finally {
            server.stop();
        }
    }

    @Test
    void keepsMailWhileNoServerIsThereHoweverOftenItLooks() {
        GreenMail server = greenMail(0);
        int port = server.getSmtp().getPort();
        server.stop();
        InvitationMail decided = decide("jack@example.org");

        try (Relay relay = relay(smtp(port))) {
            await(() -> relay.failed() > QUICK.tries());
            assertThat(outbox.stock()).extracting(Stock::waiting, Stock::dead).containsExactly(1L, 0L);

            GreenMail later = greenMail(port);
            try {
                await(this::isEmpty);
                assertThat(ids(later.getReceivedMessages())).containsExactly(id(decided));
            } finally {
                later.stop();
            }
        }
    }

    @Test
    void sendsManyByOneConnection() throws IOException {
        IntStream.range(0, 20).forEach(number -> decide("n" + number + "@example.org"));

        try (var server = new ScriptedSmtp(line -> null);
                Relay relay = relay(smtp(server.port()))) {
            await(this::isEmpty);
            assertThat(server.lines())
                    .filteredOn(line -> line.startsWith("RCPT"))
                    .hasSize(20);
            assertThat(server.connections()).isEqualTo(1);
            assertThat(relay.failed()).isZero();
        }
    }

    @Test
    void triesAgainWhatIsNotTakenNowAndGivesUpInTheEnd() throws IOException {
        decide("full@example.org");
        InvitationMail other = decide("jack@example.org");

        try (var server = new ScriptedSmtp(line -> line.contains("full@") ? "450 mailbox full" : null);
                Relay relay = relay(smtp(server.port()))) {
            await(() -> outbox.stock().dead() == 1);
            await(this::isEmpty);
            assertThat(server.lines())
                    .filteredOn(line -> line.contains("<full@"))
                    .hasSize(QUICK.tries());
            assertThat(server.lines()).contains("Message-ID: " + id(other));
            assertThat(relay.failed()).isEqualTo(QUICK.tries());
        }
    }

    @Test
    void givesUpAtOnceWhomNobodyKnows() throws IOException {
        decide("nobody@example.org");

        try (var server = new ScriptedSmtp(line -> line.startsWith("RCPT") ? "550 no such user" : null);
                Relay relay = relay(smtp(server.port()))) {
            await(() -> outbox.stock().dead() == 1);
            assertThat(relay.failed()).isEqualTo(1);
            assertThat(isEmpty()).isTrue();
        }
    }

    @Test
    void keepsMailIfItIsWeWhoAreRefused() throws IOException {
        decide("jack@example.org");

        try (var server = new ScriptedSmtp(line -> line.startsWith("MAIL") ? "550 not you" : null);
                Relay relay = relay(smtp(server.port()))) {
            await(() -> relay.failed() > QUICK.tries());
            assertThat(outbox.stock()).extracting(Stock::waiting, Stock::dead).containsExactly(1L, 0L);
            server.says(line -> null);
            await(this::isEmpty);
        }
    }

    @Test
    void waitsForNoServerThatIsSilentInTheMiddle() throws IOException {
        InvitationMail decided = decide("jack@example.org");

        try (var server = new ScriptedSmtp(line -> line.equals(".") ? ScriptedSmtp.SILENCE : null);
                Relay relay = relay(impatient(server.port()))) {
            await(() -> relay.failed() > 0);
            server.says(line -> null);
            await(this::isEmpty);
            assertThat(server.lines())
                    .filteredOn(line -> line.startsWith("Message-ID"))
                    .containsOnly("Message-ID: " + id(decided));
        }
    }

    @Test
    void cutsOffAServerThatDribbles() throws IOException {
        decide("jack@example.org");

        try (var server = new ScriptedSmtp(line -> line.startsWith("MAIL") ? ScriptedSmtp.DRIBBLE : null);
                Relay relay = relay(impatient(server.port()))) {
            await(() -> relay.failed() > 0);
            server.says(line -> null);
            await(this::isEmpty);
        }
    }

    @Test
    void sendsOnceMoreWhatAServerDiedOf() throws IOException {
        InvitationMail decided = decide("jack@example.org");

        try (var server = new ScriptedSmtp(line -> line.equals(".") ? ScriptedSmtp.BREAK_OFF : null);
                Relay relay = relay(smtp(server.port()))) {
            await(() -> relay.failed() > 0);
            server.says(line -> null);
            await(this::isEmpty);
            assertThat(server.lines())
                    .filteredOn(line -> line.startsWith("Message-ID"))
                    .hasSizeGreaterThan(1)
                    .containsOnly("Message-ID: " + id(decided));
        }
    }

    @Test
    void sendsUnderTheSameIdWhatWasSentByAServerThatWasKilledBeforeItSaidSo() {
        GreenMail server = greenMail(0);
        InvitationMail decided = decide("jack@example.org");
        try {
            SmtpDelivery killed = smtp(server.getSmtp().getPort());
            Taken taken = outbox.take(decided.id(), Duration.ofMillis(100)).orElseThrow();
            killed.send(taken.mail());

            try (Relay relay = relay(smtp(server.getSmtp().getPort()))) {
                await(this::isEmpty);
                assertThat(relay.sent()).isEqualTo(1);
            }
            assertThat(ids(server.getReceivedMessages())).containsExactly(id(decided), id(decided));
        } finally {
            server.stop();
        }
    }

    @Test
    void sendsEachMailOnceByAsManyServersAsThereAre() {
        var copies = new ConcurrentLinkedQueue<UUID>();
        List<UUID> decided = IntStream.range(0, 60)
                .mapToObj(number -> decide("n" + number + "@example.org").id())
                .toList();

        List<Relay> relays =
                Stream.generate(() -> relay(counted(copies))).limit(4).toList();
        await(this::isEmpty);
        relays.forEach(Relay::close);

        assertThat(copies).containsExactlyInAnyOrderElementsOf(decided);
    }

    private static Delivery counted(ConcurrentLinkedQueue<UUID> copies) {
        return delivery(mail -> copies.add(mail.id()));
    }

    private static Delivery delivery(Mail mail) {
        return new Delivery() {
            @Override
            public void send(InvitationMail invitation) {
                mail.send(invitation);
            }

            @Override
            public void rest() {}
        };
    }

    @Test
    void leavesInTheOutboxWhatIsNotSentWhenItEnds() {
        var sent = new ConcurrentLinkedQueue<UUID>();
        IntStream.range(0, 30).forEach(number -> decide("n" + number + "@example.org"));
        var first = new CountDownLatch(3);
        Relay relay = relay(delivery(mail -> {
            sent.add(mail.id());
            first.countDown();
            LockSupport.parkNanos(5_000_000);
        }));
        await(() -> first.getCount() == 0);
        relay.close();

        assertThat(sent.size() + outbox.stock().waiting()).isEqualTo(30);
        Relay next = relay(counted(sent));
        await(this::isEmpty);
        next.close();
        assertThat(sent).hasSize(30).doesNotHaveDuplicates();
    }

    @Test
    void outlivesAFaultOfTheDelivery() {
        decide("jack@example.org");
        InvitationMail other = decide("mia@example.org");
        var sent = new ConcurrentLinkedQueue<UUID>();
        try (Relay relay = relay(delivery(mail -> {
            if (mail.emailAddress().startsWith("jack")) {
                throw new IllegalStateException("a fault");
            }
            sent.add(mail.id());
        }))) {
            await(() -> outbox.stock().dead() == 1);
            assertThat(sent).containsExactly(other.id());
            assertThat(relay.failed()).isEqualTo(QUICK.tries());
        }
    }

    @Test
    void encryptsBeforeItSaysWhoItIs() throws IOException {
        decide("jack@example.org");
        SSLContext tls = certificate.context();
        var trusting = new Properties();
        trusting.put("mail.smtp.ssl.socketFactory", tls.getSocketFactory());

        try (var server = new ScriptedSmtp(RelayTest::offersTls, tls);
                Relay relay = relay(new SmtpDelivery(
                        new SmtpAccount("localhost", server.port(), "platform", "secret", REQUIRED),
                        LETTER,
                        SmtpDelivery.Patience.USUAL,
                        trusting))) {
            await(this::isEmpty);
            assertThat(relay.sent()).isEqualTo(1);
            assertThat(List.copyOf(server.lines()).subList(0, 4))
                    .satisfiesExactly(
                            line -> assertThat(line).startsWith("EHLO"),
                            line -> assertThat(line).isEqualTo("STARTTLS"),
                            line -> assertThat(line).startsWith("EHLO"),
                            line -> assertThat(line).startsWith("AUTH LOGIN"));
        }
    }

    @Test
    void tellsNobodyItsPasswordWhoShowsACertificateThatItDoesNotTrust() throws IOException {
        decide("jack@example.org");

        try (var server = new ScriptedSmtp(RelayTest::offersTls, certificate.context());
                Relay relay = relay(smtp(server.port(), "platform", REQUIRED))) {
            await(() -> relay.failed() > 1);
            assertThat(server.lines()).allMatch(line -> line.startsWith("EHLO") || line.equals("STARTTLS"));
            assertThat(isEmpty()).isFalse();
        }
    }

    private static String offersTls(String line) {
        if (line.startsWith("EHLO")) {
            return "250-scripted\r\n250-AUTH LOGIN\r\n250 STARTTLS";
        }
        if (line.startsWith("AUTH")) {
            return "334 VXNlcm5hbWU6";
        }
        if (line.equals("cGxhdGZvcm0=")) {
            return "334 UGFzc3dvcmQ6";
        }
        return line.equals("c2VjcmV0") ? "235 welcome" : line.equals("STARTTLS") ? "220 go on" : null;
    }

    @Test
    void tellsNobodyItsPasswordWhoDoesNotEncrypt() throws IOException {
        decide("jack@example.org");

        try (var server = new ScriptedSmtp(line -> line.startsWith("EHLO") ? "250-scripted\r\n250 AUTH LOGIN" : null);
                Relay relay = relay(smtp(server.port(), "platform", REQUIRED))) {
            await(() -> relay.failed() > 1);
            assertThat(server.lines()).noneMatch(line -> line.startsWith("AUTH") || line.startsWith("MAIL"));
            assertThat(isEmpty()).isFalse();
        }
    }

    @Test
    void signsInWhereItIsToldNotToEncrypt() {
        GreenMail server = greenMail(0);
        server.setUser("platform", "secret");
        try (Relay relay = relay(smtp(server.getSmtp().getPort(), "platform", NEVER))) {
            decide("jack@example.org");
            await(this::isEmpty);
            assertThat(relay.failed()).isZero();
            assertThat(server.getReceivedMessages()).hasSize(1);
        } finally {
            server.stop();
        }
    }

    @Test
    void writesFilesWhereThereIsNoServer() throws Exception {
        InvitationMail decided = decide("jack@example.org");
        Path mail = folder.resolve("mail");

        try (Relay relay = relay(new FolderDelivery(mail, "platform@example.com", AcceptLink.NONE))) {
            await(this::isEmpty);
            assertThat(relay.sent()).isEqualTo(1);
        }
        try (Stream<Path> files = Files.list(mail)) {
            assertThat(files).containsExactly(mail.resolve(decided.id() + ".eml"));
        }
        assertThat(Files.readString(mail.resolve(decided.id() + ".eml")))
                .contains("Message-ID: " + id(decided) + "\r\n")
                .contains("To: jack@example.org\r\n");
    }

    @Test
    void keepsMailForWhichNoFileCanBeWritten() throws IOException {
        decide("jack@example.org");
        Path notAFolder = Files.writeString(folder.resolve("mail"), "");

        try (Relay relay = relay(new FolderDelivery(notAFolder, "platform@example.com", AcceptLink.NONE))) {
            await(() -> relay.failed() > QUICK.tries());
            assertThat(outbox.stock()).extracting(Stock::waiting, Stock::dead).containsExactly(1L, 0L);
            Files.delete(notAFolder);
            await(this::isEmpty);
        }
    }
}
