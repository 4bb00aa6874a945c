package io.platformapi.verify.chains;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.platformapi.contract.In;
import io.platformapi.contract.Operation;
import io.platformapi.contract.Parameter;
import io.platformapi.contract.http.Headers;
import io.platformapi.contract.http.Percent;
import io.platformapi.contract.schema.Type;
import io.platformapi.contract.source.Node;
import io.platformapi.verify.checks.Exchange;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Finds what a resource is called: by the links of the document, by {@code Location}, by the member that is named as
 * the path's variable is, and by the members that are usually called so.
 */
final class Identity {

    private static final List<String> USUAL = List.of(
            "id", "uuid", "guid", "key", "code", "slug", "name", "number", "handle", "sku", "isbn", "symbol", "mail");

    /** What variables are called that hold no id. */
    private static final Pattern NO_ID =
            Pattern.compile(".*(slug|key|code|name|mail|handle|sku|isbn|number|date|term|symbol)");

    private static final Pattern EXPRESSION = Pattern.compile("\\$response\\.body#(/.+)");

    private static final int LONGEST_NUMBER = 40;

    private final Family family;

    Identity(Family family) {
        this.family = family;
    }

    /** The text by which a resource is asked for that was just made; empty where the answer does not tell. */
    Optional<String> ofCreated(Exchange created, JsonNode body) {
        return linked(created, body).or(() -> located(created)).or(() -> of(resource(body)));
    }

    /** The text by which a resource is asked for. */
    Optional<String> of(JsonNode resource) {
        return member(resource).map(resource::get).map(Identity::text).filter(text -> !text.isEmpty());
    }

    /** The member that holds what a resource is called. */
    Optional<String> member(JsonNode resource) {
        String variable = plain(family.variable());
        Stream<String> names = Stream.concat(Stream.of(variable), usual(variable));
        return names.flatMap(
                        name -> fields(resource).filter(field -> plain(field).equals(name)))
                .filter(field -> resource.get(field).isValueNode()
                        && !resource.get(field).isNull())
                .findFirst();
    }

    /** An id by whatever name; anything else only where the variable is called so. */
    private static Stream<String> usual(String variable) {
        return USUAL.stream()
                .filter(name -> variable.endsWith(name)
                        || name.endsWith("id") && !NO_ID.matcher(variable).matches());
    }

    /** The text by which no resource is asked for; empty where none can be thought of. */
    Optional<String> unknown() {
        Optional<Parameter> named =
                family.operation(Act.READ).flatMap(read -> read.parameter(In.PATH, family.variable()));
        List<String> texts = List.of("987654321", "7d1f0c9e-3b52-4c0a-9f6e-1a2b3c4d5e6f", "no-such-one", "nosuchone");
        return named.stream()
                .flatMap(parameter -> texts.stream()
                        .filter(text -> parameter
                                .schema()
                                .faults(value(parameter, text))
                                .isEmpty()))
                .findFirst();
    }

    private static JsonNode value(Parameter parameter, String text) {
        return parameter.schema().is(Type.INTEGER) && text.matches("\\d+")
                ? JsonNodeFactory.instance.numberNode(Integer.parseInt(text))
                : JsonNodeFactory.instance.textNode(text);
    }

    /** The resource itself, whatever is around it. */
    static JsonNode resource(JsonNode body) {
        return Envelope.member(body).map(body::get).orElse(body);
    }

    /** An id as clients put it into a path: {@code 24.0} is the number 24. */
    static String text(JsonNode id) {
        boolean whole = id.isNumber()
                && id.decimalValue().stripTrailingZeros().scale() <= 0
                && id.decimalValue().precision() - id.decimalValue().scale() < LONGEST_NUMBER;
        return whole ? id.decimalValue().toBigInteger().toString() : id.asText();
    }

    private Optional<String> linked(Exchange created, JsonNode body) {
        Optional<Operation> read = family.operation(Act.READ);
        return created
                .asked()
                .answering()
                .flatMap(operation -> operation.response(created.answer().status()))
                .stream()
                .flatMap(response -> Families.links(response.node()))
                .filter(link -> read.filter(one -> one.id().equals(link.text("operationId", "")))
                        .isPresent())
                .map(link -> link.member("parameters").members())
                .flatMap(parameters -> Stream.ofNullable(expression(parameters)))
                .map(EXPRESSION::matcher)
                .filter(Matcher::matches)
                .map(found -> body.at(found.group(1)))
                .filter(value -> value.isValueNode() && !value.isNull())
                .map(Identity::text)
                .findFirst();
    }

    private String expression(Map<String, Node> parameters) {
        Node node = parameters.getOrDefault(family.variable(), parameters.get("path." + family.variable()));
        return node == null ? "" : node.json().asText();
    }

    /** The last segment of the address that the answer names, where it is of the family. */
    Optional<String> located(Exchange created) {
        Headers headers = created.answer().headers();
        return headers.first("Location")
                .or(() -> headers.first("Content-Location"))
                .flatMap(Identity::path)
                .flatMap(path -> {
                    String[] segments = path.replaceAll("^/|/$", "").split("/", -1);
                    int shift = segments.length - family.depth();
                    boolean fits = shift >= 0;
                    for (int i = 0; fits && i < family.depth() - 1; i++) {
                        var segment = family.item().segments().get(i);
                        fits = !segment.variables().isEmpty() || segment.text().equals(segments[i + shift]);
                    }
                    return fits ? Percent.decoded(segments[segments.length - 1]) : Optional.empty();
                });
    }

    /** The path of an address. */
    static Optional<String> path(String location) {
        try {
            return Optional.ofNullable(URI.create(location).getRawPath());
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static Stream<String> fields(JsonNode resource) {
        return resource.properties().stream().map(Map.Entry::getKey);
    }

    /** A name without what is between its words, and in small letters. */
    static String plain(String name) {
        return name.replaceAll("[^A-Za-z0-9]", "").toLowerCase(Locale.ROOT);
    }
}
