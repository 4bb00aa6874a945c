package io.platformapi.lint;

import io.platformapi.contract.source.Node;

/**
 * One place where a document breaks a rule.
 *
 * @param node the place
 * @param message what is wrong, one sentence
 * @param advice what would be right, as a phrase
 */
record Offence(Node node, String message, String advice) {}
