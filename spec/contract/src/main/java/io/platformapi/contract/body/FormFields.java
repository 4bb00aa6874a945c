package io.platformapi.contract.body;

import io.platformapi.contract.format.MalformedBody;
import io.platformapi.contract.format.UrlEncoded;
import io.platformapi.contract.http.Headers;
import io.platformapi.contract.http.MediaType;
import io.platformapi.contract.http.Query;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/**
 * The fields of a form as they were sent, urlencoded or multipart, in order.
 *
 * @param fields the fields; a name may stand more than once
 */
record FormFields(List<Field> fields) {

    /**
     * A field.
     *
     * @param pair its name, and its value percent-encoded
     * @param sent the value before anything was decoded
     * @param type the type the client declares for it; none where it declares none
     * @param headers the header fields of the part it is
     * @param charset how its bytes became text: as its type says, else UTF-8, or ISO 8859-1 where they are not, which
     *     keeps every byte
     */
    record Field(Query.Pair pair, String sent, Optional<MediaType> type, Headers headers, Charset charset) {

        String name() {
            return pair.name();
        }

        /** Whether its bytes are no text, as far as anybody says. */
        boolean isBytes() {
            return !charset.equals(StandardCharsets.UTF_8)
                    && type.map(MediaType::parameters)
                            .filter(given -> given.containsKey("charset"))
                            .isEmpty();
        }
    }

    static FormFields urlencoded(byte[] body) throws MalformedBody {
        return new FormFields(UrlEncoded.fields(body).pairs().stream()
                .map(pair -> new Field(pair, pair.raw(), Optional.empty(), Headers.none(), StandardCharsets.UTF_8))
                .toList());
    }

    static FormFields multipart(byte[] body, String boundary) throws MalformedBody {
        return new FormFields(Multipart.read(body, boundary).parts().stream()
                .map(FormFields::field)
                .toList());
    }

    private static Field field(Multipart.Part part) {
        String text = new String(part.value(), StandardCharsets.UTF_8);
        Charset charset = text.indexOf('\uFFFD') < 0 ? StandardCharsets.UTF_8 : StandardCharsets.ISO_8859_1;
        charset = part.type().isPresent() ? Unstructured.charset(part.type().get(), charset) : charset;
        String sent = new String(part.value(), charset);
        String escaped = sent.replace("%", "%25").replace("+", "%2B");
        return new Field(new Query.Pair(part.name(), escaped), sent, part.type(), part.headers(), charset);
    }

    /** The fields as pairs of a query. */
    Query query() {
        return new Query(fields.stream().map(Field::pair).toList());
    }

    List<Field> named(String name) {
        return fields.stream().filter(field -> field.name().equals(name)).toList();
    }
}
