package io.platformapi.contract.dialect;

import io.platformapi.contract.Operation;
import io.platformapi.contract.Route;
import io.platformapi.contract.Router;
import io.platformapi.contract.SecurityScheme;
import io.platformapi.contract.Server;
import io.platformapi.contract.Warning;
import io.platformapi.contract.http.HttpRequest;
import io.platformapi.contract.keyword.Illegible;
import io.platformapi.contract.schema.Schema;
import io.platformapi.contract.schema.Schemas;
import io.platformapi.contract.source.Node;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * An OpenAPI document as programs use it.
 *
 * <p>Immutable and thread-safe. {@link io.platformapi.contract.reader.ContractReader} makes one from a document.
 *
 * @param document the root of the document, aliases derived by the dialect included
 * @param title {@code info.title}
 * @param version {@code info.version}
 * @param dialect the habits the API follows beyond OpenAPI
 * @param schemas the document's schemas
 * @param servers the addresses the API is served at
 * @param operations every operation, in the order of the document
 * @param webhooks what the server sends by itself; their paths are the webhooks' names
 * @param securitySchemes the ways to authenticate, by name
 * @param router finds an operation
 * @param warnings what is wrong with the document without keeping it from being served
 * @param illegible what of the document cannot be read and is left out of it; among the warnings, too
 */
public record Contract(
        Node document,
        String title,
        String version,
        Dialect dialect,
        Schemas schemas,
        List<Server> servers,
        List<Operation> operations,
        List<Operation> webhooks,
        Map<String, SecurityScheme> securitySchemes,
        Router router,
        List<Warning> warnings,
        List<Illegible> illegible) {

    /** The operation of an id. */
    public Optional<Operation> operation(String id) {
        return operations.stream()
                .filter(operation -> operation.id().equals(id))
                .findFirst();
    }

    /** The schema of a component. */
    public Optional<Schema> schema(String name) {
        Node node = document.member("components").member("schemas").member(name);
        return node.exists() ? Optional.of(schemas.of(node)) : Optional.empty();
    }

    /** Where a request leads, by the dialect's rules for paths. */
    public Route route(HttpRequest request) {
        return dialect.route(this, request);
    }
}
