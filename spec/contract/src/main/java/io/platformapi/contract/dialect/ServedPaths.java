package io.platformapi.contract.dialect;

import io.platformapi.contract.BasePath;
import io.platformapi.contract.Route;
import io.platformapi.contract.Server;
import io.platformapi.contract.http.HttpRequest;
import io.platformapi.contract.http.Methods;
import java.util.Set;

/** The paths of a contract, each as it is documented and below the base paths of its documented servers. */
record ServedPaths(Contract contract) {

    Route route(HttpRequest request) {
        Route route = at(request.path(), request);
        if (!(route instanceof Route.NotFound)) {
            return route;
        }
        return contract.servers().stream()
                .flatMap(server -> server.basePaths().stream())
                .map(base -> without(base, request))
                .filter(found -> !(found instanceof Route.NotFound))
                .findFirst()
                .orElseGet(() -> ofOwnServer(request));
    }

    private Route without(BasePath base, HttpRequest request) {
        return base.below(request.path()).map(path -> at(path, request)).orElseGet(Route.NotFound::new);
    }

    /** HEAD asks what GET would answer, but for its content; where it is documented, it is an operation of its own. */
    private Route at(String path, HttpRequest request) {
        Route route = contract.router().route(request.method(), path);
        if (!(route instanceof Route.MethodNotAllowed refused)) {
            return route;
        }
        Set<String> answered = Methods.answered(refused.allowed());
        return answered.contains(request.method())
                ? contract.router().route("GET", path)
                : new Route.MethodNotAllowed(answered);
    }

    /** What is served below the base path of a server that only some paths or operations have. */
    private Route ofOwnServer(HttpRequest request) {
        return contract.operations().stream()
                .flatMap(operation -> operation.servers().stream())
                .flatMap(server -> server.basePaths().stream())
                .distinct()
                .map(base -> ofServer(base, request))
                .filter(route -> !(route instanceof Route.NotFound))
                .findFirst()
                .orElse(new Route.NotFound());
    }

    private Route ofServer(BasePath base, HttpRequest request) {
        Route route = without(base, request);
        boolean elsewhere = route instanceof Route.Found found
                && found.operation().servers().stream().map(Server::basePaths).noneMatch(paths -> paths.contains(base));
        return elsewhere ? new Route.NotFound() : route;
    }
}
