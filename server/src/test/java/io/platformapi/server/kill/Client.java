package io.platformapi.server.kill;

import io.platformapi.domain.ContactType;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Iterator;
import java.util.UUID;
import java.util.stream.Collectors;

/** Somebody who asks a server for one change after the other, and notes which it acknowledged. */
final class Client {

    private final String key;
    private final Iterator<Change> changes;
    private final Ledger ledger;

    Client(String key, Iterator<Change> changes, Ledger ledger) {
        this.key = key;
        this.changes = changes;
        this.ledger = ledger;
    }

    /** Asks until the server is gone, or there is nothing left to change. */
    void ask(URI server) {
        HttpClient http = HttpClient.newHttpClient();
        while (changes.hasNext()) {
            Change change = changes.next();
            ledger.sent(change);
            try {
                int status = http.send(request(server, change), HttpResponse.BodyHandlers.ofString())
                        .statusCode();
                if (status == 200) {
                    ledger.acknowledged(change);
                } else if (status >= 500) {
                    return;
                }
            } catch (IOException e) {
                return;
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            }
        }
    }

    private HttpRequest request(URI server, Change change) {
        return HttpRequest.newBuilder(URI.create(server + path(change)))
                .timeout(Duration.ofSeconds(20))
                .header("Authorization", "Bearer " + key)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(body(change)))
                .build();
    }

    private static String path(Change change) {
        if (change instanceof Change.Invitation invitation) {
            return "/api/contacts/" + invitation.contact() + "/invite/contact";
        }
        if (change instanceof Change.End end) {
            return "/api/connections/" + end.connection() + (end.state().equals("REMOVED") ? "/remove" : "/cancel");
        }
        return "/api/connectionrequests/" + ((Change.Reminder) change).connection() + "/resend";
    }

    private static String body(Change change) {
        if (change instanceof Change.Invitation invitation) {
            String roles =
                    invitation.roles().stream().map(UUID::toString).collect(Collectors.joining("\",\"", "\"", "\""));
            return "{\"EmailAddress\":\"" + invitation.emailAddress() + "\",\"Roles\":[" + roles + "]}";
        }
        if (change instanceof Change.End) {
            return "{\"ContactId\":\"" + change.contact() + "\",\"ContactTypeId\":\"" + ContactType.REAL_PERSON.id()
                    + "\",\"RoleId\":\"" + Seeds.ROLES.get(0) + "\"}";
        }
        return "{\"ContactId\":\"" + change.contact() + "\"}";
    }
}
