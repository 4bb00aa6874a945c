package io.platformapi.contract.page;

import io.platformapi.contract.http.Headers;
import io.platformapi.contract.http.HttpResponse;
import java.nio.charset.StandardCharsets;

/**
 * What all pages have in common: the head, the looks in light and dark, and fields that let nothing in from elsewhere.
 */
public final class Frame {

    static final String TYPE = "text/html; charset=utf-8";

    private static final Headers FIELDS = Headers.of(
            "Content-Security-Policy",
            "default-src 'none'; style-src 'unsafe-inline'; img-src 'self'; base-uri 'none'; form-action 'none';"
                    + " frame-ancestors 'none'",
            "X-Content-Type-Options",
            "nosniff",
            "Referrer-Policy",
            "no-referrer",
            "Vary",
            "Accept");

    private static final String STYLE = """
            :root{color-scheme:light dark;--ink:#1a1d21;--soft:#4d545c;--paper:#fff;--shade:#f2f4f6;--line:#c9ced4;--link:#0b57a4}
            @media (prefers-color-scheme:dark){:root{--ink:#e8eaed;--soft:#b3bac2;--paper:#15181b;--shade:#21262b;--line:#454c54;--link:#8ec1ff}}
            *{box-sizing:border-box}
            body{margin:0 auto;max-width:64rem;padding:1.5rem;font:1rem/1.5 system-ui,sans-serif;color:var(--ink);background:var(--paper);overflow-wrap:break-word}
            a{color:var(--link)}a:focus-visible,summary:focus-visible,pre:focus-visible{outline:3px solid var(--link);outline-offset:2px}
            h1{font-size:1.8rem;line-height:1.2;margin:.5rem 0;overflow-wrap:anywhere}h2{margin:2rem 0 .5rem;font-size:1.35rem}h3{margin:1.5rem 0 .25rem;font-size:1.05rem;overflow-wrap:anywhere}
            small,.soft{color:var(--soft);font-weight:normal}
            code,pre{font-family:ui-monospace,monospace;font-size:.9rem}
            pre{background:var(--shade);border:1px solid var(--line);border-radius:.3rem;padding:.6rem .8rem;overflow-x:auto;white-space:pre-wrap;overflow-wrap:anywhere}
            .whole{user-select:all}
            table{border-collapse:collapse;margin:.5rem 0;display:block;overflow-x:auto;max-width:100%}
            th,td{border:1px solid var(--line);padding:.25rem .5rem;text-align:left;vertical-align:top;font-size:.9rem}th{background:var(--shade)}
            th table,td table{display:table}td code{overflow-wrap:anywhere}
            @media (max-width:40rem){body{padding:1rem}h1{font-size:1.4rem}th,td{padding:.2rem .35rem}}
            nav ul{list-style:none;padding:0;display:flex;flex-wrap:wrap;gap:.25rem 1.25rem}
            .skip{position:absolute;left:-99rem}.skip:focus{position:static}
            .note{border-left:.3rem solid var(--link);padding:.4rem .8rem;background:var(--shade)}
            @media print{body{max-width:none;padding:0}nav,.skip{display:none}details>*{display:block}pre,table{break-inside:avoid}}
            """;

    private Frame() {}

    /** A page of a title, with what leads it and what it is about. */
    public static HttpResponse page(int status, String title, Markup header, Markup main) {
        Markup head = Markup.all(
                new Markup("<meta charset=\"utf-8\">\n"
                        + "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n"
                        + "<link rel=\"icon\" href=\"/favicon.ico\">\n"),
                Markup.element("title", title),
                new Markup("<style>\n" + STYLE + "</style>\n"));
        Markup body = Markup.all(
                Markup.link("#main", "Skip to the content").with("class", "skip"),
                Markup.element("header", header),
                Markup.element("main", main).with("id", "main").with("tabindex", "-1"));
        String markup = "<!doctype html>\n"
                + Markup.element("html", Markup.element("head", head), Markup.element("body", body))
                        .with("lang", "en")
                        .html();
        return HttpResponse.of(status, TYPE, markup.getBytes(StandardCharsets.UTF_8))
                .with(FIELDS);
    }
}
