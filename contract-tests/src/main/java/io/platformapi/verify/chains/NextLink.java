package io.platformapi.verify.chains;

import com.fasterxml.jackson.databind.JsonNode;
import io.platformapi.contract.http.HttpRequest;
import io.platformapi.verify.checks.Exchange;
import java.net.URI;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The address of the next page, as a page tells it: by {@code Link} (RFC 8288), or by a member that is called so. */
final class NextLink {

    private static final Pattern LINK = Pattern.compile("<([^>]*)>([^<]*)");
    private static final Pattern NEXT =
            Pattern.compile("(?i).*;\\s*rel\\s*=\\s*(\"([^\"]*\\s)?next(\\s[^\"]*)?\"|next\\b).*");

    private NextLink() {}

    /** The request for the next page; empty where a page tells none, or one of another list. */
    static Optional<HttpRequest> of(Exchange page, JsonNode shown) {
        HttpRequest asked = page.asked().request();
        return linked(page)
                .or(() -> member(shown))
                .flatMap(NextLink::uri)
                .filter(uri -> leadsToTheSame(uri, asked.path()))
                .map(uri ->
                        asked.withQuery(Optional.ofNullable(uri.getRawQuery()).orElse("")));
    }

    private static boolean leadsToTheSame(URI uri, String path) {
        String own = Optional.ofNullable(uri.getRawPath()).orElse("");
        return own.isEmpty() || own.equals(path) || uri.isAbsolute() && path.endsWith(own);
    }

    private static Optional<String> linked(Exchange page) {
        return page.answer().headers().all("Link").stream()
                .flatMap(field -> LINK.matcher(field).results())
                .filter(link -> NEXT.matcher(link.group(2)).matches())
                .map(link -> link.group(1))
                .findFirst();
    }

    private static Optional<String> member(JsonNode shown) {
        return Stream.of(
                        shown.at("/next"),
                        shown.at("/links/next"),
                        shown.at("/_links/next"),
                        shown.at("/paging/next"),
                        shown.at("/pagination/next"),
                        shown.at("/meta/next"))
                .map(next -> next.isObject() ? next.path("href") : next)
                .filter(next -> next.isTextual() && next.asText().matches("[^\\s]*[/?][^\\s]*"))
                .map(JsonNode::asText)
                .findFirst();
    }

    private static Optional<URI> uri(String text) {
        try {
            return Optional.of(URI.create(text));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
