package io.platformapi.server.http;

import io.platformapi.contract.Contract;
import io.platformapi.contract.Operation;
import io.platformapi.contract.Route;
import io.platformapi.contract.check.BoundRequest;
import io.platformapi.contract.check.Refusal;
import io.platformapi.contract.check.RequestCheck;
import io.platformapi.contract.check.Violation;
import io.platformapi.contract.format.Json;
import io.platformapi.contract.http.HttpRequest;
import io.platformapi.contract.http.Percent;
import io.platformapi.domain.Authentication.Client;
import io.platformapi.model.ErrorCode;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.PreMatching;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.ByteArrayInputStream;
import java.util.List;
import java.util.Map;

/**
 * The way of a request from the {@link Entrance} to its resource, the same for every operation, verb and format.
 *
 * <ol>
 *   <li>Let in: what was refused at the entrance is answered from here. OPTIONS is answered here.
 *   <li>Negotiate again: a body that came in chunks may not be of a type that is read; else 415.
 *   <li>Bind and check: parameters and body are what the contract says; else 400 with every violation.
 *   <li>Site: no command for a page of another site, or ahead of a click; else 403.
 *   <li>Dispatch: it goes on as the canonical request of the operation, everything that it says in a JSON body.
 * </ol>
 */
@PreMatching
public final class ContractFilter implements ContainerRequestFilter {

    private static final Json JSON = new Json();

    private final Contract contract;
    private final Origins origins;
    private final CurrentCaller current;

    public ContractFilter(Contract contract, Origins origins, CurrentCaller current) {
        this.contract = contract;
        this.origins = origins;
        this.current = current;
    }

    @Override
    public void filter(ContainerRequestContext context) {
        Exchange exchange = Exchange.of(context);
        if (exchange.route() instanceof Route.Options options) {
            context.abortWith(Response.noContent()
                    .header(HttpHeaders.ALLOW, String.join(", ", options.allowed()))
                    .build());
            return;
        }
        Client client = exchange.admitted();
        Route.Found route = (Route.Found) exchange.route();
        negotiate(route, exchange.request());
        BoundRequest bound = checked(contract.dialect().bind(route, exchange.request()));
        checkSite(exchange);
        current.enter(client.caller());
        dispatch(context, route, bound.withDefaults());
    }

    private void negotiate(Route.Found route, HttpRequest request) {
        contract.dialect().negotiation(route, request).ifPresent(refusal -> {
            throw new RequestRefused(refusal);
        });
    }

    private static BoundRequest checked(BoundRequest request) {
        List<Violation> violations = RequestCheck.violations(request);
        if (!violations.isEmpty()) {
            throw new RequestRefused(Refusal.invalid(violations));
        }
        return request;
    }

    private void checkSite(Exchange exchange) {
        if (exchange.isCommand(contract.dialect()) && origins.exclude(exchange.request())) {
            throw RequestRefused.of(
                    403,
                    ErrorCode.FORBIDDEN,
                    "A command is not taken from a page of another site, or before somebody asks.");
        }
    }

    private void dispatch(ContainerRequestContext context, Route.Found route, BoundRequest request) {
        Operation operation = contract.dialect().target(route);
        context.setMethod(operation.method());
        context.setRequestUri(
                context.getUriInfo().getBaseUri().resolve(path(operation.path().text(), route.pathValues())));
        context.getHeaders().putSingle(HttpHeaders.CONTENT_TYPE, MediaType.APPLICATION_JSON);
        context.getHeaders().putSingle(HttpHeaders.ACCEPT, MediaType.APPLICATION_JSON);
        context.setEntityStream(new ByteArrayInputStream(JSON.write(request.message())));
    }

    private static String path(String template, Map<String, String> values) {
        String path = template;
        for (Map.Entry<String, String> value : values.entrySet()) {
            path = path.replace("{" + value.getKey() + "}", Percent.encoded(value.getValue()));
        }
        return path;
    }
}
