package io.platformapi.compat;

/**
 * Where a schema stands.
 *
 * @param file the address of the file, "" for the one that the document starts in
 * @param pointer the JSON pointer within the file, whose names may contain anything, {@code #} too
 */
record SchemaPlace(String file, String pointer) {

    /** The place that a text of {@link #toString} names: pointers start with a slash, addresses never do. */
    static SchemaPlace of(String text) {
        int hash = text.isEmpty() || text.startsWith("/") ? -1 : text.indexOf('#');
        return hash < 0
                ? new SchemaPlace("", text)
                : new SchemaPlace(text.substring(0, hash), text.substring(hash + 1));
    }

    /** The pointer alone in the document's own file, else the address before a {@code #}, which addresses escape. */
    @Override
    public String toString() {
        return file.isEmpty() ? pointer : file + "#" + pointer;
    }
}
