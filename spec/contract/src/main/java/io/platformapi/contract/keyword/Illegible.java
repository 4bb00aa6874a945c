package io.platformapi.contract.keyword;

import io.platformapi.contract.source.Node;

/**
 * A part of a document that cannot be read as it is written.
 *
 * @param node where it stands
 * @param rule the rule it breaks, in kebab-case; never changes its meaning
 * @param message what is wrong, what becomes of it and what would be right
 */
public record Illegible(Node node, String rule, String message) {}
