package io.platformapi.mock;

import static java.util.Map.entry;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.platformapi.contract.Header;
import io.platformapi.contract.schema.Schema;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Values of HTTP's own fields, for documents that say of one no more than that it is a text. */
final class FieldSamples {

    private static final String DATE = "Thu, 01 Jan 2026 00:00:00 GMT";
    private static final Map<String, String> USUAL = Map.ofEntries(
            entry("cache-control", "no-cache"),
            entry("content-disposition", "attachment"),
            entry("content-language", "en"),
            entry("etag", "\"1\""),
            entry("expires", DATE),
            entry("last-modified", DATE),
            entry("link", "</>; rel=\"first\""),
            entry("retry-after", "1"),
            entry("set-cookie", "name=value"),
            entry("vary", "Accept"));

    private FieldSamples() {}

    /** What the field usually says; empty where the document knows better, or HTTP does not know the field. */
    static Optional<JsonNode> of(Header header) {
        Schema schema = header.schema();
        boolean open = Stream.of("const", "enum", "default", "example", "examples", "format", "pattern")
                .allMatch(keyword -> schema.keyword(keyword).isMissingNode());
        return Optional.ofNullable(USUAL.get(header.name().toLowerCase(Locale.ROOT)))
                .filter(any -> open)
                .<JsonNode>map(TextNode::valueOf)
                .filter(value -> schema.faults(value).isEmpty());
    }
}
