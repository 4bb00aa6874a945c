/** Regular expressions of schemas: read once as ECMA-262 has them, for everyone who asks what they match. */
@NullMarked
package io.platformapi.contract.pattern;

import org.jspecify.annotations.NullMarked;
