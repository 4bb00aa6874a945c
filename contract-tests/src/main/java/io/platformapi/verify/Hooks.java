package io.platformapi.verify;

import io.platformapi.contract.http.HttpRequest;
import io.platformapi.contract.http.HttpResponse;
import io.platformapi.verify.checks.OwnCheck;
import io.platformapi.verify.checks.Target;
import java.io.IOException;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/**
 * What a program does about a run that no option can say.
 *
 * @param before makes of each request what is sent, such as one that is signed; what it adds is in no report, so that
 *     no secret is; called by as many threads at a time as there are workers
 * @param checks what it expects of every answer beside the contract
 */
public record Hooks(UnaryOperator<HttpRequest> before, List<OwnCheck> checks) {

    /** Nothing. */
    public static final Hooks NONE = new Hooks(UnaryOperator.identity(), List.of());

    /** The same, that does this to a request, too, after what is done already. */
    public Hooks before(UnaryOperator<HttpRequest> more) {
        return new Hooks(request -> more.apply(before.apply(request)), checks);
    }

    /** The same, that expects this, too. */
    public Hooks expecting(OwnCheck more) {
        return new Hooks(before, Stream.concat(checks.stream(), Stream.of(more)).toList());
    }

    /** A server that is sent what becomes of requests. */
    Target around(Target server) {
        return new Target() {

            @Override
            public HttpResponse answer(HttpRequest request) throws IOException {
                return server.answer(before.apply(request));
            }

            @Override
            public void surplus(BiConsumer<HttpRequest, String> listener) {
                server.surplus(listener);
            }
        };
    }
}
