package io.platformapi.contract.schema;

/**
 * One thing that is wrong with a value.
 *
 * @param pointer the JSON pointer of the place in the value; of the missing member itself where one is missing
 * @param rule the keyword that refuses it, such as {@code maxLength}; with its name for a format: {@code format-uuid}
 * @param expected what would be right, as a phrase: {@code at most 10 characters}
 * @param received what stands there, shortened: {@code "a rather long te…"}
 */
public record Fault(String pointer, String rule, String expected, String received) {}
