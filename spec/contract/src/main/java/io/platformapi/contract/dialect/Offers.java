package io.platformapi.contract.dialect;

import io.platformapi.contract.Content;
import io.platformapi.contract.Response;
import io.platformapi.contract.body.Bodies;
import io.platformapi.contract.http.Accept;
import io.platformapi.contract.http.MediaType;
import io.platformapi.contract.schema.Type;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The types an answer can be sent in: those documented, and for a range such as <code>*&#47;*</code> types it takes in.
 */
final class Offers {

    private static final MediaType JSON = MediaType.of("application/json");
    private static final MediaType TEXT = MediaType.of("text/plain");
    private static final MediaType OCTETS = MediaType.of("application/octet-stream");
    private static final List<MediaType> MEDIA = Stream.of("image/png", "audio/mpeg", "video/mp4", "font/woff2")
            .map(MediaType::of)
            .toList();
    private static final Set<String> OF_TEXTS = Set.of("text", "image", "audio", "video", "font", "model");

    private Offers() {}

    /** The types in the order of the document; of a range first what the client names, then what fits the schema. */
    static List<MediaType> of(Response response, Accept accept, Bodies bodies) {
        List<Content> contents = response.contents();
        if (contents.size() == 1 && !contents.get(0).type().isRange()) {
            return List.of(contents.get(0).type());
        }
        return contents.stream()
                .flatMap(content ->
                        content.type().isRange() ? within(content, accept, bodies) : Stream.of(content.type()))
                .distinct()
                .toList();
    }

    /** Whether the document shows texts for a range of which it says nothing else. */
    private static boolean isShownAsText(Content range) {
        return range.schema().types().isEmpty()
                && range.examples().values().stream()
                        .allMatch(example -> example.value().isTextual());
    }

    private static Stream<MediaType> within(Content range, Accept accept, Bodies bodies) {
        boolean text =
                range.schema().is(Type.STRING) || OF_TEXTS.contains(range.type().type()) && isShownAsText(range);
        Stream<MediaType> named = accept.ranges().stream()
                .map(asked -> new MediaType(asked.type().type(), asked.type().subtype(), Map.of()))
                .filter(type -> !type.isRange())
                .filter(type -> text || bodies.spellsStructure(type));
        Stream<MediaType> usual = text ? Stream.of(TEXT, JSON, OCTETS) : Bodies.structured(range.type());
        return Stream.concat(named, Stream.concat(usual, MEDIA.stream())).filter(range.type()::includes);
    }
}
