package io.platformapi.server.mail;

import static org.assertj.core.api.Assertions.assertThat;

import io.platformapi.domain.InvitationMail;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintWriter;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

final class SmtpMailTest {

    /** Takes one mail, and gives back every line that it was sent. */
    private static List<String> takeOneMail(ServerSocket server) {
        List<String> lines = new ArrayList<>();
        try (Socket client = server.accept();
                var in = new BufferedReader(new InputStreamReader(client.getInputStream(), StandardCharsets.UTF_8));
                var out = new PrintWriter(client.getOutputStream(), true, StandardCharsets.US_ASCII)) {
            out.print("220 ready\r\n");
            out.flush();
            boolean inMail = false;
            for (String line = in.readLine(); line != null; line = in.readLine()) {
                lines.add(line);
                inMail = inMail ? !line.equals(".") : line.equals("DATA");
                if (line.equals("DATA")) {
                    out.print("354 go on\r\n");
                } else if (!inMail) {
                    out.print("250 ok\r\n");
                }
                out.flush();
            }
            return lines;
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void tellsThePersonWhoInvitesThemAndAsWhat() throws Exception {
        try (var server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            var received = CompletableFuture.supplyAsync(() -> takeOneMail(server));
            var account = new SmtpMail.Account("127.0.0.1", server.getLocalPort(), "", "", "platform@example.com");

            try (var mail = MailQueue.through(account)) {
                mail.send(new InvitationMail(
                        "jack.obrien@example.org", "Amelia\r\nBcc: x@y", List.of("Client", "Coach")));
            }

            assertThat(received.get(10, TimeUnit.SECONDS))
                    .contains(
                            "MAIL FROM:<platform@example.com>",
                            "RCPT TO:<jack.obrien@example.org>",
                            "To: jack.obrien@example.org",
                            "Subject: Amelia  Bcc: x@y invites you to connect",
                            "Amelia  Bcc: x@y would like to connect with you as Client, Coach.")
                    .noneMatch(line -> line.startsWith("Bcc:"));
        }
    }

    @Test
    void aMailServerThatIsAwayHoldsNobodyUp() throws Exception {
        int closed;
        try (var server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            closed = server.getLocalPort();
        }
        var account = new SmtpMail.Account("127.0.0.1", closed, "", "", "platform@example.com");

        try (var mail = MailQueue.through(account)) {
            mail.send(new InvitationMail("jack.obrien@example.org", "Amelia", List.of("Client")));
        }
    }
}
