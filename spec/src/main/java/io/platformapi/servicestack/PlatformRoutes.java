package io.platformapi.servicestack;

import com.fasterxml.jackson.databind.node.TextNode;
import io.platformapi.contract.In;
import io.platformapi.contract.Parameter;
import io.platformapi.contract.Route;
import io.platformapi.contract.Router;
import io.platformapi.contract.format.MessageFormats;
import io.platformapi.contract.http.HttpRequest;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * Routes of the platform: HEAD is answered where GET only reads, and a path may end in the name of a format.
 *
 * <p>A suffix never eats a legal path segment: a path that leads somewhere as it stands, with values its variables may
 * have, has no suffix. So {@code /invite/contact.xml} is {@code /invite/contact} in XML, because {@code contact.xml} is
 * no contact's id.
 */
final class PlatformRoutes {

    private final MessageFormats formats;

    PlatformRoutes(MessageFormats formats) {
        this.formats = formats;
    }

    Route route(Router router, HttpRequest request) {
        Route route = byPath(router, request);
        return route instanceof Route.MethodNotAllowed refused ? completed(refused, router, request) : route;
    }

    /** HEAD goes where GET reads, and OPTIONS everywhere, though neither is written in the document. */
    private Route completed(Route.MethodNotAllowed refused, Router router, HttpRequest request) {
        Set<String> allowed = new TreeSet<>(refused.allowed());
        allowed.add("OPTIONS");
        if (byPath(router, request.withMethod("HEAD")) instanceof Route.Found) {
            allowed.add("HEAD");
        }
        return request.method().equals("OPTIONS") ? new Route.Options(allowed) : new Route.MethodNotAllowed(allowed);
    }

    private Route byPath(Router router, HttpRequest request) {
        Route whole = byMethod(router, request.method(), request.path());
        if (whole instanceof Route.Found found && isLegal(found)) {
            return whole;
        }
        Optional<String> suffix = suffix(request.path());
        if (suffix.isEmpty()) {
            return whole;
        }
        String path = request.path()
                .substring(0, request.path().length() - suffix.get().length() - 1);
        Route shorter = byMethod(router, request.method(), path);
        if (shorter instanceof Route.NotFound) {
            return whole;
        }
        return shorter instanceof Route.Found found ? found.withSuffix(suffix.get()) : shorter;
    }

    private static Route byMethod(Router router, String method, String path) {
        if (!method.equals("HEAD")) {
            return router.route(method, path);
        }
        Route get = router.route("GET", path);
        boolean command = get instanceof Route.Found found && !Derivation.isSafe(found.operation());
        return command ? router.route(method, path) : get;
    }

    private static boolean isLegal(Route.Found route) {
        for (Map.Entry<String, String> value : route.pathValues().entrySet()) {
            Optional<Parameter> parameter = route.operation().parameter(In.PATH, value.getKey());
            TextNode text = TextNode.valueOf(value.getValue());
            if (parameter.isPresent() && !parameter.get().schema().faults(text).isEmpty()) {
                return false;
            }
        }
        return true;
    }

    /** The format a path's last segment names behind its last dot; letter case counts. */
    private Optional<String> suffix(String path) {
        int dot = path.lastIndexOf('.');
        if (dot <= path.lastIndexOf('/') + 1) {
            return Optional.empty();
        }
        return Optional.of(path.substring(dot + 1))
                .filter(name -> formats.named(Negotiation.format(name)).isPresent());
    }
}
