package io.platformapi.servicestack;

import static org.assertj.core.api.Assertions.assertThat;

import io.platformapi.contract.In;
import io.platformapi.contract.Route;
import io.platformapi.contract.admission.Admission;
import io.platformapi.contract.admission.Admission.Admitted;
import io.platformapi.contract.admission.Admission.Negotiated;
import io.platformapi.contract.admission.Gates;
import io.platformapi.contract.admission.Passage;
import io.platformapi.contract.check.Refusal;
import io.platformapi.contract.check.Refusal.Kind;
import io.platformapi.contract.dialect.Contract;
import io.platformapi.contract.http.Headers;
import io.platformapi.contract.http.HttpRequest;
import io.platformapi.contract.reader.ContractReader;
import io.platformapi.contract.source.Access;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The one way of a request in. */
final class AdmissionTest {

    private static final Contract PLATFORM = new ContractReader(Access.SAME_ORIGIN).read("openapi.yaml");
    private static final Admission ADMISSION = new Admission(PLATFORM);
    private static final String LINKS = "/api/contacts/c0000001-1f4b-4d8a-a37e-5b9c2e6d0f84/links";

    private final List<String> asked = new ArrayList<>();

    /** Gates that know whoever has a name, and let a sender in once. */
    private Gates<String> gates() {
        return new Gates<>(
                request -> {
                    asked.add("credentials");
                    String name = request.request().headers().text("Authorization");
                    return name.isEmpty()
                            ? request.refused(Refusal.of(Kind.CREDENTIALS, "Who are you?"))
                            : request.by(name);
                },
                client -> {
                    asked.add("limits of " + client);
                    return client.equals("busy")
                            ? Optional.of(Refusal.of(Kind.TOO_MANY, "Not so fast."))
                            : Optional.empty();
                });
    }

    private static HttpRequest request(String method, String path, String name, String type, String body) {
        Headers headers = Headers.of("Content-Type", type);
        return HttpRequest.of(
                method,
                path,
                name.isEmpty() ? headers : headers.with("Authorization", name),
                body.getBytes(StandardCharsets.UTF_8));
    }

    private static Kind kind(Passage<?> passage) {
        assertThat(passage).isInstanceOf(Passage.Ended.class);
        return ((Passage.Ended<?>) passage).refusal().orElseThrow().kind();
    }

    /** Everything is wrong with a request from some point on. */
    @ParameterizedTest
    @CsvSource({
        "LINK, /nope, '', image/png, {, UNROUTED, ''",
        "LINK, LINKS, '', image/png, {, METHOD, ''",
        "POST, LINKS, '', image/png, {, CREDENTIALS, credentials",
        "POST, LINKS, busy, image/png, {, TOO_MANY, credentials;limits of busy",
        "POST, LINKS, amelia, image/png, {, MEDIA_TYPE, credentials;limits of amelia",
        "POST, LINKS?format=png, amelia, application/json, {, UNACCEPTABLE, credentials;limits of amelia",
        "POST, LINKS, amelia, application/json, {, UNPARSABLE, credentials;limits of amelia",
        "POST, LINKS, amelia, application/json, '{\"ContactId\":1}', INVALID, credentials;limits of amelia"
    })
    void refusesForTheFirstThingAndAsksNoGateBehindIt(
            String method, String path, String name, String type, String body, Kind kind, String gates) {
        HttpRequest request = request(method, path.replace("LINKS", LINKS), name, type, body);

        assertThat(kind(ADMISSION.whole(request, gates()))).isEqualTo(kind);
        assertThat(String.join(";", asked)).isEqualTo(gates);
    }

    @Test
    void letsInWhatNothingIsWrongWithAndKnowsWhoSentIt() {
        Passage<Admitted<String>> passage =
                ADMISSION.whole(request("POST", LINKS, "amelia", "application/json", "{}"), gates());

        assertThat(passage).isInstanceOf(Passage.Reached.class);
        Admitted<String> admitted = ((Passage.Reached<Admitted<String>>) passage).stage();
        assertThat(admitted.client()).isEqualTo("amelia");
        assertThat(admitted.route().operation().id()).isEqualTo("listContactLinks");
        assertThat(admitted.request().value(In.PATH, "ContactId").asText())
                .isEqualTo("c0000001-1f4b-4d8a-a37e-5b9c2e6d0f84");
    }

    @Test
    void refusesNobodyWhoAsksForTheMethodsOfAPath() {
        Passage<Admitted<String>> passage = ADMISSION.whole(HttpRequest.of("OPTIONS", LINKS, Headers.none()), gates());

        assertThat(passage.route()).isInstanceOf(Route.Options.class);
        assertThat(((Passage.Ended<?>) passage).refusal()).isEmpty();
        assertThat(asked).isEmpty();
    }

    @Test
    void looksAgainAtTheTypeOfABodyThatWasNotAnnounced() {
        HttpRequest head = HttpRequest.of("POST", LINKS, Headers.of("Authorization", "amelia"));
        Passage<Negotiated<String>> entered = ADMISSION.route(head).then(routed -> routed.enter(gates(), head));

        assertThat(entered).isInstanceOf(Passage.Reached.class);
        assertThat(kind(entered.then(
                        negotiated -> negotiated.read(request("POST", LINKS, "amelia", "image/png", "x")))))
                .isEqualTo(Kind.MEDIA_TYPE);
        assertThat(asked).containsExactly("credentials", "limits of amelia");
    }
}
