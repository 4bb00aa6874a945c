package io.platformapi.contract.admission;

import io.platformapi.contract.check.Refusal;
import io.platformapi.contract.check.Refusal.Kind;
import io.platformapi.contract.dialect.Contract;
import io.platformapi.contract.http.HttpRequest;
import io.platformapi.contract.http.HttpResponse;
import java.util.Map;

/**
 * Refusals of requests that are no HTTP, or more of it than is read, in the words and formats of a contract.
 *
 * @param contract the contract
 * @param bodyBytes the largest body that is read
 */
public record ContractPages(Contract contract, int bodyBytes) {

    private static final Map<Integer, Refusal> REFUSALS = Map.of(
            408, Refusal.of(Kind.TIMEOUT, "The request did not arrive in time."),
            414, Refusal.of(Kind.LONG_TARGET, "The path and query are longer than this server reads."),
            505, Refusal.of(Kind.VERSION, "The request's version of HTTP is not spoken here; 1.1 is."),
            500, Refusal.of(Kind.FAILURE, "Something failed on our side."),
            501, Refusal.of(Kind.CODING, "The body is coded in a way that this server does not read."),
            431, Refusal.of(Kind.LARGE_HEADERS, "The headers are larger than this server reads."));

    /** The answer for a status, to a request of which only the head is known, if that. */
    public HttpResponse page(int status, HttpRequest head) {
        return contract.dialect().refusal(contract, refusal(status), contract.route(head), head);
    }

    /** Why a request is answered with a status. */
    public Refusal refusal(int status) {
        Refusal other = status == 413
                ? tooLarge(bodyBytes)
                : Refusal.of(Kind.NO_HTTP, "This is no HTTP request that can be read.");
        return REFUSALS.getOrDefault(status, other);
    }

    /** The refusal of a body that is larger than what is read. */
    public static Refusal tooLarge(int bodyBytes) {
        return Refusal.of(Kind.TOO_LARGE, "The body is larger than " + bodyBytes + " bytes.");
    }
}
