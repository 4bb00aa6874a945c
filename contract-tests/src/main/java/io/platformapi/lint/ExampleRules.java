package io.platformapi.lint;

import com.fasterxml.jackson.databind.JsonNode;
import io.platformapi.contract.Content;
import io.platformapi.contract.Example;
import io.platformapi.contract.Operation;
import io.platformapi.contract.RequestBody;
import io.platformapi.contract.Response;
import io.platformapi.contract.check.OneWay;
import io.platformapi.contract.dialect.Contract;
import io.platformapi.contract.format.Json;
import io.platformapi.contract.http.MediaType;
import io.platformapi.contract.layout.Kind;
import io.platformapi.contract.layout.Spot;
import io.platformapi.contract.layout.Spots;
import io.platformapi.contract.schema.Breach;
import io.platformapi.contract.schema.Fault;
import io.platformapi.contract.schema.Schema;
import io.platformapi.contract.schema.Type;
import io.platformapi.contract.source.Node;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** What the examples of bodies, parameters and headers should be. */
final class ExampleRules {

    private static final List<String> OWN = List.of("example", "examples", "default", "const", "enum");

    private ExampleRules() {}

    private static final Set<Kind> SHOWING = Set.of(Kind.PARAMETER, Kind.HEADER, Kind.MEDIA_TYPE);
    private static final List<OneWay> SENT = List.of(OneWay.READ_ONLY);
    private static final List<OneWay> RECEIVED = List.of(OneWay.WRITE_ONLY);

    /**
     * A value with its schema, as an example of a body, parameter or header shows it.
     *
     * @param absent the members that do not travel this way
     */
    private record Shown(Example example, Schema schema, List<OneWay> absent) {}

    /** Bodies that neither an example nor their schema shows; a value serves every type that has the same schema. */
    static Stream<Offence> missing(Contract contract) {
        return OperationRules.operations(contract)
                .flatMap(ExampleRules::messages)
                .flatMap(message -> message.stream()
                        .filter(content -> content.schema().written().exists()
                                && !isOfBytes(content)
                                && message.stream().noneMatch(other -> isSame(content, other) && isShown(other))))
                .map(content -> new Offence(
                        content.node(),
                        "The body in " + content.type() + " has no example.",
                        "show one: mocks answer with it, and tests send it"));
    }

    private static boolean isSame(Content one, Content other) {
        return one.schema().node().json() == other.schema().node().json();
    }

    /** Nobody writes pictures and archives into a document. */
    private static boolean isOfBytes(Content content) {
        return content.type()
                .toString()
                .matches("(image|audio|video|font)/.*|application/(octet-stream|pdf|zip|gzip).*");
    }

    private static boolean isShown(Content content) {
        return !content.examples().isEmpty()
                || isShown(content.schema(), Collections.newSetFromMap(new IdentityHashMap<>()));
    }

    /** Whether a schema shows a value, or each of its members does; a flag needs no example. */
    private static boolean isShown(Schema schema, Set<JsonNode> passed) {
        JsonNode json = schema.node().json();
        return OWN.stream().anyMatch(json::has)
                || schema.is(Type.BOOLEAN)
                || !passed.add(json)
                || schema.is(Type.ARRAY) && isShown(schema.items(), passed)
                || !schema.properties().isEmpty()
                        && schema.properties().values().stream().allMatch(member -> isShown(member, passed));
    }

    static Stream<Offence> invalid(Contract contract) {
        return Stream.concat(OperationRules.operations(contract).flatMap(ExampleRules::shown), ofComponents(contract))
                .flatMap(shown -> faults(
                        place(shown.example()),
                        shown.example().value(),
                        shown.schema(),
                        shown.absent(),
                        "The example"));
    }

    /** What components show that no operation may refer to; nobody knows which way they travel. */
    private static Stream<Shown> ofComponents(Contract contract) {
        return Spots.written(contract.document()).all().stream()
                .filter(spot ->
                        SHOWING.contains(spot.kind()) && spot.node().pointer().startsWith("/components/"))
                .flatMap(spot -> ofComponent(contract, spot));
    }

    private static Stream<Shown> ofComponent(Contract contract, Spot spot) {
        Schema schema = contract.schemas().of(spot.node().member("schema"));
        boolean json = spot.kind() != Kind.MEDIA_TYPE
                || MediaType.parse(spot.node().name())
                        .filter(type -> type.syntax().equals("json"))
                        .isPresent();
        return Stream.concat(
                        Stream.of(spot.node().member("example")).map(node -> new Example("", "", node.json(), node)),
                        spot.node().member("examples").members().values().stream()
                                .map(Node::resolved)
                                .map(node -> new Example(
                                        node.name(), "", Example.valueOf(node).json(), node)))
                .filter(example -> !example.value().isMissingNode())
                .filter(example -> json || !example.value().isTextual() || schema.is(Type.STRING))
                .map(example -> new Shown(example, schema, List.of(OneWay.values())));
    }

    /** Members that an open schema takes, and does not speak of; of a union by discriminator anything may be one. */
    static Stream<Offence> undeclared(Contract contract) {
        return OperationRules.operations(contract).flatMap(ExampleRules::shown).flatMap(shown -> {
            Node place = place(shown.example());
            return shown.schema().undeclared(Json.meant(shown.example().value(), shown.schema())).stream()
                    .filter(fault -> isUndeclared(fault) && !isToldApart(shown.schema(), fault.pointer()))
                    .map(fault -> new Offence(
                            closest(place, fault.pointer()),
                            "The example's member " + fault.pointer() + " is not declared by its schema.",
                            "declare it, or correct the name"));
        });
    }

    private static boolean isUndeclared(Fault fault) {
        return fault.breach() instanceof Breach.OfKeyword breach
                && !breach.limit().asBoolean();
    }

    /** Whether a discriminator stands on the way to a member, and may bring in schemas that nothing refers to. */
    private static boolean isToldApart(Schema schema, String pointer) {
        Schema inside = schema;
        for (String token : Node.tokens(pointer)) {
            if (!inside.keyword("discriminator").isMissingNode()) {
                return true;
            }
            Schema member = inside.properties().get(token);
            inside = member != null ? member : inside.items();
        }
        return false;
    }

    private static Stream<Shown> shown(Operation operation) {
        Stream<Shown> parameters = operation.parameters().stream()
                .flatMap(parameter -> shown(parameter.examples().values().stream(), parameter.schema(), SENT));
        Stream<Shown> headers = operation.responses().values().stream()
                .flatMap(response -> response.headers().values().stream())
                .flatMap(header -> shown(header.examples().values().stream(), header.schema(), RECEIVED));
        Stream<Shown> requests = requests(operation).flatMap(content -> shown(content, SENT));
        Stream<Shown> responses =
                responses(operation).flatMap(List::stream).flatMap(content -> shown(content, RECEIVED));
        return Stream.of(parameters, requests, responses, headers).flatMap(all -> all);
    }

    private static Stream<Shown> shown(Content content, List<OneWay> absent) {
        return shown(
                content.examples().values().stream().filter(example -> isTree(example, content)),
                content.schema(),
                absent);
    }

    private static Stream<Shown> shown(Stream<Example> examples, Schema schema, List<OneWay> absent) {
        return examples.filter(example -> !example.value().isMissingNode())
                .map(example -> new Shown(example, schema, absent));
    }

    /** Of a type other than JSON an example may be the text of a body instead of its value. */
    private static boolean isTree(Example example, Content content) {
        return content.type().syntax().equals("json")
                || !example.value().isTextual()
                || content.schema().is(Type.STRING);
    }

    /** The types that the request's body may have, and those of each response. */
    private static Stream<List<Content>> messages(Operation operation) {
        return Stream.concat(Stream.of(requests(operation).toList()), responses(operation));
    }

    private static Stream<Content> requests(Operation operation) {
        return operation.body().stream().map(RequestBody::contents).flatMap(List::stream);
    }

    private static Stream<List<Content>> responses(Operation operation) {
        return operation.responses().values().stream().map(Response::contents);
    }

    private static Node place(Example example) {
        return example.written().exists() ? example.written() : example.node();
    }

    /** What is wrong with a value that stands in the document, each fault at its own line. */
    static Stream<Offence> faults(Node value, Schema schema, List<OneWay> absent, String what) {
        return faults(value, value.json(), schema, absent, what);
    }

    private static Stream<Offence> faults(Node place, JsonNode value, Schema schema, List<OneWay> absent, String what) {
        return OneWay.faults(schema, Json.meant(value, schema), absent).stream()
                .map(fault -> new Offence(
                        closest(place, fault.pointer()),
                        what + " does not match its schema"
                                + (fault.pointer().isEmpty() ? "" : " at " + fault.pointer()) + ": expected "
                                + fault.expected() + ", received " + fault.received() + ".",
                        "correct the value, or the schema"));
    }

    /** The place at a pointer, or what is left of the way there. */
    private static Node closest(Node value, String pointer) {
        String way = pointer;
        while (!value.at(way).exists()) {
            way = way.substring(0, way.lastIndexOf('/'));
        }
        return value.at(way);
    }
}
