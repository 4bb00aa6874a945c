package io.platformapi.mock;

import io.platformapi.contract.http.Headers;
import io.platformapi.contract.http.HttpResponse;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;

/**
 * The page of the administration: one answer with its looks and its script in it, which needs nothing from elsewhere.
 * Only what is in the jar is run: the answer says so by the hashes of both, and lets no text become markup.
 */
final class AdminPage {

    /** Parts of one script, in the order in which they need each other. */
    private static final List<String> SCRIPTS = List.of(
            "1-common.js",
            "2-operations.js",
            "3-messages.js",
            "4-journal.js",
            "5-behaviour.js",
            "6-calls.js",
            "7-page.js");

    private final HttpResponse page;

    AdminPage() {
        String style = text("page.css");
        String script = SCRIPTS.stream().map(AdminPage::text).collect(Collectors.joining());
        String markup = text("page.html").replace("/* style */", style).replace("/* script */", script);
        this.page = HttpResponse.of(200, "text/html; charset=utf-8", markup.getBytes(StandardCharsets.UTF_8))
                .with(Headers.of(
                        "Content-Security-Policy",
                        "default-src 'none'; script-src '" + hash(script) + "'; style-src '" + hash(style)
                                + "'; connect-src 'self'; img-src data:; base-uri 'none'; form-action 'none';"
                                + " frame-ancestors 'none'; require-trusted-types-for 'script'; trusted-types 'none'",
                        "Referrer-Policy",
                        "no-referrer"));
    }

    HttpResponse answer() {
        return page;
    }

    private static String text(String name) {
        try (InputStream resource = Objects.requireNonNull(AdminPage.class.getResourceAsStream("page/" + name))) {
            return new String(resource.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException("the jar holds its page", e);
        }
    }

    private static String hash(String text) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return "sha256-" + Base64.getEncoder().encodeToString(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("each Java has SHA-256", e);
        }
    }
}
