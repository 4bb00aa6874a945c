package io.platformapi.contract.layout;

import io.platformapi.contract.source.Node;

/**
 * An object of a document that is known for what it is.
 *
 * @param kind what it is
 * @param node where it is written
 */
public record Spot(Kind kind, Node node) {}
