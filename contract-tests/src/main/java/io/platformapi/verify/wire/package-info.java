/**
 * Requests and answers on the wire: HTTP/1.1 over a socket that one thread writes and reads, kept for the next request.
 *
 * <p>A tester asks one thing after another, and most of what a client for many costs (its threads, wake-ups and queues)
 * is what such a run would consist of; decision 0089.
 */
@NullMarked
package io.platformapi.verify.wire;

import org.jspecify.annotations.NullMarked;
