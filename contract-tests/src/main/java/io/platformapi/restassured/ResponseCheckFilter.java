package io.platformapi.restassured;

import io.platformapi.contract.Operation;
import io.platformapi.contract.Route;
import io.platformapi.contract.check.ResponseCheck;
import io.platformapi.contract.check.ResponseCheck.Undocumented;
import io.platformapi.contract.check.Violation;
import io.platformapi.contract.check.XmlSchemaCheck;
import io.platformapi.contract.dialect.Contract;
import io.platformapi.contract.http.Headers;
import io.platformapi.contract.http.HttpRequest;
import io.platformapi.contract.http.HttpResponse;
import io.platformapi.contract.source.Excerpt;
import io.restassured.filter.Filter;
import io.restassured.filter.FilterContext;
import io.restassured.http.Header;
import io.restassured.response.Response;
import io.restassured.specification.FilterableRequestSpecification;
import io.restassured.specification.FilterableResponseSpecification;
import java.net.URI;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A filter that holds every response to the contract, whatever else a test looks at.
 *
 * <pre>{@code
 * Contract contract = new ContractReader(Access.SAME_ORIGIN).read("openapi.yaml");
 * RestAssured.filters(new ResponseCheckFilter(contract, Undocumented.REFUSED));
 * }</pre>
 *
 * <p>A response that is not as documented fails the test that asked for it, with every violation at once; XML is also
 * held to the contract's XML Schemas, where it has some. What leads to no operation has to be refused with a 4xx. The
 * contract's paths may stand below the base path of the request. Immutable; may serve many threads.
 */
public final class ResponseCheckFilter implements Filter {

    private static final int LONGEST = 240;

    private final Contract contract;
    private final ResponseCheck check;
    private final XmlSchemaCheck xml;

    /**
     * A filter for one contract.
     *
     * @param contract what responses are held to
     * @param undocumented what becomes of members that a response has beyond those documented
     */
    public ResponseCheckFilter(Contract contract, Undocumented undocumented) {
        this.contract = contract;
        this.check = new ResponseCheck(contract.dialect().bodies(), undocumented);
        this.xml = new XmlSchemaCheck(
                contract.dialect().xmlSchemas(contract), contract.dialect().bodies(), undocumented);
    }

    /**
     * Passes the request on and checks what comes back.
     *
     * @throws AssertionError if the response is not as documented
     */
    @Override
    public Response filter(
            FilterableRequestSpecification request, FilterableResponseSpecification expected, FilterContext context) {
        Response response = context.next(request, expected);
        Route route = route(request);
        if (route instanceof Route.Found found) {
            checkDocumented(found.operation(), request, value(response));
        } else if (!(route instanceof Route.Options)) {
            checkRefused(request, value(response));
        }
        return response;
    }

    /** Where the whole path leads, else what is left of it behind the base path. */
    private Route route(FilterableRequestSpecification request) {
        URI uri = URI.create(request.getURI());
        String path = uri.getRawPath();
        Route whole = route(request.getMethod(), path);
        String base = (URI.create(request.getBaseUri()).getRawPath() + request.getBasePath()).replaceAll("/+$", "");
        return whole instanceof Route.NotFound && path.startsWith(base + "/")
                ? route(request.getMethod(), path.substring(base.length()))
                : whole;
    }

    private Route route(String method, String path) {
        return contract.route(HttpRequest.of(method, path, Headers.none()));
    }

    private static HttpResponse value(Response response) {
        Headers headers = Headers.none();
        for (Header header : response.getHeaders()) {
            headers = headers.and(header.getName(), header.getValue());
        }
        return new HttpResponse(response.getStatusCode(), headers, response.asByteArray());
    }

    private void checkDocumented(Operation operation, FilterableRequestSpecification request, HttpResponse answer) {
        List<Violation> violations = Stream.concat(
                        check.violations(operation, request.getMethod(), answer).stream(),
                        xml.violations(operation, answer).stream())
                .toList();
        if (!violations.isEmpty()) {
            throw new AssertionError(asked(request) + " is not answered as documented at "
                    + operation.node().place()
                    + violations.stream().map(violation -> "\n  " + violation).collect(Collectors.joining())
                    + "\n  in " + shown(answer));
        }
    }

    private static void checkRefused(FilterableRequestSpecification request, HttpResponse answer) {
        if (answer.status() / 100 != 4) {
            throw new AssertionError(asked(request) + " is not in the contract, so expected a refusal (4xx)"
                    + "\n  received " + shown(answer));
        }
    }

    private static String asked(FilterableRequestSpecification request) {
        return request.getMethod() + " " + request.getURI();
    }

    private static String shown(HttpResponse answer) {
        String line = (answer.status() + " " + answer.headers().text("Content-Type") + " " + answer.text())
                .replaceAll("\\s+", " ")
                .strip();
        return Excerpt.of(line, LONGEST);
    }
}
