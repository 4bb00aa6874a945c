package io.platformapi.verify;

import static io.platformapi.verify.PetServer.PETS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.platformapi.contract.Route;
import io.platformapi.contract.check.RequestCheck;
import io.platformapi.contract.check.ResponseCheck.Undocumented;
import io.platformapi.contract.dialect.Contract;
import io.platformapi.contract.http.Headers;
import io.platformapi.contract.http.HttpRequest;
import io.platformapi.contract.http.HttpResponse;
import io.platformapi.contract.reader.ContractReader;
import io.platformapi.contract.source.Access;
import io.platformapi.verify.cases.Budget;
import io.platformapi.verify.cases.Cases;
import io.platformapi.verify.cases.Credentials;
import io.platformapi.verify.checks.Checks;
import io.platformapi.verify.checks.Failure.Blame;
import io.platformapi.verify.checks.Target;
import java.io.IOException;
import java.net.URI;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Servers that each break one thing: each check has one that trips it, and nothing else does. */
class FaultyServersTest {

    private static final Target GOOD = new PetServer();

    private static Set<String> broken(Target target) throws IOException {
        return outcome(target).causes().stream()
                .map(cause -> cause.first().check())
                .collect(Collectors.toSet());
    }

    private static Outcome outcome(Target target) throws IOException {
        Credentials credentials = Credentials.of(Headers.of("Authorization", "Bearer key"), PETS);
        Cases cases = new Cases(PETS, credentials, new Budget(10, 200, 1));
        return new Verification(cases, Checks.of(PETS, Undocumented.REFUSED), target, Verification.Progress.NONE)
                .outcome(PETS.operations());
    }

    /** The good server, some of whose answers are changed. */
    private static Target changed(Predicate<HttpResponse> which, UnaryOperator<HttpResponse> change) {
        return request -> {
            HttpResponse answer = GOOD.answer(request);
            return which.test(answer) ? change.apply(answer) : answer;
        };
    }

    /** The good server, that takes some requests for others. */
    private static Target mistaking(UnaryOperator<HttpRequest> mistake) {
        return request -> GOOD.answer(mistake.apply(request));
    }

    private static HttpRequest with(HttpRequest request, String header, String value) {
        return new HttpRequest(
                request.method(),
                request.path(),
                request.query(),
                request.headers().with(header, value),
                request.body());
    }

    private static Predicate<HttpResponse> status(int status) {
        return answer -> answer.status() == status;
    }

    private static HttpResponse list(String body, String... headers) {
        return HttpResponse.of(200, "application/json", PetServer.bytes(body)).with(Headers.of(headers));
    }

    @Test
    void findsNothingWrongWithAGoodServer() throws IOException {
        Outcome outcome = outcome(GOOD);

        assertThat(outcome.causes()).isEmpty();
        assertThat(outcome.tested()).containsExactlyInAnyOrder("GET /pets", "POST /pets");
        assertThat(outcome.requests()).isGreaterThan(60);
    }

    @Test
    void noServerError() throws IOException {
        assertThat(broken(changed(status(400), answer -> PetServer.problem(500, "Oops"))))
                .containsExactly("no-server-error");
    }

    @Test
    void documentedStatus() throws IOException {
        assertThat(broken(changed(status(201), answer -> new HttpResponse(200, answer.headers(), answer.body()))))
                .containsExactly("documented-status");
    }

    @Test
    void documentedType() throws IOException {
        assertThat(broken(changed(status(201), answer -> HttpResponse.of(201, "text/html", answer.body()))))
                .containsExactly("documented-type");
    }

    @Test
    void documentedHeaders() throws IOException {
        assertThat(broken(changed(status(200), answer -> list("[]")))).containsExactly("documented-headers");
        assertThat(broken(changed(status(200), answer -> list("[]", "X-Total", "many"))))
                .containsExactly("documented-headers");
    }

    @Test
    void documentedBody() throws IOException {
        assertThat(broken(changed(status(200), answer -> list("[{\"id\":1}]", "X-Total", "1"))))
                .containsExactly("documented-body");
        assertThat(broken(changed(status(200), answer -> list("[", "X-Total", "1"))))
                .containsExactly("documented-body");
        assertThat(broken(changed(status(200), answer -> list("", "X-Total", "1"))))
                .containsExactly("documented-body");
    }

    @Test
    void invalidRequestRefused() throws IOException {
        Target target = changed(
                status(400),
                answer -> HttpResponse.of(
                        201, "application/json", PetServer.bytes("{\"id\":1,\"name\":\"x\",\"kind\":\"cat\"}")));

        assertThat(broken(request -> request.method().equals("POST") ? target.answer(request) : GOOD.answer(request)))
                .containsExactly("invalid-request-refused");
    }

    @Test
    void validRequestAccepted() throws IOException {
        assertThat(broken(changed(status(201), answer -> PetServer.problem(400, "No more pets"))))
                .containsExactly("valid-request-accepted");
    }

    @Test
    void unsupportedTypeRefused() throws IOException {
        assertThat(broken(mistaking(
                        request -> request.hasBody() ? with(request, "Content-Type", "application/json") : request)))
                .containsExactly("unsupported-type-refused");
        assertThat(broken(changed(status(415), answer -> PetServer.problem(400, "What?"))))
                .containsExactly("unsupported-type-refused");
    }

    @Test
    void aBodyOfAnotherTypeMayBeReadWhereNothingForbidsIt() throws IOException {
        Contract lenient =
                new ContractReader(Access.SAME_ORIGIN).read("""
                openapi: 3.1.1
                info: {title: Lenient, version: '1'}
                paths:
                  /a:
                    post:
                      requestBody: {required: true, content: {application/json: {schema: {type: object, required: [n], properties: {n: {type: integer}}}}}}
                      responses: {'200': {description: ok}, '400': {description: bad}}
                """, URI.create("file:///lenient.yaml"), "lenient.yaml");
        Target server = request -> {
            HttpRequest read = request.hasBody() ? with(request, "Content-Type", "application/json") : request;
            if (!(lenient.route(read) instanceof Route.Found route)) {
                boolean known = lenient.route(read) instanceof Route.MethodNotAllowed;
                return known ? HttpResponse.of(405, Headers.of("Allow", "POST")) : HttpResponse.of(404, Headers.none());
            }
            boolean valid =
                    RequestCheck.violations(lenient.dialect().bind(route, read)).isEmpty();
            return HttpResponse.of(valid ? 200 : 400, Headers.none());
        };
        Cases cases = new Cases(lenient, Credentials.of(Headers.none(), lenient), new Budget(10, 200, 1));
        Outcome outcome = new Verification(
                        cases, Checks.of(lenient, Undocumented.ALLOWED), server, Verification.Progress.NONE)
                .outcome(lenient.operations());

        assertThat(outcome.causes())
                .extracting(
                        cause -> cause.first().check(),
                        cause -> cause.first().blame(),
                        cause -> cause.first().expected())
                .containsExactly(tuple(
                        "unsupported-type-refused",
                        Blame.NOBODY,
                        "415, which no rule obliges to (RFC 9110, section 15.5.16), nor does the document"));
    }

    @Test
    void unacceptableTypeRefused() throws IOException {
        assertThat(broken(mistaking(request -> with(request, "Accept", "*/*"))))
                .containsExactly("unacceptable-type-refused");
    }

    @Test
    void credentialsRequired() throws IOException {
        assertThat(broken(mistaking(request -> with(request, "Authorization", "Bearer key"))))
                .containsExactly("credentials-required");
    }

    @Test
    void undocumentedMethodRefused() throws IOException {
        assertThat(broken(mistaking(request -> request.method().equals("PATCH") ? request.withMethod("GET") : request)))
                .containsExactly("undocumented-method-refused");
    }

    @Test
    void unknownPathRefused() throws IOException {
        assertThat(broken(
                        mistaking(request -> request.path().startsWith("/pets") ? request : request.withPath("/pets"))))
                .containsExactly("unknown-path-refused");
    }

    @Test
    void allowHeader() throws IOException {
        assertThat(broken(changed(status(405), answer -> PetServer.problem(405, "Not that way"))))
                .containsExactly("allow-header");
    }

    @Test
    void headLikeGet() throws IOException {
        assertThat(broken(request ->
                        request.method().equals("HEAD") ? HttpResponse.of(204, Headers.none()) : GOOD.answer(request)))
                .containsExactly("credentials-required", "head-like-get");
    }

    @Test
    void headLikeGetIsShownByTheHead() throws IOException {
        Cause cause = outcome(request ->
                        request.method().equals("HEAD") ? HttpResponse.of(204, Headers.none()) : GOOD.answer(request))
                .causes()
                .iterator()
                .next();

        assertThat(cause.first().asked().request().method()).isEqualTo("HEAD");
    }

    @Test
    void answers() throws IOException {
        assertThat(broken(request -> {
                    if (request.query().contains("limit=101")) {
                        throw new IOException("connection reset");
                    }
                    return GOOD.answer(request);
                }))
                .containsExactly("answers");
    }

    @Test
    void tellsOneCauseOnce() throws IOException {
        List<Cause> untitled = List.copyOf(outcome(changed(
                        answer -> answer.status() >= 400,
                        answer -> new HttpResponse(answer.status(), answer.headers(), PetServer.bytes("{}"))))
                .causes());

        assertThat(untitled).hasSize(1);
        assertThat(untitled.get(0).cases()).isGreaterThan(10);
        assertThat(untitled.get(0).subjects()).containsExactly("GET /pets", "POST /pets");
    }
}
