package io.platformapi.report;

/**
 * A place in a document.
 *
 * @param role what the document is to the finding: {@code old}, {@code new}, {@code contract}
 * @param file the document as the caller named it
 * @param pointer a JSON pointer, "" for the whole document
 * @param line the line, from 1; 0 if unknown
 */
public record Location(String role, String file, String pointer, int line) {

    /** The place as editors and terminals make it clickable. */
    public String clickable() {
        return line > 0 ? file + ":" + line : file;
    }
}
