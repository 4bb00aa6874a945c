/**
 * A schema as the search sees it, in whatever dialect it was written: a conjunction of assertions, and numbers for
 * those that demand the same. A new keyword begins here, and the compiler lists where it must be understood.
 */
@NullMarked
package io.platformapi.compat.schema.shape;

import org.jspecify.annotations.NullMarked;
