package io.platformapi.jaxrs;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.platformapi.contract.http.Headers;
import io.platformapi.contract.http.HttpRequest;
import io.platformapi.contract.http.HttpResponse;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

final class CheckedBodiesTest {

    private static final JsonMapper MAPPER = JsonMapper.builder().build();
    private static final byte[] UNREADABLE = "<what/> was sent".getBytes(StandardCharsets.UTF_8);

    private final JaxRs application = new JaxRs(
            JaxRs.empty()
                    .register(new CheckedBodies(MAPPER))
                    .register(new BodyValues(MAPPER))
                    .register(new Counts()),
            (status, request) -> HttpResponse.of(status, "text/plain", new byte[0]));

    /** Counts what it is given. */
    @Path("")
    public static final class Counts {

        @POST
        @Path("/map")
        @Consumes("*/*")
        public String map(Map<String, List<Integer>> body) {
            return body.entrySet().stream()
                    .map(each -> each.getKey()
                            + each.getValue().stream()
                                    .mapToInt(Integer::intValue)
                                    .sum())
                    .toList()
                    .toString();
        }

        @POST
        @Path("/text")
        @Consumes("*/*")
        public String text(String body) {
            return body;
        }
    }

    @AfterEach
    void close() {
        application.close();
    }

    private String answer(String path, Headers headers) throws Exception {
        JsonNode tree = MAPPER.readTree("{\"a\":[1,2],\"b\":[]}");
        var asked = new JaxRs.Asked(
                "http://localhost",
                "POST",
                path,
                headers,
                UNREADABLE,
                Optional.empty(),
                request -> CheckedBodies.set(request, tree));
        HttpResponse answer = application.answer(asked, HttpRequest.of("POST", path, headers));
        assertThat(answer.status()).isEqualTo(200);
        return new String(answer.body(), StandardCharsets.UTF_8);
    }

    @Test
    void areGivenToResourcesOfTheTreeWhateverWasSent() throws Exception {
        assertThat(answer("/map", Headers.of("Content-Type", "application/xml")))
                .isEqualTo("[a3, b0]");
    }

    @Test
    void areJsonForWhoeverWantsText() throws Exception {
        assertThat(answer("/text", Headers.of("Content-Type", "application/xml")))
                .isEqualTo("{\"a\":[1,2],\"b\":[]}");
    }
}
