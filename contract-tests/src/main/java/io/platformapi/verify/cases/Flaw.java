package io.platformapi.verify.cases;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * A value with one thing wrong in it.
 *
 * @param pointer where, within the value
 * @param rule what is wrong: the keyword that should refuse it
 * @param value the whole value
 */
record Flaw(String pointer, String rule, JsonNode value) {}
