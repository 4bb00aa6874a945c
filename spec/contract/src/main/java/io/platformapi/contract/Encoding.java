package io.platformapi.contract;

import io.platformapi.contract.http.MediaType;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * How one member of a form or multipart body is written (OpenAPI 3.1, section 4.8.15).
 *
 * @param contentType the declared type of the part; empty where none is declared
 * @param style how a list or object is spelled in a urlencoded form
 * @param explode whether each item or member is a field of its own
 * @param allowReserved whether the reserved characters of RFC 3986 may stand unencoded; they may where the document
 *     does not say {@code false}, for browsers leave some of them as they are
 * @param headers the header fields of a part of a multipart body, by name
 */
public record Encoding(
        String contentType, Style style, boolean explode, boolean allowReserved, Map<String, Header> headers) {

    /** Where nothing is said. */
    public static final Encoding USUAL = new Encoding("", Style.FORM, true, true, Map.of());

    private static final Set<String> DOCUMENTS = Set.of("json", "xml");
    private static final Set<String> ANY = Set.of("text/plain", "application/octet-stream");

    /** The types and ranges that a part may be of; none where any will do. */
    public List<MediaType> types() {
        return Stream.of(contentType.split(","))
                .flatMap(type -> MediaType.parse(type).stream())
                .toList();
    }

    /**
     * The type that a part is written in; empty where none is declared. Of several it is the first, unless that is one
     * of files, such as a picture, and there is another that any text is of.
     */
    public Optional<MediaType> written() {
        Optional<MediaType> first = types().stream().findFirst();
        return first.filter(type -> DOCUMENTS.contains(type.syntax()))
                .or(() -> types().stream()
                        .filter(type -> ANY.contains(type.essence()))
                        .findFirst())
                .or(() -> first);
    }

    /** Whether a part may be of a type. */
    public boolean takes(MediaType type) {
        List<MediaType> known = types();
        return known.isEmpty() || known.stream().anyMatch(each -> each.includes(type));
    }
}
