package io.platformapi.verify.cases;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.platformapi.contract.Content;
import io.platformapi.contract.Encoding;
import io.platformapi.contract.http.MediaType;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Multipart forms like one that was accepted: with their parts in another order, with an empty file, with a file of
 * each type that the document lists for it, and a part of a type that it does not list.
 */
final class PartVarieties {

    private static final String NOBODYS_TYPE = "application/x-not-offered";
    private static final Set<String> OF_ANY_BYTES = Set.of("text/plain", "application/octet-stream");
    private static final int UNSUPPORTED = 415;

    private final RequestValues usual;
    private final ObjectNode form;
    private final Content content;
    private final Map<RequestValues, Expected> found = new LinkedHashMap<>();

    private PartVarieties(RequestValues usual, ObjectNode form, Content content) {
        this.usual = usual;
        this.form = form;
        this.content = content;
    }

    /** The forms, and what has to become of each; none for another body. */
    static Map<RequestValues, Expected> of(RequestValues usual) {
        if (!(usual.body() instanceof ObjectNode form)
                || usual.content() == null
                || !usual.type().essence().startsWith("multipart/")) {
            return Map.of();
        }
        PartVarieties parts = new PartVarieties(usual, form, usual.content());
        parts.reversed();
        form.properties().forEach(part -> {
            parts.empty(part.getKey(), part.getValue());
            parts.typed(part.getKey());
        });
        return parts.found;
    }

    private void reversed() {
        ObjectNode reversed = JsonNodeFactory.instance.objectNode();
        List<String> names = new ArrayList<>();
        form.fieldNames().forEachRemaining(name -> names.add(0, name));
        names.forEach(name -> reversed.set(name, form.get(name)));
        if (names.size() > 1) {
            found.put(usual.withBody(reversed), Expected.respelled("it has its parts in another order"));
        }
    }

    /** No bytes are a text as well; that they are a picture nobody promised, and they only must not break a server. */
    private void empty(String name, JsonNode value) {
        String what = "it has an empty part " + name;
        boolean any = encoding(name)
                .written()
                .filter(type -> !OF_ANY_BYTES.contains(type.essence()))
                .isEmpty();
        if (value.isTextual()) {
            found.put(
                    usual.withBody(form.deepCopy().put(name, "")), any ? Expected.varied(what) : Expected.either(what));
        }
    }

    private Encoding encoding(String name) {
        return content.encodings().getOrDefault(name, Encoding.USUAL);
    }

    private void typed(String name) {
        List<MediaType> types = encoding(name).types();
        Optional<MediaType> written = encoding(name).written();
        types.stream()
                .filter(type ->
                        types.size() > 1 && !written.filter(type::equals).isPresent())
                .forEach(type -> LeastFiles.of(type)
                        .ifPresent(bytes -> found.put(
                                in(name, type).withBody(form.deepCopy().put(name, bytes)),
                                Expected.varied("its part " + name + " is " + type, Set.of(UNSUPPORTED)))));
        if (!types.isEmpty()) {
            found.put(in(name, MediaType.of(NOBODYS_TYPE)), unlisted("its part " + name + " is " + NOBODYS_TYPE));
        }
    }

    /** The same with a part of another type. */
    private RequestValues in(String name, MediaType type) {
        Encoding told = encoding(name);
        Map<String, Encoding> encodings = new LinkedHashMap<>(content.encodings());
        encodings.put(
                name,
                new Encoding(type.toString(), told.style(), told.explode(), told.allowReserved(), told.headers()));
        return usual.as(new Content(
                content.type(), content.schema(), content.examples(), encodings, content.parts(), content.node()));
    }

    /** A server may read a part whatever it is called, unless the document has a word for those that it does not. */
    private Expected unlisted(String what) {
        Set<Integer> promised = Stream.of(UNSUPPORTED, 400, 422)
                .filter(status -> usual.operation().responses().containsKey(String.valueOf(status)))
                .collect(Collectors.toSet());
        String check = CheckId.UNSUPPORTED_TYPE_REFUSED.id();
        return promised.contains(UNSUPPORTED) || promised.contains(400)
                ? Expected.refused(check, what, promised)
                : Expected.betterRefused(check, what);
    }
}
