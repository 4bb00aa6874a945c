package io.platformapi.server.http;

import io.platformapi.contract.Operation;
import io.platformapi.contract.Route;
import io.platformapi.contract.admission.Admission;
import io.platformapi.contract.admission.Admission.Admitted;
import io.platformapi.contract.admission.Passage;
import io.platformapi.contract.check.BoundRequest;
import io.platformapi.contract.check.Refusal;
import io.platformapi.contract.dialect.Contract;
import io.platformapi.contract.http.Percent;
import io.platformapi.domain.Authentication.Client;
import io.platformapi.jaxrs.CheckedBodies;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.PreMatching;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Map;
import java.util.Optional;

/**
 * The way of a request from the {@link Entrance} to its resource, the same for every operation, verb and format.
 *
 * <ol>
 *   <li>Let in: what was refused at the entrance is answered from here. OPTIONS is answered here.
 *   <li>Read: the stages of {@link Admission} that need the body; else 415, or 400 with every violation.
 *   <li>Site: no command for a page of another site, or ahead of a click; else 403.
 *   <li>Dispatch: it goes on as the canonical request of the operation, everything that it says in one body.
 * </ol>
 */
@PreMatching
public final class ContractFilter implements ContainerRequestFilter {

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
        ReceivedRequest exchange = ReceivedRequest.of(context);
        Passage<Admitted<Client>> passage = exchange.entered()
                .then(entered -> entered.read(exchange.request()))
                .then(admitted -> Passage.unless(foreign(exchange), admitted.route(), admitted));
        if (passage instanceof Passage.Reached<Admitted<Client>> reached) {
            Admitted<Client> admitted = reached.stage();
            current.enter(admitted.client().caller());
            dispatch(context, admitted.route(), admitted.request().withDefaults());
        } else if (passage instanceof Passage.Ended<Admitted<Client>> end) {
            context.abortWith(answer(end));
        }
    }

    /** The status of a refusal is the dialect's, as all that is answered to it. */
    private static Response answer(Passage.Ended<?> end) {
        return end.refusal()
                .map(refusal -> Response.serverError().entity(refusal).build())
                .orElseGet(() -> Response.noContent()
                        .header(HttpHeaders.ALLOW, String.join(", ", ((Route.Options) end.route()).allowed()))
                        .build());
    }

    private Optional<Refusal> foreign(ReceivedRequest exchange) {
        return exchange.isCommand(contract.dialect()) && origins.exclude(exchange.request())
                ? Optional.of(Refusal.of(
                        Refusal.Kind.FORBIDDEN,
                        "A command is not taken from a page of another site, or before somebody asks."))
                : Optional.empty();
    }

    private void dispatch(ContainerRequestContext context, Route.Found route, BoundRequest request) {
        Operation operation = contract.dialect().target(route);
        context.setMethod(operation.method());
        context.setRequestUri(
                context.getUriInfo().getBaseUri().resolve(path(operation.path().text(), route.pathValues())));
        context.getHeaders().putSingle(HttpHeaders.CONTENT_TYPE, MediaType.APPLICATION_JSON);
        context.getHeaders().putSingle(HttpHeaders.ACCEPT, MediaType.APPLICATION_JSON);
        CheckedBodies.set(context, request.message());
    }

    private static String path(String template, Map<String, String> values) {
        String path = template;
        for (Map.Entry<String, String> value : values.entrySet()) {
            path = path.replace("{" + value.getKey() + "}", Percent.encoded(value.getValue()));
        }
        return path;
    }
}
