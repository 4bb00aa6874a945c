package io.platformapi.server.http;

import com.fasterxml.jackson.databind.json.JsonMapper;
import io.platformapi.contract.admission.ContractPages;
import io.platformapi.contract.dialect.Contract;
import io.platformapi.contract.format.Json;
import io.platformapi.contract.http.Headers;
import io.platformapi.contract.http.HttpRequest;
import io.platformapi.contract.http.HttpResponse;
import io.platformapi.grizzly.FailurePages;
import io.platformapi.model.ErrorResponse;
import io.platformapi.model.WireMapper;

/** What is answered to requests that never reach JAX-RS, or fall out of it: the contract's error document. */
public final class Pages implements FailurePages {

    private final ContractPages refusals;
    private final JsonMapper mapper = WireMapper.create();

    /** @param bodyBytes the largest body that is read */
    public Pages(Contract contract, int bodyBytes) {
        this.refusals = new ContractPages(contract, bodyBytes);
    }

    @Override
    public HttpResponse page(int status, HttpRequest head) {
        return status == 500 ? failure() : refusals.page(status, head);
    }

    private HttpResponse failure() {
        ErrorResponse failure = Failures.internal(null);
        return HttpResponse.of(500, "application/json", new Json().write(mapper.valueToTree(failure)))
                .with(Headers.of("Vary", "Accept"));
    }
}
