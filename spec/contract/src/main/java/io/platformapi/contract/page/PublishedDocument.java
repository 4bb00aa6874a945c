package io.platformapi.contract.page;

import io.platformapi.contract.http.Headers;
import io.platformapi.contract.http.HttpRequest;
import io.platformapi.contract.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

/** The document at {@code /openapi.yaml} and {@code /openapi.json}, for whoever asks. Safe for many threads. */
public final class PublishedDocument {

    private static final Map<String, String> TYPES =
            Map.of("/openapi.yaml", "application/yaml", "/openapi.json", "application/json");

    private final Map<String, Supplier<String>> texts;
    private final Map<String, byte[]> written = new ConcurrentHashMap<>();

    /**
     * @param yaml writes it as YAML, when it is asked for first
     * @param json the same as JSON
     */
    public PublishedDocument(Supplier<String> yaml, Supplier<String> json) {
        this.texts = Map.of("/openapi.yaml", yaml, "/openapi.json", json);
    }

    /** The answer to a request that asks for it. */
    public Optional<HttpResponse> page(HttpRequest request) {
        String type = TYPES.get(request.path());
        boolean isRead = request.method().equals("GET") || request.method().equals("HEAD");
        return type == null || !isRead ? Optional.empty() : Optional.of(page(request.path(), type));
    }

    private HttpResponse page(String path, String type) {
        byte[] body = written.computeIfAbsent(path, name -> text(name).getBytes(StandardCharsets.UTF_8));
        return HttpResponse.of(200, type, body).with(Headers.of("Access-Control-Allow-Origin", "*"));
    }

    private String text(String path) {
        return Objects.requireNonNull(texts.get(path)).get();
    }
}
