/**
 * What the keywords of schemas take, and what becomes of an argument that is none.
 *
 * <p>{@link io.platformapi.contract.keyword.PlainSchemas} makes a document that validator, maker of values and checker
 * of changes read alike: what one of them could not read, none of them sees, and the user is told.
 */
@NullMarked
package io.platformapi.contract.keyword;

import org.jspecify.annotations.NullMarked;
