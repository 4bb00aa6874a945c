package io.platformapi.server.http;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.platformapi.model.WireMapper;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.reflect.Method;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * What answers the operations: a method of a generated interface each, which is called by the operation's id. Looked
 * for once. Safe for many threads.
 */
public final class Resources {

    private static final MethodType ANYTHING = MethodType.methodType(Object.class, Object.class);

    private final JsonMapper mapper = WireMapper.create();
    private final Map<String, Asked> methods;

    private Resources(Map<String, Asked> methods) {
        this.methods = Map.copyOf(methods);
    }

    /**
     * A method.
     *
     * @param request what it is asked with
     */
    private record Asked(Class<?> request, MethodHandle method) {}

    /** Those of objects that implement generated interfaces. */
    public static Resources of(Object... resources) {
        Map<String, Asked> methods = new HashMap<>();
        for (Object resource : resources) {
            for (Class<?> service : resource.getClass().getInterfaces()) {
                for (Method method : service.getMethods()) {
                    methods.put(method.getName(), asked(method, resource));
                }
            }
        }
        return new Resources(methods);
    }

    private static Asked asked(Method method, Object resource) {
        try {
            MethodHandle handle = MethodHandles.publicLookup().unreflect(method).bindTo(resource);
            return new Asked(method.getParameterTypes()[0], handle.asType(ANYTHING));
        } catch (IllegalAccessException e) {
            throw new IllegalArgumentException("generated interfaces are public", e);
        }
    }

    /**
     * Asks for an answer.
     *
     * @param message all that the request says, checked
     * @throws Throwable whatever the method throws
     */
    Record answer(String operationId, JsonNode message) throws Throwable {
        Asked asked = Optional.ofNullable(methods.get(operationId))
                .orElseThrow(() -> new IllegalStateException("nothing answers " + operationId));
        return (Record) asked.method().invoke((Object) mapper.treeToValue(message, asked.request()));
    }
}
