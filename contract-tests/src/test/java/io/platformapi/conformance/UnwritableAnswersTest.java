package io.platformapi.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import io.platformapi.contract.http.Headers;
import io.platformapi.contract.http.HttpRequest;
import io.platformapi.contract.http.HttpResponse;
import io.platformapi.domain.Contact;
import io.platformapi.domain.ExampleWorld;
import io.platformapi.domain.MemoryStore;
import io.platformapi.domain.Platform;
import io.platformapi.domain.Store;
import io.platformapi.mock.ListeningMock;
import io.platformapi.mock.MockOptions;
import io.platformapi.mock.stub.Answer;
import io.platformapi.mock.stub.Stub;
import io.platformapi.model.ContactConnectedLinks;
import io.platformapi.model.ContactConnectedLinksResponse;
import io.platformapi.server.PlatformServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What becomes of a character that XML has no way to write: the name of a contact has one, or a request. */
final class UnwritableAnswersTest {

    private static final UUID AMELIA = UUID.fromString("c0000001-1f4b-4d8a-a37e-5b9c2e6d0f84");
    private static final String LINKS = "/api/contacts/" + AMELIA + "/links";

    private static final String REFUSED =
            "<Message>XML has no way to write the character U+0001 of the text \"Liam?Nguyen\"; use JSON.</Message>";

    /** The world of the examples, where one contact has a name with the character U+0001. */
    private static Store world() {
        Store store = new MemoryStore();
        ExampleWorld.enter(store);
        store.write(transaction -> {
            UUID liam = UUID.fromString("c0000003-1f4b-4d8a-a37e-5b9c2e6d0f84");
            Contact known = transaction.contact(liam).orElseThrow();
            transaction.save(new Contact(
                    liam, known.type(), "Liam\u0001Nguyen", known.emailAddress(), known.enteredBy(), known.profile()));
            return liam;
        });
        return store;
    }

    private static Running mock() throws IOException {
        Platform platform = Platform.over(world());
        Stub<ContactConnectedLinks, ContactConnectedLinksResponse> links = new Stub<>(
                ContactConnectedLinks.class, request -> Answer.of(platform.listContactLinks(AMELIA::equals, request)));
        MockOptions options = MockOptions.usual().withStubs(Map.of("listContactLinks", links));
        ListeningMock mock = ListeningMock.start(
                Running.CONTRACT, options, new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
        return new Running(mock.address(), () -> {}, mock::close);
    }

    private static Running server() throws IOException {
        PlatformServer server = ServerWorld.start(Map.of("port", "0"), world());
        return new Running(server.uri(), () -> {}, server::close);
    }

    private static HttpRequest asking(String type) {
        return HttpRequest.of("GET", LINKS, Requests.HEADERS.with("Accept", type));
    }

    private static void sendsElsewhereWhoAsksForXml(Running running) throws IOException {
        HttpResponse refused = running.answer(asking("application/xml"));
        HttpResponse answered = running.answer(asking("application/json"));

        assertThat(refused.status()).isEqualTo(406);
        assertThat(refused.headers().text("Content-Type")).isEqualTo("application/xml");
        assertThat(refused.text()).contains("<ErrorCode>NotAcceptable</ErrorCode>" + REFUSED);
        assertThat(answered.status()).isEqualTo(200);
        assertThat(answered.text()).contains("Liam\\u0001Nguyen");
    }

    private static void showsByItsNumberWhatWasSent(Running running) throws IOException {
        Headers headers = Requests.HEADERS.with("Content-Type", "text/jsv").with("Accept", "application/xml");
        byte[] body = "{Zzz\u0001:1,Zzz\u0001:2}".getBytes(StandardCharsets.UTF_8);
        HttpResponse refused = running.answer(HttpRequest.of("POST", LINKS, headers, body));

        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.text())
                .contains("<Message>Could not deserialize 'text/jsv' request using ContactConnectedLinks: line 1,"
                        + " column 9: the member Zzz\\u0001 stands here a second time.</Message>");
    }

    @Test
    void theMockSendsElsewhereWhoAsksForXml() throws IOException {
        try (Running running = mock()) {
            sendsElsewhereWhoAsksForXml(running);
        }
    }

    @Test
    void theServerSendsElsewhereWhoAsksForXml() throws IOException {
        try (Running running = server()) {
            sendsElsewhereWhoAsksForXml(running);
        }
    }

    @Test
    void theMockShowsByItsNumberWhatWasSent() throws IOException {
        try (Running running = mock()) {
            showsByItsNumberWhatWasSent(running);
        }
    }

    @Test
    void theServerShowsByItsNumberWhatWasSent() throws IOException {
        try (Running running = server()) {
            showsByItsNumberWhatWasSent(running);
        }
    }
}
