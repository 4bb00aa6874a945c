package io.platformapi.compat.schema;

/**
 * An assertion and where its schema document makes it.
 *
 * @param pointer the JSON pointer of the schema that holds the keyword
 * @param keyword the keyword, with what follows it where it has several ({@code properties/name}), "" for a whole
 *     schema
 */
record Part(Assertion assertion, String pointer, String keyword) {}
