package io.platformapi.contract.dto;

import java.util.List;
import java.util.regex.Pattern;

/** Source text as it grows, line by line. Not for several threads. */
final class DtoSource {

    private static final Pattern UNSEEN = Pattern.compile("[\\p{Cc}\\p{Cf}\\u2028\\u2029&&[^\\n]]");

    private final StringBuilder text = new StringBuilder();
    private String indent = "";

    /**
     * A file for the JVM: what it imports stands above its types.
     *
     * @param types its types
     * @param end what a line ends with
     */
    static String ofJvm(Dtos dtos, String location, DtoSource types, String end) {
        DtoSource head = new DtoSource().comment("//", "Types of " + dtos.title() + ", made from its document.");
        head.line("package " + location + end).line("");
        if (types.text().contains("@SerializedName(")) {
            head.line("import com.google.gson.annotations.SerializedName" + end);
        }
        head.line("import java.math.*" + end).line("import java.util.*" + end);
        if (dtos.hasLibrary()) {
            head.line("import net.servicestack.client.*" + end);
        }
        return head.text() + types.text();
    }

    DtoSource line(String line) {
        text.append(line.isEmpty() ? "" : indent).append(line).append('\n');
        return this;
    }

    DtoSource lines(List<String> lines) {
        lines.forEach(this::line);
        return this;
    }

    /** What comes stands in a block, which ends with a line. */
    DtoSource block(String end, Runnable content) {
        String before = indent;
        indent += "    ";
        content.run();
        indent = before;
        return end.isEmpty() ? this : line(end);
    }

    /** A comment between {@code /**} and its end. */
    DtoSource comment(String words) {
        List<String> lines = lines(words);
        if (lines.size() == 1) {
            return line("/** " + closed(lines.get(0)) + " */");
        }
        if (lines.size() > 1) {
            line("/**");
            lines.forEach(each -> line((" * " + closed(each)).stripTrailing()));
            line(" */");
        }
        return this;
    }

    /** A comment of lines that each begin so. */
    DtoSource comment(String start, String words) {
        lines(words).forEach(each -> line((start + " " + each).stripTrailing()));
        return this;
    }

    String text() {
        return text.toString();
    }

    /** Words of a document, a line each, without what an editor would not show. */
    static List<String> lines(String words) {
        List<String> lines = words.strip().lines().map(DtoSource::seen).toList();
        return words.isBlank() ? List.of() : lines;
    }

    private static String seen(String line) {
        return UNSEEN.matcher(line).replaceAll(" ").stripTrailing();
    }

    /** Without what begins or ends a comment, or is a character to Java wherever it stands. */
    private static String closed(String line) {
        return line.replace("*/", "* /").replace("/*", "/ *").replace("\\u", "\\ u");
    }

    /** A text as a literal. */
    static String quoted(String text) {
        StringBuilder literal = new StringBuilder("\"");
        text.chars()
                .forEach(character -> literal.append(
                        switch (character) {
                            case '"' -> "\\\"";
                            case '\\' -> "\\\\";
                            case '\n' -> "\\n";
                            case '\r' -> "\\r";
                            case '\t' -> "\\t";
                            default -> String.valueOf((char) character);
                        }));
        return literal.append('"').toString();
    }

    /** The same where {@code $} begins what is filled in. */
    static String quotedWithoutDollars(String text) {
        return quoted(text).replace("$", "\\$");
    }
}
