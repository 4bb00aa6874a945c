package io.platformapi.mock;

import com.fasterxml.jackson.databind.JsonNode;
import io.platformapi.contract.dialect.Contract;
import io.platformapi.contract.http.Headers;
import io.platformapi.contract.http.HttpRequest;
import io.platformapi.contract.http.HttpResponse;
import io.platformapi.contract.reader.ContractReader;
import io.platformapi.contract.source.Access;
import io.platformapi.contract.source.Lazy;
import io.platformapi.mock.stub.Answer;
import io.platformapi.mock.stub.Stub;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.regex.Pattern;

/**
 * What tests tell their mock and ask it, below {@code /__mock}: an API like any other, described by a document of its
 * own and served by the same engine. Only for whoever calls the mock by its address or as the machine's own, and for no
 * page of another origin: a page in a browser may not look into what others have asked. Safe for many threads.
 */
final class AdminApi {

    private static final String ROOT = "/__mock";
    private static final String STREAM = ROOT + "/journal/stream";
    private static final String DOCUMENT = "admin.yaml";

    /** What is told is for this moment and this origin, and is taken for nothing that it does not say it is. */
    private static final Headers OWN = Headers.of(
            "Cache-Control", "no-store",
            "Cross-Origin-Resource-Policy", "same-origin",
            "X-Content-Type-Options", "nosniff");

    private static final Pattern OWN_HOST =
            Pattern.compile("(localhost|[^.:]+\\.localhost|[0-9.]+|\\[[0-9a-fA-F:.]+])(:\\d+)?");

    private final String text = text();
    private final MockEngine engine;
    private final Lazy<AdminPage> page = new Lazy<>(AdminPage::new);

    /** @param calls what is done by each operation, by its id; each is given the request's values by their names */
    AdminApi(Map<String, Function<JsonNode, Answer<JsonNode>>> calls) {
        Contract contract =
                new ContractReader(Access.SAME_ORIGIN).read(text, URI.create("file:///" + DOCUMENT), DOCUMENT);
        Map<String, Stub<?, ?>> stubs = new HashMap<>();
        calls.forEach((id, call) -> stubs.put(id, new Stub<>(JsonNode.class, call)));
        this.engine = new MockEngine(contract, MockOptions.usual().withStubs(stubs));
    }

    private static String text() {
        try (InputStream document = Objects.requireNonNull(AdminApi.class.getResourceAsStream(DOCUMENT))) {
            return new String(document.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException("the jar holds its document", e);
        }
    }

    /** Whether a request is for this API. */
    static boolean isFor(HttpRequest request) {
        return request.path().startsWith(ROOT)
                && (request.path().length() == ROOT.length() || request.path().charAt(ROOT.length()) == '/');
    }

    /** Whether an answer goes on with what is still to come. */
    static boolean isStream(HttpRequest request, HttpResponse answer) {
        return request.path().equals(STREAM) && request.method().equals("GET") && answer.status() == 200;
    }

    /** Answers a request that concerns a session. */
    HttpResponse answer(HttpRequest request, String session) {
        if (!isOfThisMachine(request)) {
            return plain(
                    403,
                    "The administration of the mock is open to whoever calls it by its IP address or as localhost,"
                            + " and to no page of another origin.\n");
        }
        boolean reads = request.method().equals("GET") || request.method().equals("HEAD");
        HttpResponse answer = reads && request.path().equals(ROOT)
                ? HttpResponse.of(308, Headers.of("Location", ROOT.substring(1) + "/")) // below the session's prefix
                : reads && request.path().equals(ROOT + "/") ? page.get().answer() : answered(request, session);
        return answer.with(OWN);
    }

    private HttpResponse answered(HttpRequest request, String session) {
        return request.path().equals(ROOT + "/openapi.yaml") && request.method().equals("GET")
                ? HttpResponse.of(200, "application/yaml", text.getBytes(StandardCharsets.UTF_8))
                : engine.answer(session.isEmpty() ? request : request.with(Asked.SESSION, session));
    }

    private static boolean isOfThisMachine(HttpRequest request) {
        String host = request.headers().text("Host");
        String origin = request.headers().text("Origin");
        boolean own = origin.isEmpty() || origin.equals("http://" + host) || origin.equals("https://" + host);
        return own && OWN_HOST.matcher(host).matches();
    }

    private static HttpResponse plain(int status, String text) {
        return HttpResponse.of(status, "text/plain", text.getBytes(StandardCharsets.UTF_8));
    }
}
