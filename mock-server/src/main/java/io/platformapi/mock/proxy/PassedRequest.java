package io.platformapi.mock.proxy;

import io.platformapi.grizzly.PieceTaker;
import java.util.concurrent.CompletableFuture;

/**
 * A request that is handed on while its body comes.
 *
 * @param body takes the body
 * @param answer the answer, perhaps before the body's end; fails with {@link UpstreamSilence} where none comes
 */
public record PassedRequest(PieceTaker body, CompletableFuture<Arrival> answer) {}
