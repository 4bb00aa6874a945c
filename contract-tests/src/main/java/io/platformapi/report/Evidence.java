package io.platformapi.report;

/**
 * Something that proves a finding.
 *
 * @param name what it is: {@code witness}, {@code expected}, {@code received}
 * @param text the thing itself, as it would be on the wire
 */
public record Evidence(String name, String text) {

    /** The name of a message, or of its value, that is right by one document and wrong by another. */
    public static final String WITNESS = "witness";
}
