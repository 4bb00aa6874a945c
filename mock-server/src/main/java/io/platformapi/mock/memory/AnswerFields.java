package io.platformapi.mock.memory;

import com.fasterxml.jackson.databind.node.IntNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.platformapi.contract.Header;
import io.platformapi.contract.Parameter;
import io.platformapi.contract.PathTemplate;
import io.platformapi.contract.Response;
import io.platformapi.contract.http.Headers;
import io.platformapi.contract.http.Query;
import io.platformapi.contract.schema.Schema;
import io.platformapi.mock.memory.State.Entry;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The header fields that tell of what is remembered: where a new thing is, how many there are, where others are. */
final class AnswerFields {

    private static final Set<String> TOTALS =
            Set.of("xtotalcount", "totalcount", "xtotal", "total", "xcount", "xpaginationtotal");

    private final Asking asking;

    AnswerFields(Asking asking) {
        this.asking = asking;
    }

    private Map<String, Header> documented(int status) {
        return asking.operation().response(status).map(Response::headers).orElse(Map.of());
    }

    private Optional<Header> documented(int status, String name) {
        return documented(status).values().stream()
                .filter(header -> header.name().equalsIgnoreCase(name))
                .findFirst();
    }

    /** {@code Location} of a thing that was made. */
    Headers ofMade(int status, Address address) {
        Optional<Header> field = documented(status, "Location");
        if (field.isEmpty() && status != 201) {
            return Headers.none();
        }
        return asking.holding()
                .operation(Deed.READ)
                .map(read -> asking.prefix() + expanded(read.path(), address))
                .flatMap(path -> Stream.of(path, origin() + path)
                        .filter(text -> field.isEmpty() || takes(field.get().schema(), text))
                        .findFirst())
                .map(text -> Headers.of("Location", text))
                .orElse(Headers.none());
    }

    /** {@code ETag} of a thing, where the document has it. */
    Headers ofVersion(int status, Entry entry) {
        Optional<Header> field = documented(status, "ETag");
        String tag = field.isPresent() ? MeantVersion.tag(entry) : "";
        return field.filter(header -> takes(header.schema(), tag)).isPresent()
                ? Headers.of("ETag", tag)
                : Headers.none();
    }

    private static boolean takes(Schema schema, String text) {
        return schema.faults(TextNode.valueOf(text)).isEmpty();
    }

    private String origin() {
        String host = asking.sent().headers().text("Host");
        return "http://" + (host.isEmpty() ? "localhost" : host);
    }

    private static String expanded(PathTemplate path, Address address) {
        List<String> values = new ArrayList<>(address.scope());
        values.add(address.key());
        String text = path.text();
        int next = 0;
        for (String variable : path.variables()) {
            String value = next < values.size() ? values.get(next++) : "";
            text = text.replace(
                    "{" + variable + "}",
                    URLEncoder.encode(value, StandardCharsets.UTF_8).replace("+", "%20"));
        }
        return text;
    }

    /** How many there are, and the links to other pages, where the document has such fields. */
    Headers ofPage(int status, ListWish wish, ListWish.Page page) {
        Headers headers = Headers.none();
        for (Header header : documented(status).values()) {
            if (TOTALS.contains(Words.plain(header.name()))
                    && header.schema().faults(IntNode.valueOf(page.total())).isEmpty()) {
                headers = headers.with(header.name(), String.valueOf(page.total()));
            }
        }
        String links = documented(status, "Link").isPresent() ? links(wish, page) : "";
        return links.isEmpty() ? headers : headers.with("Link", links);
    }

    private String links(ListWish wish, ListWish.Page page) {
        List<String> links = new ArrayList<>();
        if (page.hasNext()) {
            next(wish, page).ifPresent(target -> links.add("<" + target + ">; rel=\"next\""));
        }
        return String.join(", ", links);
    }

    /** The address of the next page; empty where the document has no parameter that leads there. */
    Optional<String> next(ListWish wish, ListWish.Page page) {
        return wish.parameter(QueryPart.PAGE)
                .map(part -> with(part, String.valueOf(page.number() + 1 + wish.firstPage())))
                .or(() -> wish.parameter(QueryPart.OFFSET)
                        .map(part -> with(
                                part,
                                String.valueOf(page.offset() + page.things().size()))))
                .or(() -> wish.parameter(QueryPart.CURSOR)
                        .filter(any -> !page.things().isEmpty())
                        .map(part -> with(
                                part,
                                page.things()
                                        .get(page.things().size() - 1)
                                        .address()
                                        .key())));
    }

    private String with(Parameter parameter, String value) {
        Stream<String> others = Stream.of(asking.sent().query().split("&"))
                .filter(piece -> !piece.isEmpty()
                        && Query.of(piece).pairs().stream()
                                .noneMatch(pair -> pair.name().equals(parameter.name())));
        String own = URLEncoder.encode(parameter.name(), StandardCharsets.UTF_8) + "="
                + URLEncoder.encode(value, StandardCharsets.UTF_8);
        return asking.sent().path() + "?"
                + Stream.concat(others, Stream.of(own)).collect(Collectors.joining("&"));
    }
}
