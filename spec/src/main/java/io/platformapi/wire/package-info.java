/**
 * What the rules say, as clients of server and mock are told of it: statuses, waits and the document's error. Knows the
 * rules and the document's records; the rules do not know it.
 */
@NullMarked
package io.platformapi.wire;

import org.jspecify.annotations.NullMarked;
