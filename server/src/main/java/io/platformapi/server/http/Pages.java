package io.platformapi.server.http;

import com.fasterxml.jackson.databind.json.JsonMapper;
import io.platformapi.contract.Contract;
import io.platformapi.contract.Route;
import io.platformapi.contract.check.Refusal;
import io.platformapi.contract.format.Json;
import io.platformapi.contract.http.Headers;
import io.platformapi.contract.http.HttpRequest;
import io.platformapi.contract.http.HttpResponse;
import io.platformapi.grizzly.FailurePages;
import io.platformapi.model.ErrorCode;
import io.platformapi.model.ErrorResponse;
import io.platformapi.model.WireMapper;
import java.util.Map;

/** What is answered to requests that never reach JAX-RS, or fall out of it: the contract's error document, in JSON. */
public final class Pages implements FailurePages {

    private static final HttpRequest UNKNOWN = HttpRequest.of("GET", "/", Headers.none());
    private static final Map<Integer, Refusal> REFUSALS = Map.of(
            408, refusal(408, ErrorCode.REQUEST_TIMEOUT, "The request did not arrive in time."),
            414, refusal(414, ErrorCode.URI_TOO_LONG, "The path and query are longer than this server reads."),
            431, refusal(431, ErrorCode.HEADERS_TOO_LARGE, "The headers are larger than this server reads."));

    private final Contract contract;
    private final int bodyBytes;
    private final JsonMapper mapper = WireMapper.create();

    /** @param bodyBytes the largest body that is read */
    public Pages(Contract contract, int bodyBytes) {
        this.contract = contract;
        this.bodyBytes = bodyBytes;
    }

    @Override
    public HttpResponse page(int status) {
        if (status >= 500) {
            return failure(status);
        }
        Refusal other = status == 413
                ? tooLarge(bodyBytes)
                : refusal(status, ErrorCode.SERIALIZATION_EXCEPTION, "This is no HTTP request that can be read.");
        Refusal refusal = REFUSALS.getOrDefault(status, other);
        return contract.dialect().refusal(contract, refusal, new Route.NotFound(), UNKNOWN);
    }

    private HttpResponse failure(int status) {
        ErrorResponse failure = status == 503 ? Failures.unavailable(null) : Failures.internal(null);
        return HttpResponse.of(status, "application/json", new Json().write(mapper.valueToTree(failure)))
                .with(Headers.of("Vary", "Accept"));
    }

    /** The refusal of a body that is larger than what is read. */
    static Refusal tooLarge(int bodyBytes) {
        return refusal(413, ErrorCode.PAYLOAD_TOO_LARGE, "The body is larger than " + bodyBytes + " bytes.");
    }

    private static Refusal refusal(int status, ErrorCode code, String message) {
        return Refusal.of(status, code.wireName(), message);
    }
}
