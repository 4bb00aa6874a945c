package io.platformapi.contract;

import java.util.Map;

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
}
