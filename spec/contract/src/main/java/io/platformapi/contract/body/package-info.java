/**
 * Bodies and parameters: how values become the bytes of a message and bytes become values.
 *
 * <p>{@link io.platformapi.contract.body.Bodies} decides by media type, for requests and answers alike; what a document
 * says beyond the schema, such as the encoding objects of a form, counts as well.
 */
@NullMarked
package io.platformapi.contract.body;

import org.jspecify.annotations.NullMarked;
