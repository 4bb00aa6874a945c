package io.platformapi.jaxrs;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.TextNode;
import jakarta.ws.rs.ext.ParamConverter;
import jakarta.ws.rs.ext.ParamConverterProvider;
import java.io.UncheckedIOException;
import java.lang.annotation.Annotation;
import java.lang.reflect.Type;
import java.util.Collection;
import org.jspecify.annotations.Nullable;

/**
 * Parameters as the generated types: dates, enumerations and objects, of which JAX-RS knows nothing.
 *
 * @param mapper makes values of JSON
 */
record ParameterValues(JsonMapper mapper) implements ParamConverterProvider {

    @Override
    public <T> @Nullable ParamConverter<T> getConverter(Class<T> type, Type generic, Annotation[] annotations) {
        boolean isJaxRss = type.isPrimitive()
                || type.getName().startsWith("java.lang.")
                || Collection.class.isAssignableFrom(type);
        return isJaxRss ? null : new Converter<>(mapper, mapper.constructType(generic));
    }

    /** @param type of which values are made */
    private record Converter<T>(JsonMapper mapper, JavaType type) implements ParamConverter<T> {

        @Override
        public @Nullable T fromString(@Nullable String text) {
            if (text == null) {
                return null;
            }
            try {
                return text.startsWith("{")
                        ? mapper.readValue(text, type)
                        : mapper.convertValue(TextNode.valueOf(text), type);
            } catch (JsonProcessingException e) {
                throw new UncheckedIOException(e);
            }
        }

        @Override
        public String toString(T value) {
            return mapper.valueToTree(value).asText();
        }
    }
}
