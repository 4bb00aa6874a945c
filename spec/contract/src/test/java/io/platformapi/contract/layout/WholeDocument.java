package io.platformapi.contract.layout;

import com.fasterxml.jackson.databind.JsonNode;
import io.platformapi.contract.source.Access;
import io.platformapi.contract.source.Node;
import io.platformapi.contract.source.Sources;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;

/** A right document of each version in which every object of OpenAPI stands. */
final class WholeDocument {

    static final List<String> VERSIONS = List.of("2.0", "3.0.4", "3.1.1", "3.2.0");

    private static final Path FOLDER = Path.of("src/test/resources/io/platformapi/contract/layout");

    private WholeDocument() {}

    static Node of(String version) {
        try {
            String file = version.equals("2.0") ? "whole-2.yaml" : "whole-3.yaml";
            return node(Files.readAllLines(FOLDER.resolve(file)).stream()
                    .filter(line -> isOf(version, line))
                    .collect(Collectors.joining("\n"))
                    .replace("VERSION", version));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean isOf(String version, String line) {
        int mark = line.indexOf("#@");
        return mark < 0 || version.compareTo(line.substring(mark + 2)) >= 0;
    }

    static Node node(String text) {
        return Sources.of(text, URI.create("file:///whole.yaml"), "whole.yaml", Access.SAME_ORIGIN);
    }

    static List<Slip> slips(Node document) {
        return Writing.of(document, Spots.written(document));
    }

    static List<Slip> slips(JsonNode document) {
        return slips(node(document.toString()));
    }
}
