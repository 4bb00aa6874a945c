package io.platformapi.jaxrs;

import io.platformapi.contract.Operation;
import io.platformapi.contract.http.HttpRequest;
import java.security.Principal;
import java.util.Optional;

/** Tells who sends a request, by its head. Called by many threads at once. */
@FunctionalInterface
public interface KnownCallers {

    /**
     * Whoever sends it; empty if nobody is known by the credentials, or there are none. Where the document asks for
     * credentials that is a 401; a resource finds the caller in its {@code SecurityContext}.
     *
     * @param request the request without its body
     * @param operation what it is for
     */
    Optional<Principal> caller(HttpRequest request, Operation operation);
}
