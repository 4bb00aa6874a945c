/**
 * The mock server: answers as a document's examples and schemas say.
 *
 * <p>{@link io.platformapi.mock.MockEngine} turns a request into a response and knows no HTTP server; everything around
 * it is thin: {@code MockHandler} for Grizzly, {@code MockServer} for the command line.
 */
@NullMarked
package io.platformapi.mock;

import org.jspecify.annotations.NullMarked;
