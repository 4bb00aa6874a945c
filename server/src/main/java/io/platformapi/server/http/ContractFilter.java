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
import io.platformapi.grizzly.ContractPages;
import io.platformapi.model.ErrorCode;
import io.platformapi.server.http.Authentication.Client;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.PreMatching;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The way of a request to its resource, the same for every operation, verb and format.
 *
 * <ol>
 *   <li>Route: the operation for method and path; else 404 or 405. OPTIONS is answered here.
 *   <li>Authenticate: whoever holds the credential; else 401.
 *   <li>Count: not more requests than a client may send; else 429.
 *   <li>Measure: not a larger body than is read; else 413.
 *   <li>Negotiate: the body is of a type that is read, the answer of one that is accepted; else 415 or 406.
 *   <li>Bind and check: parameters and body are what the contract says; else 400 with every violation.
 *   <li>Site: no command for a page of another site, or ahead of a click; else 403.
 *   <li>Dispatch: it goes on as the canonical request of the operation, everything that it says in a JSON body.
 * </ol>
 */
@PreMatching
public final class ContractFilter implements ContainerRequestFilter {

    private static final Pattern BEARER = Pattern.compile("(?i)Bearer +(\\S+) *");
    private static final Json JSON = new Json();

    private final Contract contract;
    private final Access access;
    private final CurrentCaller current;

    public ContractFilter(Contract contract, Access access, CurrentCaller current) {
        this.contract = contract;
        this.access = access;
        this.current = current;
    }

    @Override
    public void filter(ContainerRequestContext context) throws IOException {
        Exchange exchange = Exchange.begin(context, contract);
        if (exchange.route() instanceof Route.Options options) {
            context.abortWith(Response.noContent()
                    .header(HttpHeaders.ALLOW, String.join(", ", options.allowed()))
                    .build());
            return;
        }
        HttpRequest request = exchange.request();
        Route.Found route = found(exchange);
        Client client = authenticated(request);
        count(client);
        measure(request);
        negotiate(route, request);
        BoundRequest bound = checked(contract.dialect().bind(route, request));
        checkSite(exchange);
        current.enter(client.caller());
        dispatch(context, route, bound.withDefaults());
    }

    private static Route.Found found(Exchange exchange) {
        if (exchange.route() instanceof Route.Found found) {
            return found;
        }
        throw new RequestRefused(Refusal.unrouted(exchange.route(), exchange.request()));
    }

    private Client authenticated(HttpRequest request) {
        Matcher credential = BEARER.matcher(request.headers().text(HttpHeaders.AUTHORIZATION));
        if (!credential.matches()) {
            throw unauthorized("Authentication is required. Send 'Authorization: Bearer <API key or JWT>'.", "Bearer");
        }
        return access.authentication()
                .client(credential.group(1))
                .orElseThrow(() ->
                        unauthorized("The credential is not valid, or no longer.", "Bearer error=\"invalid_token\""));
    }

    private static RequestRefused unauthorized(String message, String challenge) {
        return RequestRefused.of(401, ErrorCode.UNAUTHORIZED, message).with(HttpHeaders.WWW_AUTHENTICATE, challenge);
    }

    private void count(Client client) {
        access.rate().excess(client.name()).ifPresent(wait -> {
            String message = "Asked too often. Try again after the number of seconds in Retry-After.";
            throw RequestRefused.of(429, ErrorCode.TOO_MANY_REQUESTS, message)
                    .with(HttpHeaders.RETRY_AFTER, FailureMapper.seconds(wait));
        });
    }

    private void measure(HttpRequest request) {
        if (request.body().length > access.bodyBytes()) {
            throw new RequestRefused(ContractPages.tooLarge(access.bodyBytes()));
        }
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
        if (exchange.isCommand() && access.origins().exclude(exchange.request())) {
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
