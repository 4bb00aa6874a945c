package io.platformapi.contract.dialect;

import com.fasterxml.jackson.databind.JsonNode;
import io.platformapi.contract.Operation;
import io.platformapi.contract.PathMatching;
import io.platformapi.contract.Response;
import io.platformapi.contract.Route;
import io.platformapi.contract.body.Bodies;
import io.platformapi.contract.check.BoundRequest;
import io.platformapi.contract.check.Refusal;
import io.platformapi.contract.http.Headers;
import io.platformapi.contract.http.HttpRequest;
import io.platformapi.contract.http.HttpResponse;
import io.platformapi.contract.http.MediaType;
import io.platformapi.contract.source.Node;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The habits of an API. Implementations are immutable and thread-safe; their methods are pure functions over values.
 */
public interface Dialect {

    /** The name in {@code x-dialect}; empty for plain OpenAPI. */
    String name();

    /**
     * The document with what the dialect leaves unwritten. Deriving twice is deriving once.
     *
     * @param document the root as written; it is not changed
     */
    Node derived(Node document);

    /** The document as it is handed out, with what readers need who know nothing of the dialect. */
    default JsonNode published(Contract contract) {
        return contract.document().json();
    }

    /**
     * A page for people that APIs of the dialect have besides their operations; empty where a request asks for none.
     */
    default Optional<HttpResponse> page(Contract contract, HttpRequest request) {
        return Optional.empty();
    }

    /** The words of the links to such pages, by target. */
    default Map<String, String> links() {
        return Map.of();
    }

    /** The operations that each type of request calls, by the type's name; none where requests are no types. */
    default Map<String, List<Operation>> messages(Contract contract) {
        return Map.of();
    }

    /** The types that clients' libraries for APIs of the dialect bring along. */
    default Set<String> libraryTypes() {
        return Set.of();
    }

    PathMatching pathMatching();

    /** How bodies are read and written. */
    Bodies bodies();

    /** Where a request leads. */
    Route route(Contract contract, HttpRequest request);

    /**
     * The operation that a request really calls: the one its alias stands for, or the route's own if it is no alias.
     */
    Operation target(Route.Found route);

    /** Whether an operation only reads, whatever method calls it. */
    boolean isSafe(Operation operation);

    /** The keywords by which a schema says how its values are written as XML. */
    List<String> xmlKeywords();

    /** Why a request cannot be read, or no answer could be: 415 for its type, 406 for what it accepts. */
    Optional<Refusal> negotiation(Route.Found route, HttpRequest request);

    /** Reads a request and binds its values; call {@link #negotiation} before. */
    BoundRequest bind(Route.Found route, HttpRequest request);

    /**
     * The ways to ask for an answer in a type, each the request changed accordingly, by a name of that way such as
     * {@code accept}.
     */
    Map<String, HttpRequest> asking(HttpRequest request, MediaType type);

    /** What the request examples of one name say, as {@link #bind} would read them; parts without one are not given. */
    BoundRequest example(Route.Found route, String name);

    /** The type to answer in, of those the response documents; empty if the client accepts none of them. */
    Optional<MediaType> answerType(Route.Found route, Response response, HttpRequest request);

    /** Whether a request says in another way than by {@code Accept} in which format it wants its answer. */
    default boolean choosesFormat(Route.Found route, HttpRequest request) {
        return false;
    }

    /** The header fields of every answer of a route, whatever its status. */
    Headers answerHeaders(Route route);

    /** The header fields that come with a body of a type, besides the type itself. */
    Headers bodyHeaders(Route route, MediaType type);

    /** The XML Schemas of the contract's bodies, by file name; none where its XML has no schema. */
    Map<String, String> xmlSchemas(Contract contract);

    /**
     * The statuses whose documented responses may stand for a refusal, the best first; none where the dialect's own
     * answer is always the right one.
     */
    List<Integer> documentedAs(Refusal refusal);

    /** The answer that says why a request is refused, in a format the client accepts if there is one. */
    HttpResponse refusal(Contract contract, Refusal refusal, Route route, HttpRequest request);

    /** The same with another status, such as that of a gateway. */
    default HttpResponse failure(Contract contract, int status, Refusal refusal, HttpRequest request) {
        HttpResponse page = refusal(contract, refusal, new Route.NotFound(), request);
        return new HttpResponse(status, page.headers(), page.body());
    }
}
