package io.platformapi.jaxrs;

import com.fasterxml.jackson.databind.json.JsonMapper;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.ext.MessageBodyReader;
import java.io.IOException;
import java.io.InputStream;
import java.lang.annotation.Annotation;
import java.lang.reflect.Type;

/**
 * Bodies that are one text in JSON, as the text; JAX-RS by itself would hand on the quotes.
 *
 * @param mapper reads them
 */
@Consumes("*/*")
record QuotedTexts(JsonMapper mapper) implements MessageBodyReader<String> {

    @Override
    public boolean isReadable(Class<?> type, Type generic, Annotation[] annotations, MediaType media) {
        return type == String.class && media.getSubtype().matches("(.*\\+)?json");
    }

    @Override
    public String readFrom(
            Class<String> type,
            Type generic,
            Annotation[] annotations,
            MediaType media,
            MultivaluedMap<String, String> headers,
            InputStream body)
            throws IOException {
        return mapper.readValue(body, String.class);
    }
}
