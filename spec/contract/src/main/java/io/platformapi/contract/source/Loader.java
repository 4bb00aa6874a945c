package io.platformapi.contract.source;

import java.net.URI;

/** Where the texts of a document's files come from. */
@FunctionalInterface
public interface Loader {

    /** Files from disk, others from {@code http(s)} addresses within 30 seconds. */
    Loader USUAL = DiskAndWeb::text;

    /**
     * The text of a file.
     *
     * @param from what has led to the file, for messages
     * @throws UnreadableDocument if it is not there or is no text
     */
    String text(URI uri, Place from);
}
