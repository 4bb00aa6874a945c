package io.platformapi.jaxrs;

import io.platformapi.contract.Operation;
import io.platformapi.contract.dialect.Contract;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.glassfish.jersey.server.model.Resource;

/** What of a document a server could not serve, found before it listens. */
final class Unserved {

    private Unserved() {}

    /** Why the server would not do what the document says, a sentence each; none where nothing is missing. */
    static List<String> reasons(Contract contract, List<Object> resources, Optional<Callers> known) {
        List<String> reasons = new ArrayList<>();
        contract.illegible().forEach(each -> reasons.add(each.node().place() + " " + each.message()));
        Set<String> served = new HashSet<>();
        for (Object resource : resources) {
            Optional.ofNullable(Resource.from(resource.getClass()))
                    .ifPresentOrElse(
                            each -> collect(each, "", served),
                            () -> reasons.add(resource.getClass().getName() + " is no resource: neither it nor an"
                                    + " interface of its has @Path"));
        }
        contract.operations().forEach(operation -> reasons.addAll(reasons(operation, served, known)));
        return reasons;
    }

    private static List<String> reasons(Operation operation, Set<String> served, Optional<Callers> known) {
        List<String> reasons = new ArrayList<>();
        if (!served.contains(operation.method() + " " + shape(operation.path().text()))) {
            reasons.add("no resource answers it: give one that implements its interface");
        }
        if (known.isEmpty() && CallerGate.asksForCredentials(operation)) {
            reasons.add("it asks for credentials: say by callers(…) who is known");
        }
        if (takesParts(operation)) {
            reasons.add("its body has several parts, which no resource is given");
        }
        return reasons.stream()
                .map(reason -> operation.node().place() + " " + operation + ": " + reason)
                .toList();
    }

    private static boolean takesParts(Operation operation) {
        return operation.body().stream()
                .flatMap(body -> body.contents().stream())
                .anyMatch(content -> content.type().type().equals("multipart"));
    }

    private static void collect(Resource resource, String above, Set<String> served) {
        String path = above + "/" + resource.getPath();
        resource.getResourceMethods().forEach(method -> served.add(method.getHttpMethod() + " " + shape(path)));
        resource.getChildResources().forEach(child -> collect(child, path, served));
    }

    private static String shape(String path) {
        return path.replaceAll("\\{[^}]*}", "{}").replaceAll("/+", "/").replaceAll("(?<=.)/$", "");
    }
}
