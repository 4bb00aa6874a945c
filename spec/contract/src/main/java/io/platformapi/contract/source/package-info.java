/**
 * The text of a document: read once, kept with its positions.
 *
 * <p>A {@link io.platformapi.contract.source.SourceFile} is one YAML or JSON file as a tree whose every value knows its
 * line. A {@link io.platformapi.contract.source.Node} is a value at its place in such a file; it follows {@code $ref}s
 * through the {@link io.platformapi.contract.source.Sources} it came from, which decide what may be loaded. What cannot
 * be read is an {@link io.platformapi.contract.source.UnreadableDocument}: file, line, pointer and what would be right.
 */
@NullMarked
package io.platformapi.contract.source;

import org.jspecify.annotations.NullMarked;
