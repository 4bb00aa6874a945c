/** Where one schema fails to take in another, told by places in both documents. It decides nothing; the search does. */
@NullMarked
package io.platformapi.compat.schema.telling;

import org.jspecify.annotations.NullMarked;
