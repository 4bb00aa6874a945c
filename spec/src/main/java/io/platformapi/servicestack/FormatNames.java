package io.platformapi.servicestack;

import java.util.List;

/** The names {@code ?format=} knows, as the pages give them. */
final class FormatNames {

    static final List<String> ALL = List.of("json", "xml", "jsv", "jsonl", "csv", "other");

    private FormatNames() {}
}
