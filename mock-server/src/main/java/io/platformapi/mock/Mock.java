package io.platformapi.mock;

import io.platformapi.contract.check.Refusal;
import io.platformapi.contract.http.HttpRequest;
import io.platformapi.contract.http.HttpResponse;
import io.platformapi.grizzly.Head;
import io.platformapi.grizzly.PieceTaker;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;

/** What answers requests, whole ones and those of which only the head has come. Safe for many threads. */
@FunctionalInterface
interface Mock extends Function<HttpRequest, Answered> {

    /** What a head leads to. */
    sealed interface Step {}

    /** An answer: the head says enough. */
    record Done(Answered answered) implements Step {}

    /** A question for the body. */
    record Open(Function<byte[], Answered> answers) implements Step {}

    /** A question for the body, that somebody else answers; the answer does not fail to come. */
    record Elsewhere(Function<byte[], CompletableFuture<Answered>> answers) implements Step {}

    /** An answer that goes on as long as somebody listens. */
    record Live(HttpResponse head, JournalStream stream) implements Step {}

    /**
     * A request that is handed on while its body comes.
     *
     * @param body takes the body
     * @param answer the answer, which does not fail to come
     */
    record Onward(PieceTaker body, CompletableFuture<Answered> answer) {}

    /** What becomes of a request whose body is larger than is held; empty where it is refused. */
    default Optional<Onward> beyond(Head head) {
        return Optional.empty();
    }

    /** Answers by the head alone, or says what answers when the body has come. */
    default Step begin(Head head) {
        return new Open(body -> apply(head.with(body)));
    }

    /**
     * The answer to a request that is not read to its end, if there is one of the mock's own.
     *
     * @param head the request without its body; {@link Head#UNREADABLE} where not even its head could be read
     */
    default Optional<HttpResponse> refused(Refusal refusal, HttpRequest head) {
        return Optional.empty();
    }
}
