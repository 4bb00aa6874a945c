package io.platformapi.contract.page;

import io.platformapi.contract.Content;
import io.platformapi.contract.Route;
import io.platformapi.contract.dialect.Contract;
import io.platformapi.contract.http.Accept;
import io.platformapi.contract.http.HttpRequest;
import io.platformapi.contract.http.HttpResponse;
import io.platformapi.contract.http.MediaType;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.regex.Pattern;

/**
 * What a contract looks like to people, wherever it is served: the page at {@code /}, the document, its types in each
 * language, a page to try its operations on, and answers of operations for whoever opens them in a browser. What the
 * document itself describes goes before. Thread-safe.
 */
public final class ContractSite {

    private static final MediaType JSON = MediaType.of("application/json");
    private static final MediaType HTML = MediaType.of("text/html");
    private static final Set<String> OWN = Set.of("/", "/favicon.ico", "/openapi.yaml", "/openapi.json");
    private static final Pattern ADDRESS = Pattern.compile("[A-Za-z0-9._:\\[\\]-]{1,255}");
    private static final String ICON = "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 32 32\">"
            + "<rect width=\"32\" height=\"32\" rx=\"6\" fill=\"#0b57a4\"/>"
            + "<path d=\"M11 8v16M21 8v16M11 16h10\" stroke=\"#fff\" stroke-width=\"4\"/></svg>";

    /**
     * Who serves the contract.
     *
     * @param title what it is, for people: {@code Mock server}
     * @param credential what it takes as a credential
     * @param links what else it serves, by target: the words of the link
     */
    public record Host(String title, Credential credential, Map<String, String> links) {}

    private final Contract contract;
    private final Host host;
    private final PublishedDocument document;
    private final TypesPages types;
    private final TrialPages trials;

    public ContractSite(Contract contract, Host host, PublishedDocument document) {
        this.contract = contract;
        this.host = host;
        this.document = document;
        this.types = new TypesPages(contract);
        this.trials = new TrialPages(contract, host.credential());
    }

    /** The page that a request asks for; empty where it asks for none, or for what the document describes. */
    public Optional<HttpResponse> page(HttpRequest request) {
        if (!request.method().equals("GET") && !request.method().equals("HEAD")) {
            return Optional.empty();
        }
        return own(request)
                .or(() -> contract.dialect().page(contract, request))
                .filter(page -> contract.route(request) instanceof Route.NotFound);
    }

    /** Looks at the path alone, for nearly every request is none for a page. */
    private Optional<HttpResponse> own(HttpRequest request) {
        boolean known =
                OWN.contains(request.path()) && (!request.path().equals("/") || prefersHtml(request, List.of()));
        if (TypesPages.areAt(request.path())) {
            return Optional.of(types.page(request, address(request)));
        }
        if (request.path().startsWith(TrialPages.INDEX)) {
            return trials.page(request.path());
        }
        return known ? Optional.of(served(request)) : Optional.empty();
    }

    private HttpResponse served(HttpRequest request) {
        return switch (request.path()) {
            case "/" -> new RootPage(contract, host).at(address(request));
            case "/favicon.ico" -> HttpResponse.of(200, "image/svg+xml", ICON.getBytes(StandardCharsets.UTF_8));
            default -> document.page(request).orElseThrow();
        };
    }

    /** The question behind one that a browser asks of an operation, for a page to be made of the answer. */
    public Optional<Reader> reader(HttpRequest request) {
        boolean asks = request.method().equals("GET")
                && request.headers().text("Accept").contains("text/html");
        return asks ? reader(contract.route(request), request) : Optional.empty();
    }

    private Optional<Reader> reader(Route route, HttpRequest request) {
        if (!(route instanceof Route.Found found)) {
            return prefersHtml(request, List.of())
                    ? Optional.of(new Reader(request, new RefusalPage(contract)::of))
                    : Optional.empty();
        }
        var page = new AnswerPage(contract, found, host.credential());
        return !contract.dialect().choosesFormat(found, request) && prefersHtml(request, offers(found))
                ? Optional.of(new Reader(request, (sent, answer) -> page.of(sent, answer, address(sent))))
                : Optional.empty();
    }

    /** Somebody who reads in a browser what an operation answers, or that none does. */
    public static final class Reader {

        private final HttpRequest sent;
        private final BiFunction<HttpRequest, HttpResponse, HttpResponse> page;

        private Reader(HttpRequest sent, BiFunction<HttpRequest, HttpResponse, HttpResponse> page) {
            this.sent = sent;
            this.page = page;
        }

        /** What to ask in their stead. */
        public HttpRequest asked() {
            return sent.with("Accept", "application/json, */*;q=0.5");
        }

        /** The page of the answer. */
        public HttpResponse page(HttpResponse answer) {
            return page.apply(sent, answer);
        }
    }

    private static List<MediaType> offers(Route.Found route) {
        return route.operation().responses().values().stream()
                .flatMap(response -> response.contents().stream())
                .map(Content::type)
                .distinct()
                .toList();
    }

    private static boolean prefersHtml(HttpRequest request, List<MediaType> documented) {
        if (documented.stream().anyMatch(type -> type.includes(HTML))) {
            return false;
        }
        List<MediaType> offers = new ArrayList<>(documented.isEmpty() ? List.of(JSON) : documented);
        offers.add(HTML);
        Accept accept = Accept.of(request.headers());
        boolean named = accept.ranges().stream()
                .anyMatch(range -> range.type().essence().equals("text/html"));
        return named
                && !namesOneOf(documented, accept)
                && accept.best(offers).filter(HTML::equals).isPresent();
    }

    /** Whether a client can do with what is documented, by its name: browsers name XML and pictures, and no more. */
    private static boolean namesOneOf(List<MediaType> documented, Accept accept) {
        return accept.ranges().stream()
                .filter(range -> range.quality() > 0 && !range.type().isRange())
                .map(range -> range.type().essence())
                .filter(name -> !name.endsWith("xml") && !name.startsWith("image/"))
                .anyMatch(name ->
                        documented.stream().anyMatch(type -> type.essence().equals(name)));
    }

    private static String address(HttpRequest request) {
        String name = request.headers().text("Host");
        return "http://" + (ADDRESS.matcher(name).matches() ? name : "127.0.0.1");
    }
}
