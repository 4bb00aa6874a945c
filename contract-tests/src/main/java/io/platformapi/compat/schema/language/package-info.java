/**
 * What a string can be, apart from any schema: the languages of regular expressions, and the formats a validator can
 * tell. Knows nothing of the packages beside it.
 */
@NullMarked
package io.platformapi.compat.schema.language;

import org.jspecify.annotations.NullMarked;
