package io.platformapi.jaxrs;

import com.fasterxml.jackson.databind.json.JsonMapper;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.core.Form;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.ext.MessageBodyReader;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.lang.annotation.Annotation;
import java.lang.reflect.Type;
import java.util.Set;

/**
 * Bodies as the generated types where there is no tree of them ({@link CheckedBodies}): what they are is JSON.
 *
 * @param mapper makes values of JSON
 */
@Consumes("*/*")
record BodyValues(JsonMapper mapper) implements MessageBodyReader<Object> {

    /** JAX-RS reads these by itself. */
    private static final Set<Class<?>> RAW = Set.of(
            String.class, byte[].class, InputStream.class, Reader.class, File.class, Form.class, MultivaluedMap.class);

    /** Whether JAX-RS reads values of a type by itself. */
    static boolean isRaw(Class<?> type) {
        return RAW.contains(type);
    }

    @Override
    public boolean isReadable(Class<?> type, Type generic, Annotation[] annotations, MediaType media) {
        return !isRaw(type);
    }

    @Override
    public Object readFrom(
            Class<Object> type,
            Type generic,
            Annotation[] annotations,
            MediaType media,
            MultivaluedMap<String, String> headers,
            InputStream body)
            throws IOException {
        return mapper.readValue(body, mapper.constructType(generic));
    }
}
