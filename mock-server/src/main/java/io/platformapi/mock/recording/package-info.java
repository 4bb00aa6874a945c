/**
 * What a client uses of an API, as a small document of its own, and what an API answers, as examples: recorded from
 * requests and their answers. Knows messages and contracts, and no mock.
 */
@NullMarked
package io.platformapi.mock.recording;

import org.jspecify.annotations.NullMarked;
