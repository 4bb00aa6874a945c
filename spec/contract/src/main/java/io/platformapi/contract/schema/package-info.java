/**
 * Schemas of a document: what a value may be, and what is wrong with one.
 *
 * <p>A {@link io.platformapi.contract.schema.Schema} is the readable view: {@code $ref}s followed, {@code allOf}
 * merged, the spellings of <em>nullable</em> unified. Formats, binding and examples are led by it. Validation itself
 * reads the schema as it is written, through networknt's validator: a {@link io.platformapi.contract.schema.Fault} says
 * where in the value, which keyword, what was expected and what was received.
 */
@NullMarked
package io.platformapi.contract.schema;

import org.jspecify.annotations.NullMarked;
