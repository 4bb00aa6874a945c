package io.platformapi.servicestack;

import io.platformapi.contract.Operation;
import io.platformapi.contract.dialect.Contract;
import io.platformapi.contract.dto.DtoLanguage;
import io.platformapi.contract.dto.Dtos;
import io.platformapi.contract.format.MessageFormats;
import io.platformapi.contract.http.HttpRequest;
import io.platformapi.contract.http.HttpResponse;
import io.platformapi.contract.http.MediaType;
import io.platformapi.contract.http.Query;
import io.platformapi.contract.page.Frame;
import io.platformapi.contract.page.Markup;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The pages that describe each service in each format, in the order that callers of the platform know: all of them at
 * {@code /api/metadata}, one at {@code /api/xml/metadata?op=InviteContact}.
 */
final class MetadataPages {

    static final String INDEX = "/api/metadata";
    private static final MediaType JSON = MediaType.of("application/json");
    private static final Pattern PAGE = Pattern.compile("/api/([a-z]+)/metadata");

    private final Contract contract;
    private final MessageFormats formats;

    MetadataPages(Contract contract, MessageFormats formats) {
        this.contract = contract;
        this.formats = formats;
    }

    /** Whether a path may be that of a page, by its end alone: nearly every request asks for none. */
    static boolean areAt(String path) {
        return path.endsWith("metadata");
    }

    /** The page that a request asks for, if it is one of these. */
    Optional<HttpResponse> page(HttpRequest request) {
        if (request.path().equals(INDEX)) {
            return Optional.of(index());
        }
        Matcher page = PAGE.matcher(request.path());
        if (!page.matches()) {
            return Optional.empty();
        }
        Optional<String> name = Query.of(request.query()).pairs().stream()
                .filter(pair -> pair.name().equals("op"))
                .map(Query.Pair::value)
                .findFirst();
        return formats.named(Negotiation.format(page.group(1)))
                .flatMap(format -> name.map(services()::get)
                        .map(operations -> service(name.orElseThrow(), operations, format, page.group(1))));
    }

    /** The operations of each service, by its name. */
    private Map<String, List<Operation>> services() {
        return contract.operations().stream()
                .filter(operation -> operation.method().equals(Derivation.CANONICAL_METHOD))
                .filter(operation -> !operation.tags().isEmpty())
                .collect(Collectors.groupingBy(
                        operation -> operation.tags().get(0), LinkedHashMap::new, Collectors.toList()));
    }

    private HttpResponse index() {
        List<Markup> rows = new ArrayList<>();
        services().keySet().forEach(name -> rows.add(row(name)));
        Markup header = Markup.all(
                Markup.element("nav", Markup.link("/", contract.title())).with("aria-label", "Start"),
                Markup.element("h1", "All web services"));
        Markup table = Markup.element("table", Markup.all(rows));
        Markup types = Markup.element("p", Markup.link("/api/types", "Types for programs, in eight languages"));
        return Frame.page(200, contract.title() + ": all web services", header, Markup.all(table, types));
    }

    private Markup row(String name) {
        List<Markup> cells = new ArrayList<>(List.of(Markup.element("th", name).with("scope", "row")));
        FormatNames.ALL.forEach(format -> cells.add(Markup.element(
                "td", Markup.link("/api/" + format + "/metadata?op=" + name, format.toUpperCase(Locale.ROOT)))));
        return Markup.element("tr", Markup.all(cells));
    }

    private HttpResponse service(String name, List<Operation> operations, MessageFormats.Entry format, String called) {
        Markup header = Markup.all(
                Markup.element("p", contract.title()),
                Markup.element("nav", Markup.link(INDEX, "<back to all web services"))
                        .with("aria-label", "Back"),
                Markup.element("h1", name));
        List<Markup> pieces = new ArrayList<>(List.of(Markup.element("p", description(name))));
        if (operations.stream().noneMatch(operation -> operation.security().isEmpty())) {
            pieces.add(Markup.element("p", Markup.element("strong", "Requires Authentication")));
        }
        pieces.add(routes(operations));
        pieces.addAll(languages(operations.get(0)));
        pieces.addAll(new TypeTables(operations.get(0)).all());
        pieces.add(Markup.element(
                "p",
                Markup.text("To override the Content-type in your clients, use the HTTP "),
                Markup.element("strong", "Accept"),
                Markup.text(" Header, append the "),
                Markup.element("strong", "." + called),
                Markup.text(" suffix or "),
                Markup.element("strong", "?format=" + called)));
        pieces.add(Markup.element("h2", "HTTP + " + called.toUpperCase(Locale.ROOT)));
        pieces.addAll(new SampleExchange(contract, operations.get(0), format).pieces());
        return Frame.page(200, name + " in " + called, header, Markup.all(pieces));
    }

    /** The types of a service in each language; opened without a script. */
    private List<Markup> languages(Operation operation) {
        Set<String> names = operation
                .contents()
                .filter(content -> content.type().equals(JSON))
                .flatMap(content -> content.schema().name().stream())
                .filter(name -> !contract.dialect().libraryTypes().contains(name))
                .collect(Collectors.toSet());
        Dtos dtos = Dtos.of(contract).with(names);
        return DtoLanguage.ALL.stream()
                .map(language -> Markup.element(
                        "details",
                        Markup.element(
                                "summary",
                                language.title() + " " + operation.tags().get(0) + " DTOs"),
                        Markup.element("pre", language.text(dtos)).with("tabindex", "0"),
                        Markup.element(
                                "p", Markup.link("/api/types/" + language.id(), "All types in " + language.title()))))
                .toList();
    }

    private String description(String tag) {
        return contract.document().member("tags").items().stream()
                .filter(each -> each.text("name", "").equals(tag))
                .map(each -> each.text("description", ""))
                .findFirst()
                .orElse("");
    }

    private static Markup routes(List<Operation> operations) {
        List<Markup> rows = new ArrayList<>();
        operations.forEach(operation -> rows.add(Markup.element(
                "tr",
                Markup.element("th", "All Verbs").with("scope", "row"),
                Markup.element("td", Markup.element("code", operation.path().text())))));
        return Markup.all(
                Markup.element("p", "The following routes are available for this service:"),
                Markup.element("table", Markup.all(rows)));
    }
}
