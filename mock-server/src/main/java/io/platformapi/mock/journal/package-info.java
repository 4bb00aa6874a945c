/**
 * What a mock was asked and what it answered, for tests to look at: kept within bounds, searched, and told without the
 * credentials of header fields and queries. Knows requests and operations, and no mock.
 */
@NullMarked
package io.platformapi.mock.journal;

import org.jspecify.annotations.NullMarked;
