package io.platformapi.contract.source;

/**
 * Where a value stands in a document.
 *
 * @param file the file as the user named it, or its address
 * @param pointer the JSON pointer of the value (RFC 6901); empty for the whole document
 * @param line the line, counted from 1
 */
public record Place(String file, String pointer, int line) {

    /** {@code petstore.yaml:12 /paths/~1pets/get}, the form editors and terminals link. */
    @Override
    public String toString() {
        return file + ":" + line + (pointer.isEmpty() ? "" : " " + pointer);
    }
}
