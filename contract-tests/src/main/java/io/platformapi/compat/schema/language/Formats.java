package io.platformapi.compat.schema.language;

import com.fasterxml.jackson.databind.node.TextNode;
import io.platformapi.contract.schema.KnownFormat;
import io.platformapi.contract.schema.TextFormat;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The formats of strings that a validator can tell, each with examples. */
public final class Formats {

    /** Whether a validator can tell. */
    public boolean knows(String format) {
        return told(format).isPresent();
    }

    public List<String> examples(String format) {
        return told(format)
                .map(told -> Stream.concat(Stream.of(told.sample().text(any -> 0)), told.others().stream()))
                .orElse(Stream.empty())
                .toList();
    }

    public boolean accepts(String format, String value) {
        return told(format).orElseThrow().accepts(TextNode.valueOf(value));
    }

    private static Optional<TextFormat> told(String name) {
        return KnownFormat.named(name)
                .filter(format -> !format.wrong().isMissingNode())
                .filter(TextFormat.class::isInstance)
                .map(TextFormat.class::cast);
    }
}
