package io.platformapi.compat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.platformapi.compat.schema.Subsumption;
import io.platformapi.compat.schema.reading.References;
import io.platformapi.compat.schema.reading.SchemaReading;
import io.platformapi.contract.dialect.Contract;
import io.platformapi.contract.reader.LeftOut;
import io.platformapi.contract.source.Node;
import io.platformapi.contract.source.UnreadableDocument;
import io.platformapi.report.Location;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * One of the two contracts that are compared, and the places in it.
 *
 * <p>Schemas are named by {@link SchemaPlace}s, as text.
 */
final class Edition implements References {

    private static final String BY_PLACE = "place:";

    private final String role;
    private final Contract contract;
    private final Map<String, Node> files = new HashMap<>();
    private final Map<List<String>, Optional<Located>> resolved = new HashMap<>();
    private final LeftOut leftOut;

    Edition(String role, Contract contract) {
        this.role = role;
        this.contract = contract;
        files.put("", contract.document());
        leftOut = new LeftOut(contract.illegible());
    }

    /** What was left out of its objects. */
    LeftOut leftOut() {
        return leftOut;
    }

    Contract contract() {
        return contract;
    }

    /** What the algebra needs of the document. */
    Subsumption.Document document() {
        return new Subsumption.Document(
                this,
                readsBesideReferences()
                        ? SchemaReading.Dialect.JSON_SCHEMA_2020_12
                        : SchemaReading.Dialect.OPENAPI_3_0);
    }

    /** Whether what stands beside a reference is said, too; OpenAPI 3.0 passes over it. */
    boolean readsBesideReferences() {
        return !contract.document().text("openapi", "").startsWith("3.0");
    }

    /** A schema of the document; where none is written, every value will do. */
    Located located(Node schema) {
        JsonNode json = schema.exists() ? schema.json() : BooleanNode.TRUE;
        return new Located(json, pointer(schema));
    }

    private String pointer(Node node) {
        String file = node.file().uri().equals(contract.document().file().uri())
                ? ""
                : node.file().uri().toString();
        files.computeIfAbsent(file, name -> node.root());
        return new SchemaPlace(file, node.pointer()).toString();
    }

    /** A schema that refers to one by its place. */
    static JsonNode referring(Located schema) {
        return JsonNodeFactory.instance.objectNode().put("$ref", BY_PLACE + schema.pointer());
    }

    /** The node at a place, as {@link #located} names it. */
    Node node(String place) {
        SchemaPlace parts = SchemaPlace.of(place);
        return root(parts.file()).at(parts.pointer());
    }

    @Override
    public Optional<Located> resolve(String reference, String from) {
        if (reference.startsWith(BY_PLACE)) {
            Node node = node(reference.substring(BY_PLACE.length()));
            return Optional.of(located(node));
        }
        String file = SchemaPlace.of(from).file();
        return resolved.computeIfAbsent(List.of(file, reference), key -> found(reference, root(file)));
    }

    /** The root of a file that a place was taken of. */
    private Node root(String file) {
        return Objects.requireNonNull(files.get(file), file);
    }

    private Optional<Located> found(String reference, Node file) {
        Optional<Node> found = reference.startsWith("#/")
                ? Optional.of(file.at(decoded(reference.substring(1))))
                : elsewhere(reference, file);
        return found.filter(Node::exists).map(this::located);
    }

    /** What a file refers to in another; a mapping may lead to one that is not there, which ends no comparison. */
    private static Optional<Node> elsewhere(String reference, Node file) {
        try {
            return Optional.of(
                    file.derived(JsonNodeFactory.instance.objectNode().put("$ref", reference))
                            .target());
        } catch (UnreadableDocument nowhere) {
            return Optional.empty();
        }
    }

    /** A fragment without its percent signs; one that stands for itself, as people write it, is kept. */
    private static String decoded(String fragment) {
        try {
            return URLDecoder.decode(fragment.replace("+", "%2B"), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            return fragment;
        }
    }

    /** The place of a node for a report. */
    Location location(Node node) {
        var place = node.place();
        return new Location(role, place.file(), place.pointer(), place.line());
    }

    /** The place that a pointer of {@link #located} names, for a report. */
    Location location(String place) {
        return location(node(place));
    }
}
