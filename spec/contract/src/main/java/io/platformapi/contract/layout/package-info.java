/**
 * What stands where in an OpenAPI document.
 *
 * <p>{@link io.platformapi.contract.layout.Layout} is the table of every object's fields, and
 * {@link io.platformapi.contract.layout.Writing} holds a document to it; {@link io.platformapi.contract.layout.Spots}
 * walks a document by it, over references and files, and knows each object for what it is: the one walk of reader and
 * lint.
 */
@NullMarked
package io.platformapi.contract.layout;

import org.jspecify.annotations.NullMarked;
