package io.platformapi.jaxrs;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.platformapi.contract.format.Json;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.ext.ReaderInterceptor;
import jakarta.ws.rs.ext.ReaderInterceptorContext;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/**
 * Bodies that were read already to be checked: a resource is given its value of that tree, and nobody writes and reads
 * it again. Only who asks for the body as text or bytes gets it as JSON.
 */
public final class CheckedBodies implements ReaderInterceptor {

    private static final String KEY = CheckedBodies.class.getName();

    private final ObjectMapper mapper;

    /** @param mapper makes values of trees */
    public CheckedBodies(ObjectMapper mapper) {
        this.mapper = mapper;
    }

    /** Gives a request a body that was checked, in place of what it has. */
    public static void set(ContainerRequestContext request, JsonNode body) {
        request.setProperty(KEY, body);
    }

    @Override
    public @Nullable Object aroundReadFrom(ReaderInterceptorContext context) throws IOException {
        if (!(context.getProperty(KEY) instanceof JsonNode body)) {
            return context.proceed();
        }
        if (BodyValues.isRaw(context.getType())) {
            context.setInputStream(new ByteArrayInputStream(new Json().write(body)));
            return context.proceed();
        }
        return mapper.readValue(mapper.treeAsTokens(body), mapper.constructType(context.getGenericType()));
    }
}
