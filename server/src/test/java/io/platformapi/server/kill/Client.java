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
    private final HttpClient http = HttpClient.newHttpClient();

    Client(String key, Iterator<Change> changes, Ledger ledger) {
        this.key = key;
        this.changes = changes;
        this.ledger = ledger;
    }

    /** Asks until the server is gone, or refuses, or there is nothing left to change. */
    void ask(URI server) {
        try {
            while (changes.hasNext()) {
                HttpResponse<String> answer = askOnce(server);
                if (answer.statusCode() == 503) {
                    return; // it is being stopped
                }
                if (answer.statusCode() != 200) {
                    ledger.refused(answer.statusCode() + " " + answer.body());
                    return;
                }
            }
        } catch (IOException e) {
            // the server is gone
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Asks for the next change, of which there has to be one. */
    HttpResponse<String> askOnce(URI server) throws IOException, InterruptedException {
        Change change = changes.next();
        ledger.sent(change);
        HttpResponse<String> answer = http.send(request(server, change), HttpResponse.BodyHandlers.ofString());
        if (answer.statusCode() == 200) {
            ledger.acknowledged(change);
        }
        return answer;
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
        if (change instanceof Change.End end) {
            // who has accepted nothing is shown as a virtual person
            ContactType shown = end.state().equals("REMOVED") ? ContactType.REAL_PERSON : ContactType.VIRTUAL_PERSON;
            return "{\"ContactId\":\"" + change.contact() + "\",\"ContactTypeId\":\"" + shown.id() + "\",\"RoleId\":\""
                    + Seeds.ROLES.get(0) + "\"}";
        }
        return "{\"ContactId\":\"" + change.contact() + "\"}";
    }
}
