package io.platformapi.server.http;

import io.platformapi.contract.Contract;
import io.platformapi.contract.Route;
import io.platformapi.contract.check.Refusal;
import io.platformapi.contract.http.Headers;
import io.platformapi.contract.http.HttpRequest;
import io.platformapi.contract.http.HttpResponse;
import io.platformapi.grizzly.FailurePages;
import java.util.Map;

/** What is answered to requests that never reach JAX-RS, or fall out of it: the contract's error document, in JSON. */
public final class Pages implements FailurePages {

    private static final HttpRequest UNKNOWN = HttpRequest.of("GET", "/", Headers.none());
    private static final Refusal FAILED =
            Refusal.of(500, "InternalError", "Something failed on our side, and the log has the rest.");
    private static final Map<Integer, Refusal> REFUSALS = Map.of(
            408, Refusal.of(408, "RequestTimeout", "The request did not arrive in time."),
            414, Refusal.of(414, "UriTooLong", "The path and query are longer than this server reads."),
            431, Refusal.of(431, "HeadersTooLarge", "The headers are larger than this server reads."),
            503, Refusal.of(503, "Unavailable", "The server is stopping. Try again in a moment."));

    private final Contract contract;
    private final int bodyBytes;

    /** @param bodyBytes the largest body that is read */
    public Pages(Contract contract, int bodyBytes) {
        this.contract = contract;
        this.bodyBytes = bodyBytes;
    }

    @Override
    public HttpResponse page(int status) {
        return contract.dialect().refusal(contract, refusal(status), new Route.NotFound(), UNKNOWN);
    }

    private Refusal refusal(int status) {
        if (status == 413) {
            return tooLarge(bodyBytes);
        }
        Refusal other =
                status < 500 ? Refusal.of(status, "SerializationException", "This is no HTTP request.") : FAILED;
        return REFUSALS.getOrDefault(status, other);
    }

    /** The refusal of a body that is larger than what is read. */
    static Refusal tooLarge(int bodyBytes) {
        return Refusal.of(413, "PayloadTooLarge", "The body is larger than " + bodyBytes + " bytes.");
    }
}
