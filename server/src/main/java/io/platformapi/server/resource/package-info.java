/**
 * The services of the document, one class each: the generated interface on one side, the rules of
 * {@link io.platformapi.domain.Platform} on the other. They know neither HTTP nor formats nor a store.
 */
@NullMarked
package io.platformapi.server.resource;

import org.jspecify.annotations.NullMarked;
