package io.platformapi.contract.page;

import io.platformapi.contract.dialect.Contract;
import io.platformapi.contract.http.Headers;
import io.platformapi.contract.http.HttpResponse;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The operations of a contract at {@code /api/docs}, to be tried in a browser with Swagger UI, which comes from its
 * webjar: whoever serves contracts has that on the class path, or no such page. It loads nothing from elsewhere, and
 * asks nobody but who serves it. Thread-safe.
 */
final class TrialPages {

    static final String INDEX = "/api/docs";

    private static final String WEBJAR = "/META-INF/resources/webjars/swagger-ui/" + text("swagger-ui.txt") + "/";
    private static final String BUNDLE = "swagger-ui-bundle.js";

    private static final String SCRIPT_TYPE = "text/javascript; charset=utf-8";
    private static final String STYLE_TYPE = "text/css; charset=utf-8";

    /** A file of the page: the resource that it is, and its type. */
    private record File(String resource, String type) {}

    private static final Map<String, File> FILES = Map.of(
            INDEX + "/" + BUNDLE, new File(WEBJAR + BUNDLE, SCRIPT_TYPE),
            INDEX + "/swagger-ui.css", new File(WEBJAR + "swagger-ui.css", STYLE_TYPE),
            INDEX + "/trial.css", new File("trial.css", STYLE_TYPE),
            INDEX + "/trial.js", new File("trial.js", SCRIPT_TYPE));

    /** Swagger UI writes styles into its elements, and has pictures in its style. */
    private static final Headers FIELDS = Headers.of(
            "Content-Security-Policy",
            "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:;"
                    + " connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
            "X-Content-Type-Options",
            "nosniff",
            "Referrer-Policy",
            "no-referrer");

    private final Contract contract;
    private final Credential credential;

    TrialPages(Contract contract, Credential credential) {
        this.contract = contract;
        this.credential = credential;
    }

    /** Whether Swagger UI is there to be served. */
    static boolean areThere() {
        return resource(WEBJAR + BUNDLE) != null;
    }

    /** The page, or a file of it; empty at other addresses. */
    Optional<HttpResponse> page(String path) {
        if (path.equals(INDEX) && areThere()) {
            return Optional.of(answer(Frame.TYPE, markup().getBytes(StandardCharsets.UTF_8)));
        }
        return Optional.ofNullable(FILES.get(path))
                .filter(file -> areThere())
                .map(file -> answer(file.type(), bytes(file.resource())));
    }

    private static HttpResponse answer(String type, byte[] body) {
        return HttpResponse.of(200, type, body).with(FIELDS);
    }

    private String markup() {
        Markup header = Markup.element(
                "header",
                Markup.element("nav", Markup.link("..", contract.title())).with("aria-label", "Start"),
                Markup.element("h1", "Try it out"),
                contract.securitySchemes().isEmpty() ? Markup.NOTHING : form());
        Markup body = Markup.element(
                "body",
                header,
                Markup.element("main", "This page needs a script; the start page shows the same without one.")
                        .with("id", "trial"),
                script("docs/" + BUNDLE),
                script("docs/trial.js"));
        Markup head = Markup.element(
                "head",
                new Markup("<meta charset=\"utf-8\">\n"
                        + "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n"
                        + "<link rel=\"icon\" href=\"../favicon.ico\">\n"
                        + "<link rel=\"stylesheet\" href=\"docs/swagger-ui.css\">\n"
                        + "<link rel=\"stylesheet\" href=\"docs/trial.css\">\n"),
                Markup.element("title", contract.title() + ": try it out"));
        return "<!doctype html>\n"
                + Markup.element("html", head, body).with("lang", "en").html();
    }

    private Markup form() {
        return Markup.element(
                "form",
                Markup.element("label", "Credential").with("for", "credential"),
                new Markup("<input id=\"credential\" autocomplete=\"off\" spellcheck=\"false\">\n")
                        .with("value", credential.value()),
                Markup.element("button", "Authorize"),
                Markup.element("output", credential.advice()));
    }

    private static Markup script(String address) {
        return Markup.element("script", "").with("src", address);
    }

    private static @Nullable URL resource(String name) {
        return TrialPages.class.getResource(name);
    }

    private static String text(String name) {
        return new String(bytes(name), StandardCharsets.UTF_8).strip();
    }

    private static byte[] bytes(String name) {
        try (InputStream in = Objects.requireNonNull(TrialPages.class.getResourceAsStream(name))) {
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException("the jar holds its page", e);
        }
    }
}
