package io.platformapi.verify;

import io.platformapi.contract.Content;
import io.platformapi.contract.Operation;
import io.platformapi.contract.RequestBody;
import io.platformapi.contract.http.MediaType;
import io.platformapi.report.Coverage;
import io.platformapi.verify.checks.Exchange;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Counts the media types that one operation was asked and answered in. */
final class TypesUsed {

    private final Operation operation;
    private final Map<String, Integer> sent = new TreeMap<>();
    private final Map<String, Integer> checked = new TreeMap<>();
    private final Map<String, Integer> unchecked = new TreeMap<>();

    TypesUsed(Operation operation) {
        this.operation = operation;
    }

    /** Takes an exchange. What is not documented, such as a refusal that is HTTP's own, has no type to be held to. */
    void add(Exchange exchange, Decoding decoding) {
        Optional<MediaType> asked = exchange.asked().request().contentType();
        asked.filter(type -> declared().anyMatch(content -> content.type().includes(type)))
                .ifPresent(type -> count(sent, type));
        boolean documented = operation.response(exchange.answer().status()).isPresent();
        if (documented && exchange.answer().body().length > 0) {
            exchange.answer()
                    .contentType()
                    .ifPresent(type -> count(decoding == Decoding.DONE ? checked : unchecked, type));
        }
    }

    /** Whether the body of an answer was decoded. */
    enum Decoding {
        DONE,
        NOT_DONE
    }

    private static void count(Map<String, Integer> counts, MediaType type) {
        counts.merge(type.essence(), 1, Integer::sum);
    }

    private Stream<Content> declared() {
        return operation.body().map(RequestBody::contents).stream().flatMap(List::stream);
    }

    Coverage coverage(List<Coverage.Point> points) {
        return new Coverage(
                operation.toString(),
                sent,
                checked,
                unchecked,
                missing(declared(), sent),
                missing(
                        operation.responses().values().stream()
                                .filter(response -> response.key().startsWith("2"))
                                .flatMap(response -> response.contents().stream()),
                        Stream.of(checked, unchecked)
                                .flatMap(counts -> counts.keySet().stream())
                                .collect(TreeMap::new, (all, type) -> all.put(type, 1), TreeMap::putAll)),
                points);
    }

    /** The declared types that no used one is of. */
    private static List<String> missing(Stream<Content> declared, Map<String, Integer> used) {
        return declared.map(Content::type)
                .filter(type -> used.keySet().stream().map(MediaType::of).noneMatch(type::includes))
                .map(MediaType::essence)
                .distinct()
                .toList();
    }
}
