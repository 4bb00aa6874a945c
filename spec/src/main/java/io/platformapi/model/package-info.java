/**
 * The types of the Platform API: one record for each schema of the document, generated in the build and never edited.
 *
 * <p>Members stand in the order of the document and carry its names on the wire. Lists and maps are immutable copies. A
 * component is {@code @Nullable} where the document allows null, or does not require the member; every other component
 * refuses null.
 */
@NullMarked
package io.platformapi.model;

import org.jspecify.annotations.NullMarked;
