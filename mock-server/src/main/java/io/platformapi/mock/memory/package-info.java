/**
 * The memory of a mock: which things a document speaks of, and what has become of them by requests. Knows messages and
 * the document, and no mock.
 */
@NullMarked
package io.platformapi.mock.memory;

import org.jspecify.annotations.NullMarked;
