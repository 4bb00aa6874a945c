package io.platformapi.contract.dialect;

import io.platformapi.contract.format.MalformedBody;
import io.platformapi.contract.http.Headers;
import io.platformapi.contract.http.MediaType;
import io.platformapi.contract.http.Query;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The fields of a form as they were sent, urlencoded or multipart (RFC 7578), in order.
 *
 * @param fields the fields; a name may stand more than once
 */
record FormFields(List<Field> fields) {

    private static final Pattern NAME = Pattern.compile(";\\s*name=(?:\"((?:[^\"\\\\]|\\\\.)*)\"|([^;\\s]+))");

    /**
     * A field.
     *
     * @param pair its name, and its value percent-encoded
     * @param sent the value before anything was decoded
     * @param type the type the client declares for it; none where it declares none
     */
    record Field(Query.Pair pair, String sent, Optional<MediaType> type) {

        String name() {
            return pair.name();
        }
    }

    static FormFields urlencoded(byte[] body) {
        return new FormFields(Query.of(new String(body, StandardCharsets.UTF_8)).pairs().stream()
                .map(pair -> new Field(pair, pair.raw(), Optional.empty()))
                .toList());
    }

    /** Reads {@code multipart/form-data}; a part that is not UTF-8 text keeps its bytes as characters. */
    static FormFields multipart(byte[] body, String boundary) throws MalformedBody {
        String text = new String(body, StandardCharsets.ISO_8859_1);
        String delimiter = "--" + boundary;
        if (!text.contains(delimiter)) {
            throw new MalformedBody("there is no line --" + boundary, 1, 1);
        }
        List<Field> fields = new ArrayList<>();
        String[] parts = ("\r\n" + text).split("\r?\n" + Pattern.quote(delimiter), -1);
        for (int i = 1; i < parts.length && !parts[i].startsWith("--"); i++) {
            fields.add(part(parts[i].replaceFirst("^[ \t]*\r?\n", "")));
        }
        return new FormFields(fields);
    }

    private static Field part(String part) throws MalformedBody {
        String[] headAndBody = ("\r\n" + part).split("\r?\n\r?\n", 2);
        Headers headers = headers(headAndBody[0]);
        Matcher name = NAME.matcher(headers.text("Content-Disposition"));
        if (headAndBody.length < 2 || !name.find()) {
            throw new MalformedBody("a part has no Content-Disposition: form-data; name=\"…\"", 0, 0);
        }
        String quoted = name.group(1) == null ? name.group(2) : name.group(1).replaceAll("\\\\(.)", "$1");
        byte[] value = headAndBody[1].getBytes(StandardCharsets.ISO_8859_1);
        String sent = utf8(value);
        String escaped = sent.replace("%", "%25").replace("+", "%2B");
        return new Field(
                new Query.Pair(utf8(quoted.getBytes(StandardCharsets.ISO_8859_1)), escaped),
                sent,
                headers.first("Content-Type").flatMap(MediaType::parse));
    }

    private static Headers headers(String head) {
        Map<String, List<String>> fields = new LinkedHashMap<>();
        for (String line : head.split("\r?\n")) {
            int colon = line.indexOf(':');
            if (colon > 0) {
                fields.put(
                        line.substring(0, colon).strip(),
                        List.of(line.substring(colon + 1).strip()));
            }
        }
        return Headers.of(fields);
    }

    private static String utf8(byte[] bytes) {
        String text = new String(bytes, StandardCharsets.UTF_8);
        return text.indexOf('\uFFFD') < 0 ? text : new String(bytes, StandardCharsets.ISO_8859_1);
    }

    /** The fields as pairs of a query. */
    Query query() {
        return new Query(fields.stream().map(Field::pair).toList());
    }

    List<Field> named(String name) {
        return fields.stream().filter(field -> field.name().equals(name)).toList();
    }
}
