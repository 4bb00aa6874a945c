package io.platformapi.jaxrs;

import io.platformapi.contract.Operation;
import io.platformapi.contract.dialect.Contract;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletionStage;
import java.util.stream.Collectors;
import org.glassfish.jersey.server.model.Resource;
import org.glassfish.jersey.server.model.ResourceMethod;

/**
 * The methods of resources by the operations that they answer. JAX-RS is given each at its whole path: by its own rules
 * it looks in one class only, the one whose path fits best, and finds nothing of what the others have below it.
 */
final class Dispatch {

    private static final String VARIABLE = "\\{(?:[^{}]|\\{[^{}]*})*}";

    private final Contract contract;
    private final Map<String, Answering> methods = new LinkedHashMap<>();
    private final List<String> strangers = new ArrayList<>();

    /** A method of an object at its whole path. */
    private record Answering(Object resource, ResourceMethod method, String path) {

        @Override
        public String toString() {
            return resource.getClass().getName() + "."
                    + method.getInvocable().getHandlingMethod().getName();
        }
    }

    Dispatch(Contract contract, List<Object> resources) {
        this.contract = contract;
        resources.forEach(this::add);
        Set<String> documented =
                contract.operations().stream().map(Dispatch::key).collect(Collectors.toSet());
        methods.forEach((key, method) -> {
            if (!documented.contains(key)) {
                strangers.add(method + " answers " + key + ", which the document does not have");
            }
        });
    }

    private void add(Object resource) {
        Resource model = Resource.from(resource.getClass());
        if (model == null) {
            strangers.add(
                    resource.getClass().getName() + " is no resource: neither it nor an interface of its has @Path");
        } else {
            add(resource, model, "");
        }
    }

    private void add(Object resource, Resource model, String above) {
        String path = (above + "/" + model.getPath()).replaceAll("/+", "/");
        for (ResourceMethod method : model.getResourceMethods()) {
            var answering = new Answering(resource, method, path);
            methods.put(key(method.getHttpMethod(), path), answering);
            if (answersLater(method)) {
                strangers.add(answering + " answers later, and this server at once: return the value itself, without"
                        + " @Suspended, CompletionStage or events");
            }
        }
        model.getChildResources().forEach(child -> add(resource, child, path));
    }

    private static boolean answersLater(ResourceMethod method) {
        return method.isSuspendDeclared()
                || method.isSse()
                || CompletionStage.class.isAssignableFrom(method.getInvocable().getRawResponseType());
    }

    private static String key(Operation operation) {
        return key(operation.method(), operation.path().text());
    }

    private static String key(String method, String path) {
        return method + " " + path.replaceAll(VARIABLE, "{}").replaceAll("(?<=.)/$", "");
    }

    /** What was given and answers no operation, or not as this server does, a sentence each. */
    List<String> strangers() {
        return strangers.stream().sorted().toList();
    }

    /** Whether a method answers an operation. */
    boolean answers(Operation operation) {
        return methods.containsKey(key(operation));
    }

    /** What JAX-RS is given, one resource for each path. */
    Set<Resource> resources() {
        Map<String, Resource.Builder> paths = new LinkedHashMap<>();
        for (Operation operation : contract.operations()) {
            Answering answering = methods.get(key(operation));
            if (answering != null) {
                add(answering, paths.computeIfAbsent(answering.path(), Resource::builder));
            }
        }
        return paths.values().stream().map(Resource.Builder::build).collect(Collectors.toSet());
    }

    /** Types are negotiated already, so that a method is not asked for those that it reads. */
    private static void add(Answering answering, Resource.Builder path) {
        ResourceMethod method = answering.method();
        path.addMethod(method.getHttpMethod())
                .produces(method.getProducedTypes())
                .handledBy(answering.resource(), method.getInvocable().getDefinitionMethod());
    }
}
