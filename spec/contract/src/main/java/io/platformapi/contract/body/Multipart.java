package io.platformapi.contract.body;

import io.platformapi.contract.format.MalformedBody;
import io.platformapi.contract.http.Headers;
import io.platformapi.contract.http.MediaType;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The parts of a multipart body in order (RFC 2046, section 5.1; RFC 7578), read and written.
 *
 * @param parts the parts; a name may stand more than once
 */
record Multipart(List<Part> parts) {

    private static final Pattern NAME = parameter("name");
    private static final Pattern FILENAME = parameter("filename");

    /** Possessive, so that the stack does not grow with what is sent. */
    private static Pattern parameter(String name) {
        return Pattern.compile(
                ";\\s*+" + name + "=(?:\"((?:[^\"\\\\]|\\\\.)*+)\"|([^;\\s]++))", Pattern.CASE_INSENSITIVE);
    }

    /**
     * One part.
     *
     * @param name the field's name; empty for a part of a list
     * @param filename the name of the file it holds; empty where it is no file
     * @param type the type declared for it; none where none is declared
     * @param headers its header fields beyond these two; where it was read, all of them
     * @param value its bytes
     */
    record Part(String name, String filename, Optional<MediaType> type, Headers headers, byte[] value) {}

    Multipart {
        parts = List.copyOf(parts);
    }

    /** How a part is read that stands between two delimiters. */
    private interface PartReader {
        Part part(String text, int start, int end) throws MalformedBody;
    }

    /** Reads the parts of a form, each with a name. */
    static Multipart read(byte[] body, String boundary) throws MalformedBody {
        return read(body, boundary, Multipart::part);
    }

    /** Reads parts that are told apart by where they stand. */
    static Multipart readList(byte[] body, String boundary) throws MalformedBody {
        return read(body, boundary, Multipart::unnamed);
    }

    private static Multipart read(byte[] body, String boundary, PartReader reader) throws MalformedBody {
        String text = new String(body, StandardCharsets.ISO_8859_1);
        Matcher delimiter = Pattern.compile("(?:^|\r?\n)--" + Pattern.quote(boundary) + "(--)?[ \t]*(?=\r?\n|$)")
                .matcher(text);
        if (!delimiter.find()) {
            throw new MalformedBody("there is no line --" + boundary, 1, 1);
        }
        List<Part> parts = new ArrayList<>();
        while (delimiter.group(1) == null) {
            int start = delimiter.end();
            if (!delimiter.find(start)) {
                throw malformed(
                        "the part that begins here has no end: there is no line --" + boundary + "--", text, start);
            }
            parts.add(reader.part(text, start, delimiter.start()));
        }
        return new Multipart(parts);
    }

    private static Part part(String text, int start, int end) throws MalformedBody {
        String[] headAndBody = text.substring(start, end).split("\r?\n\r?\n", 2);
        Headers headers = headers(headAndBody[0]);
        String disposition = headers.text("Content-Disposition");
        if (headAndBody.length < 2 || !NAME.matcher(disposition).find()) {
            throw malformed("a part has no Content-Disposition: form-data; name=\"…\"", text, start);
        }
        return new Part(
                text(NAME, disposition),
                text(FILENAME, disposition),
                headers.first("Content-Type").flatMap(MediaType::parse),
                headers,
                bytes(headAndBody[1]));
    }

    /** A part begins with its header fields, of which there may be none. */
    private static Part unnamed(String text, int start, int end) {
        String[] headAndBody =
                text.substring(start, end).replaceFirst("^\r?\n", "").split("(?:^|\r?\n)\r?\n", 2);
        Headers headers = headers(headAndBody.length < 2 ? "" : headAndBody[0]);
        return new Part(
                "",
                "",
                headers.first("Content-Type").flatMap(MediaType::parse),
                headers,
                bytes(headAndBody[headAndBody.length - 1]));
    }

    /** The name of the file in a {@code Content-Disposition}; empty where it names none. */
    static String filename(String disposition) {
        return text(FILENAME, new String(disposition.getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1));
    }

    private static String text(Pattern parameter, String disposition) {
        Matcher found = parameter.matcher(disposition);
        if (!found.find()) {
            return "";
        }
        String quoted = found.group(1) == null ? found.group(2) : found.group(1).replaceAll("\\\\(.)", "$1");
        return new String(bytes(quoted), StandardCharsets.UTF_8);
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

    /** A refusal that names the line of a delimiter. */
    private static MalformedBody malformed(String problem, String text, int delimiterEnd) {
        long line =
                text.substring(0, delimiterEnd).chars().filter(c -> c == '\n').count() + 1;
        return new MalformedBody(problem, (int) line, 1);
    }

    private static byte[] bytes(String latin) {
        return latin.getBytes(StandardCharsets.ISO_8859_1);
    }

    byte[] written(String boundary) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        for (Part part : parts) {
            out.writeBytes(("--" + boundary + "\r\n" + head(part) + "\r\n").getBytes(StandardCharsets.UTF_8));
            out.writeBytes(part.value());
            out.writeBytes(bytes("\r\n"));
        }
        out.writeBytes(bytes("--" + boundary + "--\r\n"));
        return out.toByteArray();
    }

    private static String head(Part part) {
        StringBuilder others = new StringBuilder();
        part.headers()
                .forEach((name, value) -> others.append(name)
                        .append(": ")
                        .append(value.replaceAll("[\r\n]", " "))
                        .append("\r\n"));
        String file = part.filename().isEmpty() ? "" : "; filename=\"" + escaped(part.filename()) + "\"";
        String type = part.type()
                .map(declared -> "Content-Type: " + declared + "\r\n")
                .orElse("");
        if (part.name().isEmpty()) {
            return type + others;
        }
        return "Content-Disposition: form-data; name=\"" + escaped(part.name()) + "\"" + file + "\r\n" + type + others;
    }

    private static String escaped(String name) {
        return name.replace("\\", "\\\\").replace("\"", "\\\"").replaceAll("[\r\n]", " ");
    }

    /** A line that stands in none of the parts, the same for the same parts. */
    String boundary() {
        String all = new String(written(""), StandardCharsets.ISO_8859_1);
        String boundary = "part";
        for (int number = 1; all.contains("--" + boundary); number++) {
            boundary = "part-" + number;
        }
        return boundary;
    }
}
