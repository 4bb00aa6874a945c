package io.platformapi.jaxrs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.platformapi.contract.dialect.Contract;
import io.platformapi.contract.reader.ContractReader;
import io.platformapi.contract.source.Access;
import io.platformapi.jaxrs.Shelves.Filter;
import io.platformapi.jaxrs.Shelves.MeApi;
import io.platformapi.jaxrs.Shelves.NotesApi;
import io.platformapi.jaxrs.Shelves.OthersApi;
import io.platformapi.jaxrs.Shelves.Thing;
import io.platformapi.jaxrs.Shelves.ThingsApi;
import jakarta.ws.rs.ClientErrorException;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.container.AsyncResponse;
import jakarta.ws.rs.container.Suspended;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.SecurityContext;
import jakarta.ws.rs.core.UriInfo;
import jakarta.ws.rs.sse.SseEventSink;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.ConsoleHandler;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

final class ContractServerTest {

    private static final String DOCUMENT = """
            openapi: 3.1.0
            info: {title: Things, version: 1.0.0}
            servers: [{url: 'https://api.example.com/v1'}]
            components:
              securitySchemes:
                token: {type: http, scheme: bearer}
              schemas:
                Thing:
                  type: object
                  required: [name]
                  properties:
                    name: {type: string}
                    since: {type: string, format: date}
                    sizes: {type: array, items: {type: integer}}
            paths:
              /things:
                get:
                  operationId: listThings
                  parameters:
                    - {name: since, in: query, schema: {type: string, format: date}}
                    - {name: tags, in: query, style: pipeDelimited, explode: false, schema: {type: array, items: {type: string}}}
                    - {name: days, in: query, explode: false, schema: {type: array, items: {type: string, format: date}}}
                    - name: filter
                      in: query
                      style: deepObject
                      schema: {type: object, properties: {color: {type: string}, size: {type: integer}}}
                    - {name: limit, in: query, schema: {type: integer, maximum: 9, default: 5}}
                    - {name: X-Trace, in: header, schema: {type: string, default: none}}
                  responses: {'200': {description: d, content: {application/json: {schema: {type: object}}}}}
                post:
                  operationId: addThing
                  requestBody:
                    required: true
                    content:
                      application/json: {schema: {$ref: '#/components/schemas/Thing'}}
                      application/xml: {schema: {$ref: '#/components/schemas/Thing'}}
                  responses:
                    '201':
                      description: d
                      content:
                        application/json: {schema: {$ref: '#/components/schemas/Thing'}}
                        application/xml: {schema: {$ref: '#/components/schemas/Thing'}}
              /things/{thing}:
                parameters: [{name: thing, in: path, required: true, schema: {type: string}}]
                get:
                  operationId: getThing
                  responses: {'200': {description: d, content: {application/json: {schema: {type: object}}}}}
                delete:
                  operationId: removeThing
                  responses: {'202': {description: d}}
                put:
                  operationId: renameThing
                  requestBody:
                    content:
                      application/x-www-form-urlencoded:
                        schema: {type: object, required: [name], properties: {name: {type: string, maxLength: 5}}}
                  responses: {'200': {description: d, content: {application/json: {schema: {type: object}}}}}
              /things/{thing}/parts:
                parameters: [{name: thing, in: path, required: true, schema: {type: string}}]
                post:
                  operationId: addPart
                  responses: {'201': {description: d, headers: {Location: {schema: {type: string}}}}}
              /picture:
                get:
                  operationId: picture
                  responses:
                    '200':
                      description: d
                      content: {image/png: {}, image/gif: {}}
              /word:
                post:
                  operationId: word
                  requestBody: {content: {application/json: {schema: {type: string}}}}
                  responses:
                    '200': {description: d, content: {application/json: {schema: {type: string}}}}
                    '409': {description: d, content: {application/vnd.taken+json: {schema: {type: object}}}}
              /me:
                get:
                  operationId: whoAmI
                  security: [{token: []}]
                  responses: {'200': {description: d, content: {application/json: {schema: {type: object}}}}}
              /notes:
                post:
                  operationId: note
                  requestBody: {content: {text/plain: {schema: {type: string}}}}
                  responses: {'200': {description: d, content: {text/plain: {schema: {type: string}}}}}
            """;

    private static final HttpClient CLIENT = HttpClient.newHttpClient();
    private static ContractServer server;

    private static final class Things implements ThingsApi {

        @Override
        public Map<String, Object> listThings(
                LocalDate since, List<String> tags, List<LocalDate> days, Filter filter, Integer limit, String trace) {
            return Map.of("said", since + " " + tags + " " + days + " " + filter + " " + limit + " " + trace);
        }

        @Override
        public Thing addThing(Thing thing) {
            return thing;
        }

        @Override
        public Map<String, String> getThing(String thing) {
            return switch (thing) {
                case "gone" -> throw new NotFoundException("There is no thing called gone.");
                case "taken" -> throw new ClientErrorException(409);
                case "broken" -> throw new IllegalStateException("secret");
                default -> Map.of("thing", thing);
            };
        }

        @Override
        public void removeThing(String thing) {
            // nothing is kept
        }

        @Override
        public Map<String, String> renameThing(String thing, String name) {
            return Map.of(thing, name);
        }
    }

    private static final class Others implements OthersApi {

        @Override
        public Response addPart(String thing, UriInfo asked) {
            return thing.equals("near")
                    ? Response.created(URI.create("/things/near/parts/1")).build()
                    : Response.created(asked.getAbsolutePathBuilder().path("1").build())
                            .build();
        }

        @Override
        public byte[] picture() {
            return new byte[] {'G', 'I', 'F'};
        }

        @Override
        public String word(String word) {
            if (word.equals("taken")) {
                throw new ClientErrorException(
                        Response.status(409).entity(Map.of("word", word)).build());
            }
            return word;
        }
    }

    private static final class Me implements MeApi {
        @Override
        public Map<String, String> whoAmI(SecurityContext caller) {
            return Map.of("name", caller.getUserPrincipal().getName());
        }
    }

    private static final class Notes implements NotesApi {
        @Override
        public Response note(String text) {
            return Response.ok(text.toUpperCase(Locale.ROOT))
                    .header("X-Length", text.length())
                    .build();
        }
    }

    private static Contract contract(String document) {
        return new ContractReader(Access.SAME_ORIGIN).read(document, URI.create("file:///things.yaml"), "things.yaml");
    }

    @BeforeAll
    static void start() throws IOException {
        KnownCallers callers =
                (request, operation) -> request.headers().text("Authorization").equals("Bearer ada")
                        ? Optional.of(() -> "Ada")
                        : Optional.empty();
        server = ContractServer.of(contract(DOCUMENT))
                .callers(callers)
                .start(new Things(), new Others(), new Me(), new Notes());
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    private static HttpResponse<String> send(String method, String target, String body, String... headers)
            throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(server.uri() + target))
                .method(method, body.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(body));
        if (headers.length > 0) {
            request.headers(headers);
        }
        return CLIENT.send(request.build(), BodyHandlers.ofString());
    }

    private static HttpResponse<String> get(String target, String... headers) throws Exception {
        return send("GET", target, "", headers);
    }

    @Test
    void givesResourcesParametersOfEveryStyleAsTheirTypes() throws Exception {
        assertThat(get(
                                "/things?since=2026-01-31&tags=a%7Cb&days=2026-02-01,2026-02-02&filter%5Bcolor%5D=red&filter%5Bsize%5D=4&limit=7",
                                "X-Trace", "t1")
                        .body())
                .isEqualTo("{\"said\":\"2026-01-31 [a, b] [2026-02-01, 2026-02-02] Filter[color=red, size=4] 7 t1\"}");
    }

    @Test
    void fillsInTheDefaultsOfTheDocument() throws Exception {
        assertThat(get("/things").body()).isEqualTo("{\"said\":\"null [] [] null 5 none\"}");
    }

    @Test
    void refusesWhatTheDocumentDoesNotAllowBeforeAResourceSeesIt() throws Exception {
        HttpResponse<String> answer = get("/things?limit=10&since=today");

        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.headers().firstValue("Content-Type")).contains("application/problem+json");
        assertThat(answer.body())
                .contains("\"detail\":\"query since: expected a date")
                .contains("\"detail\":\"query limit: expected");
    }

    private static String firstLine(String target) throws IOException {
        try (Socket socket = new Socket(server.uri().getHost(), server.uri().getPort())) {
            String request = "GET " + target + " HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n";
            socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
            return new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8))
                    .readLine();
        }
    }

    @Test
    void takesTargetsThatJavaTakesForNoUri() throws Exception {
        assertThat(firstLine("/things?other=%&limit=3")).isEqualTo("HTTP/1.1 200 OK");
        assertThat(firstLine("/things/a|b^c")).isEqualTo("HTTP/1.1 200 OK");
        assertThat(get("/things/a%20b%2Fc%22").body()).isEqualTo("{\"thing\":\"a b/c\\\"\"}");
    }

    /** A resource gets what was sent, so a coding that nobody undoes is none that it could be given. */
    @Test
    void refusesBodiesThatAreCodedAndSaysThatNoCodingIsTaken() throws Exception {
        HttpResponse<String> coded =
                send("POST", "/things", "{}", "Content-Type", "application/json", "Content-Encoding", "gzip");

        assertThat(coded.statusCode()).isEqualTo(415);
        assertThat(coded.headers().firstValue("Accept-Encoding")).contains("identity");
        assertThat(coded.body()).contains("A body that is coded as 'gzip' is not read here.");
    }

    @Test
    void answersMethodsThatTheDocumentDoesNotHave() throws Exception {
        assertThat(send("PATCH", "/things", "").headers().firstValue("Allow")).contains("GET, HEAD, POST");
        assertThat(get("/nowhere").statusCode()).isEqualTo(404);
        HttpResponse<String> options = send("OPTIONS", "/things", "");
        assertThat(options.statusCode()).isEqualTo(405);
        assertThat(options.headers().firstValue("Allow")).contains("GET, HEAD, POST");
        HttpResponse<String> head = send("HEAD", "/things", "");
        assertThat(head.statusCode()).isEqualTo(get("/things").statusCode());
        assertThat(head.headers().firstValue("Content-Type"))
                .isEqualTo(get("/things").headers().firstValue("Content-Type"));
    }

    @Test
    void givesAndTakesBodiesInEveryTypeOfTheDocument() throws Exception {
        String thing = "{\"name\":\"a\",\"since\":\"2026-01-31\",\"sizes\":[1,2]}";

        HttpResponse<String> json = send("POST", "/things", thing, "Content-Type", "application/json");
        assertThat(json.statusCode()).isEqualTo(201);
        assertThat(json.body()).isEqualTo(thing);

        HttpResponse<String> xml =
                send("POST", "/things", thing, "Content-Type", "application/json", "Accept", "application/xml");
        assertThat(xml.headers().firstValue("Content-Type").orElse("")).startsWith("application/xml");
        assertThat(send("POST", "/things", xml.body(), "Content-Type", "application/xml")
                        .body())
                .isEqualTo(thing);
    }

    @Test
    void givesFormsAndTextsAsTheyWereSent() throws Exception {
        String form = "application/x-www-form-urlencoded";
        assertThat(send("PUT", "/things/a", "name=b+c", "Content-Type", form).body())
                .isEqualTo("{\"a\":\"b c\"}");
        assertThat(send("PUT", "/things/a", "name=too+long", "Content-Type", form)
                        .statusCode())
                .isEqualTo(422);

        HttpResponse<String> note = send("POST", "/notes", "wörds", "Content-Type", "text/plain; charset=utf-8");
        assertThat(note.body()).isEqualTo("WÖRDS");
        assertThat(note.headers().firstValue("X-Length")).contains("5");
    }

    @Test
    void answersBytesInTheTypeThatTheClientAccepts() throws Exception {
        HttpResponse<String> picture = get("/picture", "Accept", "image/gif");

        assertThat(picture.headers().firstValue("Content-Type")).contains("image/gif");
        assertThat(picture.body()).isEqualTo("GIF");
        assertThat(get("/picture", "Accept", "image/webp").headers().firstValue("Content-Type"))
                .contains("image/png");
    }

    @Test
    void readsAndWritesATextThatIsJson() throws Exception {
        assertThat(send("POST", "/word", "\"w\\u00f6rd\"", "Content-Type", "application/json")
                        .body())
                .isEqualTo("\"wörd\"");
    }

    @Test
    void answersADocumentedFailureInItsTypeWhateverTheClientAccepts() throws Exception {
        HttpResponse<String> taken =
                send("POST", "/word", "\"taken\"", "Content-Type", "application/json", "Accept", "application/json");

        assertThat(taken.statusCode()).isEqualTo(409);
        assertThat(taken.headers().firstValue("Content-Type")).contains("application/vnd.taken+json");
        assertThat(taken.body()).isEqualTo("{\"word\":\"taken\"}");
    }

    /** JAX-RS would look for it in the class whose path is {@code /things}. */
    @Test
    void findsOperationsOfAPathInWhicheverResourceTheyAre() throws Exception {
        HttpResponse<String> part = send("POST", "/things/far%2Faway/parts", "");

        assertThat(part.statusCode()).isEqualTo(201);
        assertThat(part.headers().firstValue("Location")).contains(server.uri() + "/things/far%2Faway/parts/1");
        assertThat(send("POST", "/v1/things/a/parts", "").headers().firstValue("Location"))
                .contains(server.uri() + "/v1/things/a/parts/1");
        assertThat(send("POST", "/things/near/parts", "").headers().firstValue("Location"))
                .contains("/things/near/parts/1");
    }

    @Test
    void answersByTheOneSuccessThatIsDocumented() throws Exception {
        assertThat(send("DELETE", "/things/a", "").statusCode()).isEqualTo(202);
    }

    @Test
    void tellsWhatAResourceThrows() throws Exception {
        HttpResponse<String> gone = get("/things/gone");
        assertThat(gone.statusCode()).isEqualTo(404);
        assertThat(gone.headers().firstValue("Content-Type")).contains("application/problem+json");
        assertThat(gone.body())
                .isEqualTo("{\"type\":\"about:blank\",\"title\":\"Not Found\",\"status\":404,"
                        + "\"detail\":\"There is no thing called gone.\"}");
        assertThat(get("/things/taken").body())
                .isEqualTo("{\"type\":\"about:blank\",\"title\":\"Conflict\",\"status\":409,\"detail\":\"Conflict.\"}");
    }

    @Test
    void keepsWhatFailedToItselfAndTheLog() throws Exception {
        List<LogRecord> heard = new CopyOnWriteArrayList<>();
        Logger log = Logger.getLogger(ThrownAnswers.class.getName());
        Handler ear = new ConsoleHandler() {
            @Override
            public void publish(LogRecord line) {
                heard.add(line);
            }
        };
        log.setUseParentHandlers(false);
        log.addHandler(ear);
        HttpResponse<String> broken = get("/things/broken");
        log.removeHandler(ear);
        log.setUseParentHandlers(true);

        assertThat(heard).singleElement().satisfies(line -> {
            assertThat(line.getThrown()).hasMessage("secret");
            assertThat(broken.body())
                    .isEqualTo("{\"type\":\"about:blank\",\"title\":\"Internal Server Error\",\"status\":500,"
                            + "\"detail\":\"Something failed on our side. Quote " + line.getMessage()
                            + " when you ask about it.\"}");
        });
    }

    @Test
    void letsNobodyInUnknownWhereTheDocumentAsksForCredentials() throws Exception {
        HttpResponse<String> unknown = get("/me", "Authorization", "Bearer eve");

        assertThat(unknown.statusCode()).isEqualTo(401);
        assertThat(unknown.headers().firstValue("WWW-Authenticate")).contains("Bearer");
        assertThat(get("/me", "Authorization", "Bearer ada").body()).isEqualTo("{\"name\":\"Ada\"}");
    }

    @Test
    void doesNotStartWithoutAllOfItsDocument() {
        Contract broken = contract(DOCUMENT.replace("{type: string, maxLength: 5}", "{type: string, pattern: '('}"));

        assertThatThrownBy(() -> ContractServer.of(broken)
                        .callers((request, operation) -> Optional.empty())
                        .start(new Things(), new Others(), new Me(), new Notes()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(
                        "Things cannot be served:\n  things.yaml:56 /paths/~1things~1{thing}/put/requestBody/content/"
                                + "application~1x-www-form-urlencoded/schema/properties/name/pattern \"pattern\" takes a regular"
                                + " expression; \"(\" is passed over, as if the keyword were not there; it has a ( without its )");
        assertThatThrownBy(() -> ContractServer.of(ContractServerTest.class.getResource("/openapi.yaml")))
                .isInstanceOf(IOException.class)
                .hasMessage("the program has no such resource as its document");
    }

    @Test
    void doesNotStartWithMethodsThatTheDocumentDoesNotHave() {
        Contract less = contract(DOCUMENT.replaceFirst("(?s)  /notes:.*", ""));

        assertThatThrownBy(() -> ContractServer.of(less)
                        .callers((request, operation) -> Optional.empty())
                        .start(new Things(), new Others(), new Me(), new Notes()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("Things cannot be served:\n  io.platformapi.jaxrs.ContractServerTest$Notes.note answers"
                        + " POST /notes, which the document does not have");
    }

    @Test
    void doesNotStartWithMethodsThatAnswerLater() {
        assertThatThrownBy(() -> ContractServer.of(contract(LATER)).start(new Later()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("""
                        Later cannot be served:
                          io.platformapi.jaxrs.ContractServerTest$Later.events answers later, and this server at once: return the value itself, without @Suspended, CompletionStage or events
                          io.platformapi.jaxrs.ContractServerTest$Later.stage answers later, and this server at once: return the value itself, without @Suspended, CompletionStage or events
                          io.platformapi.jaxrs.ContractServerTest$Later.suspended answers later, and this server at once: return the value itself, without @Suspended, CompletionStage or events""");
    }

    private static final String LATER = """
            openapi: 3.1.0
            info: {title: Later, version: 1.0.0}
            paths:
              /stage: {get: {responses: {'200': {description: d}}}}
              /suspended: {get: {responses: {'200': {description: d}}}}
              /events: {get: {responses: {'200': {description: d, content: {text/event-stream: {}}}}}}
            """;

    @Path("")
    public static final class Later {

        @GET
        @Path("/stage")
        public CompletableFuture<String> stage() {
            return CompletableFuture.completedFuture("late");
        }

        @GET
        @Path("/suspended")
        public void suspended(@Suspended AsyncResponse answer) {
            answer.resume("late");
        }

        @GET
        @Path("/events")
        @Produces("text/event-stream")
        public void events(@Context SseEventSink sink) throws IOException {
            sink.close();
        }
    }

    @Test
    void doesNotStartWhereItWouldNotDoWhatTheDocumentSays() {
        String parts = DOCUMENT.replace(
                "text/plain: {schema: {type: string}}}}\n", "multipart/form-data: {schema: {type: object}}}}\n");

        assertThatThrownBy(
                        () -> ContractServer.of(contract(parts)).start(new Things(), new Others(), new Me(), "notes"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("""
                        Things cannot be served:
                          things.yaml:78 /paths/~1me/get GET /me: it asks for credentials: say by callers(…) who is known
                          things.yaml:83 /paths/~1notes/post POST /notes: no resource answers it: give one that implements its interface
                          things.yaml:83 /paths/~1notes/post POST /notes: its body has several parts, which no resource is given
                          java.lang.String is no resource: neither it nor an interface of its has @Path""");
    }
}
