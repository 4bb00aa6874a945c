package io.platformapi.mock;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.MissingNode;
import io.platformapi.contract.Content;
import io.platformapi.contract.Example;
import io.platformapi.contract.Header;
import io.platformapi.contract.In;
import io.platformapi.contract.body.HeaderText;
import io.platformapi.contract.check.OneWay;
import io.platformapi.contract.check.Refusal;
import io.platformapi.contract.check.Violation;
import io.platformapi.contract.example.Sampler;
import io.platformapi.contract.example.Whim;
import io.platformapi.contract.http.Headers;
import io.platformapi.contract.schema.Schema;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** The values of bodies and header fields: examples where there are some, made from the schema where there are none. */
final class Values {

    private static final Sampler DOCUMENTED = Sampler.ofAnswers(Whim.FIRST);

    private final MockOptions options;
    private final AtomicLong answers = new AtomicLong();

    Values(MockOptions options) {
        this.options = options;
    }

    /** Whether a source gives another value each time. */
    boolean invents(Choice.Source source) {
        return source instanceof Choice.Invented
                || source instanceof Choice.Usual && options.values() == MockOptions.Values.INVENTED;
    }

    /** Where the value of an answer comes from, in a few words; holds no value that a stub gives. */
    Supplier<String> origin(Choice choice) {
        return choice.source() instanceof Choice.Given
                ? () -> "stub"
                : choice.source() instanceof Choice.Remembered ? () -> "memory" : () -> ofDocument(choice);
    }

    private String ofDocument(Choice choice) {
        Choice.Source source = choice.source();
        if (choice.response().contents().isEmpty()) {
            return "no body";
        }
        if (invents(source)) {
            return "made up at random";
        }
        String first = choice.response().contents().stream()
                .flatMap(content -> content.examples().keySet().stream())
                .findFirst()
                .map(name -> name.isEmpty() ? "the example" : "example " + name)
                .orElse("made up from the schema");
        return named(source).map(name -> "example " + name).orElse(first);
    }

    private static Optional<String> named(Choice.Source source) {
        if (source instanceof Choice.Named named) {
            return Optional.of(named.example());
        }
        return source instanceof Choice.Repeated repeated ? Optional.of(repeated.example()) : Optional.empty();
    }

    /** The value of a body, without what only requests have; missing where there is neither example nor schema. */
    JsonNode body(Choice choice, Content content) {
        JsonNode value = OneWay.WRITE_ONLY.without(content.schema(), chosen(choice, content));
        List<Violation> violations = options.faults() == MockOptions.Faults.REFUSED && !value.isMissingNode()
                ? OneWay.WRITE_ONLY.faults(content.schema(), value).stream()
                        .map(fault -> new Violation(In.BODY, "", fault))
                        .toList()
                : List.of();
        if (!violations.isEmpty()) {
            String message = "The answer that the document gives does not match its own schema.";
            throw new NoAnswer(new Refusal(Refusal.Kind.INVALID_ANSWER, message, violations, Headers.none()));
        }
        return value;
    }

    private JsonNode chosen(Choice choice, Content content) {
        Choice.Source source = choice.source();
        if (source instanceof Choice.Given given) {
            return given.value();
        }
        if (invents(source)) {
            return said(content, sample(sampler(source), content.schema()));
        }
        return example(choice, content).orElseGet(() -> said(content, sample(DOCUMENTED, content.schema())));
    }

    /** JSON of which the document says nothing is some JSON: no bytes are none (RFC 8259, section 2). */
    private static JsonNode said(Content content, JsonNode value) {
        return value.isMissingNode() && content.type().syntax().equals("json")
                ? JsonNodeFactory.instance.objectNode()
                : value;
    }

    private static JsonNode sample(Sampler sampler, Schema schema) {
        return schema.written().exists() ? sampler.sample(schema) : MissingNode.getInstance();
    }

    private Sampler sampler(Choice.Source source) {
        Optional<String> asked = source instanceof Choice.Invented invented ? invented.seed() : Optional.empty();
        long seed = asked.map(text -> (long) text.hashCode()).orElseGet(answers::incrementAndGet);
        return Sampler.ofAnswers(Whim.seeded(options.seed() + seed));
    }

    /** An example of a value serves each media type of the response whose schema is the same. */
    private static Optional<JsonNode> example(Choice choice, Content content) {
        Stream<Content> alike = choice.response().contents().stream()
                .filter(other -> other != content && isSame(other.schema(), content.schema()));
        return Stream.concat(Stream.of(content), alike)
                .map(Content::examples)
                .flatMap(examples -> example(choice.source(), examples).stream())
                .findFirst()
                .or(() -> choice.source() instanceof Choice.Repeated
                        ? example(choice.from(new Choice.Usual()), content)
                        : Optional.empty());
    }

    private static boolean isSame(Schema one, Schema other) {
        return one.written().exists() && one.node().json().equals(other.node().json());
    }

    private static Optional<JsonNode> example(Choice.Source source, Map<String, Example> examples) {
        Optional<String> name = named(source);
        Stream<Example> candidates =
                name.isPresent() ? Stream.ofNullable(examples.get(name.get())) : examples.values().stream();
        return candidates
                .map(Example::value)
                .filter(value -> !value.isMissingNode())
                .findFirst();
    }

    /** The documented header fields, but for those that only the message itself can tell. */
    Headers headers(Choice choice) {
        Headers headers = Headers.none();
        for (Header header : choice.response().headers().values()) {
            String text = MessageFields.include(header.name())
                    ? ""
                    : new HeaderText(header).spelled(headerValue(choice, header));
            if (!text.isEmpty()) {
                headers = headers.with(header.name(), text);
            }
        }
        if (choice.source() instanceof Choice.Remembered remembered) {
            return headers.with(remembered.headers());
        }
        return choice.source() instanceof Choice.Given given ? headers.with(given.headers()) : headers;
    }

    private JsonNode headerValue(Choice choice, Header header) {
        if (invents(choice.source())) {
            return FieldSamples.of(header).orElseGet(() -> sample(sampler(choice.source()), header.schema()));
        }
        return example(choice.source(), header.examples())
                .or(() -> example(new Choice.Usual(), header.examples()))
                .or(() -> FieldSamples.of(header))
                .orElseGet(() -> sample(DOCUMENTED, header.schema()));
    }
}
