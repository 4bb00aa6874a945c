/**
 * What an API asks for by itself, callbacks and webhooks: which there are, where they go, and what they carry. A
 * request that was answered leads to an address, or to a reason why it does not; knows no mock, and sends nothing.
 */
@NullMarked
package io.platformapi.mock.call;

import org.jspecify.annotations.NullMarked;
