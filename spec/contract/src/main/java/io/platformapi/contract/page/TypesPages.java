package io.platformapi.contract.page;

import io.platformapi.contract.Route;
import io.platformapi.contract.check.Refusal;
import io.platformapi.contract.dialect.Contract;
import io.platformapi.contract.dto.DtoLanguage;
import io.platformapi.contract.dto.Dtos;
import io.platformapi.contract.http.Headers;
import io.platformapi.contract.http.HttpRequest;
import io.platformapi.contract.http.HttpResponse;
import io.platformapi.contract.source.Lazy;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

/** The types of a contract at {@code /api/types}: a page that names the languages, and a file for each. Thread-safe. */
final class TypesPages {

    static final String INDEX = "/api/types";

    private final Contract contract;
    private final Lazy<Dtos> dtos;
    private final Map<String, byte[]> written = new ConcurrentHashMap<>();

    TypesPages(Contract contract) {
        this.contract = contract;
        this.dtos = new Lazy<>(() -> Dtos.of(contract));
    }

    static boolean areAt(String path) {
        return path.startsWith(INDEX) && (path.length() == INDEX.length() || path.charAt(INDEX.length()) == '/');
    }

    /** The page or file at one of these addresses, or the API's own failure for a language that nobody writes. */
    HttpResponse page(HttpRequest request, String address) {
        String language = request.path()
                .substring(Math.min(INDEX.length() + 1, request.path().length()));
        return language.isEmpty()
                ? index(address)
                : DtoLanguage.named(language).map(this::file).orElseGet(() -> unknown(language, request));
    }

    private HttpResponse file(DtoLanguage language) {
        byte[] text = written.computeIfAbsent(
                language.id(), any -> language.text(dtos.get()).getBytes(StandardCharsets.UTF_8));
        return HttpResponse.of(200, "text/plain; charset=utf-8", text)
                .with(Headers.of("Access-Control-Allow-Origin", "*", "X-Content-Type-Options", "nosniff"));
    }

    private HttpResponse unknown(String language, HttpRequest request) {
        String all = DtoLanguage.ALL.stream().map(DtoLanguage::id).collect(Collectors.joining(", "));
        String message = "There are no types for '" + language + "'. Ask for one of " + all + ".";
        Refusal refusal = Refusal.of(Refusal.Kind.UNROUTED, message);
        return contract.dialect().refusal(contract, refusal, new Route.NotFound(), request);
    }

    private HttpResponse index(String address) {
        List<Markup> rows = new ArrayList<>();
        DtoLanguage.ALL.forEach(language -> rows.add(row(language, address)));
        Markup header = Markup.all(
                Markup.element("nav", Markup.link("/", contract.title())).with("aria-label", "Start"),
                Markup.element("h1", "Types"),
                Markup.element("p", "What requests and answers hold, as one file for each language."));
        Markup table = Markup.element("table", Markup.all(rows)).with("tabindex", "0");
        return Frame.page(200, contract.title() + ": types", header, table);
    }

    private static Markup row(DtoLanguage language, String address) {
        String target = INDEX + "/" + language.id();
        String command = "curl -o " + language.file() + " " + SampleRequest.quoted(address + target);
        return Markup.element(
                "tr",
                Markup.element("th", Markup.link(target, language.title())).with("scope", "row"),
                Markup.element("td", Markup.element("code", command).with("class", "whole")));
    }
}
