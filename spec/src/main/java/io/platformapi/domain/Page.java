package io.platformapi.domain;

import java.util.Optional;
import java.util.function.Supplier;

/**
 * A part of an answer whose list is long: an answer that has some of the rows, and the way to those after them.
 *
 * <p>Each page is one state of everything. What changes between two of them is seen as it is when its page is asked
 * for: no row comes twice.
 *
 * @param answer what this page has
 * @param next gives the page after this one, whenever and on whatever thread; empty if this is the last
 */
public record Page<R>(R answer, Optional<Supplier<Page<R>>> next) {}
