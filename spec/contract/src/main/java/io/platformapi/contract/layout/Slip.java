package io.platformapi.contract.layout;

import io.platformapi.contract.source.Node;

/**
 * A place of a document that is not as OpenAPI has it.
 *
 * @param node where it stands
 * @param rule the rule it breaks, in kebab-case; never changes its meaning
 * @param message what is wrong and what would be right
 */
public record Slip(Node node, String rule, String message) {}
