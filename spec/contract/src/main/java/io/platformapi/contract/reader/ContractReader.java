package io.platformapi.contract.reader;

import io.platformapi.contract.Operation;
import io.platformapi.contract.Router;
import io.platformapi.contract.SecurityScheme;
import io.platformapi.contract.dialect.Contract;
import io.platformapi.contract.dialect.Dialect;
import io.platformapi.contract.dialect.Dialects;
import io.platformapi.contract.keyword.Illegible;
import io.platformapi.contract.keyword.PlainSchemas;
import io.platformapi.contract.schema.Schemas;
import io.platformapi.contract.source.Access;
import io.platformapi.contract.source.Loader;
import io.platformapi.contract.source.Node;
import io.platformapi.contract.source.Sources;
import io.platformapi.contract.source.UnreadableDocument;
import io.platformapi.contract.swagger.Upgrade;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Reads an OpenAPI document, 2.0, 3.0 or 3.1, YAML or JSON, with what it refers to.
 *
 * <ol>
 *   <li>The text becomes a tree that knows its lines.
 *   <li>What is not OpenAPI is refused; 2.0 is upgraded.
 *   <li>Schemas become plain: what cannot be read of them is left out, for every tool alike; names become places. A
 *       reference to something that is not there is refused.
 *   <li>The dialect named by {@code x-dialect} derives what it leaves unwritten.
 *   <li>The tree becomes a {@link Contract}; what is merely wrong becomes its warnings.
 * </ol>
 */
public final class ContractReader {

    private final Access access;

    /**
     * A reader.
     *
     * @param access what references may load
     */
    public ContractReader(Access access) {
        this.access = access;
    }

    /**
     * Reads the document in a file or at an address.
     *
     * @throws UnreadableDocument if it cannot be read; the message says where and what would be right
     */
    public Contract read(String location) {
        return contract(Sources.read(location, access));
    }

    /** The same, each file of the document through a loader. */
    public Contract read(String location, Loader loader) {
        return contract(Sources.read(location, access, loader));
    }

    /** Reads the document at an address that only a loader knows; {@code name} is what the user calls it. */
    public Contract read(URI uri, String name, Loader loader) {
        return contract(Sources.read(uri, name, access, loader));
    }

    /** Reads a document given as text; references resolve against {@code uri}. */
    public Contract read(String text, URI uri, String name) {
        return contract(Sources.of(text, uri, name, access));
    }

    /** Reads a document as it is written, without what its dialect derives: for those who judge the writing. */
    public Contract readWritten(String location) {
        PlainSchemas.Reading plain = PlainSchemas.of(document(Sources.read(location, access)));
        return model(plain.document(), Dialects.of(plain.document()), plain.unread());
    }

    private Contract contract(Node text) {
        PlainSchemas.Reading plain = PlainSchemas.of(document(text));
        Dialect dialect = Dialects.of(plain.document());
        return model(dialect.derived(plain.document()), dialect, plain.unread());
    }

    private static Node document(Node text) {
        Node document = isSwagger(text) ? Upgrade.of(text) : text;
        checkVersion(document);
        return document;
    }

    private static boolean isSwagger(Node document) {
        return document.text("swagger", "").matches("2(\\.0)?");
    }

    private static void checkVersion(Node document) {
        if (document.member("swagger").exists()) {
            throw document.member("swagger")
                    .unreadable("Swagger " + document.text("swagger", "?")
                            + " is not read; 2.0 is, and OpenAPI 3.0 and 3.1");
        }
        if (!document.isObject() || !document.member("openapi").exists()) {
            throw document.unreadable(
                    "this is no OpenAPI document: it has no \"openapi\" member; write openapi: 3.1.1");
        }
        if (!document.text("openapi", "").matches("3\\.[0-2](\\..*)?")) {
            throw document.member("openapi")
                    .unreadable("OpenAPI " + document.text("openapi", "?") + " is not read; 3.0 and 3.1 are");
        }
        boolean empty = List.of("paths", "webhooks", "components").stream()
                .noneMatch(name -> document.member(name).exists());
        if (empty) {
            throw document.unreadable("the document has no \"paths\"; an API without operations is written paths: {}");
        }
    }

    private static Contract model(Node document, Dialect dialect, List<Illegible> unread) {
        Schemas schemas = new Schemas(document);
        Parts parts = new Parts(schemas);
        OperationReader reader = new OperationReader(document, parts);
        List<Operation> operations = reader.operations(document.member("paths"));
        Node info = document.member("info");
        return new Contract(
                document,
                info.text("title", ""),
                info.text("version", ""),
                dialect,
                schemas,
                parts.servers(document),
                operations,
                reader.operations(document.member("webhooks")),
                schemes(document),
                new Router(operations, dialect.pathMatching()),
                Stream.of(Warnings.of(unread), Warnings.of(document, operations))
                        .flatMap(List::stream)
                        .toList(),
                unread);
    }

    private static Map<String, SecurityScheme> schemes(Node document) {
        Map<String, SecurityScheme> schemes = new LinkedHashMap<>();
        document.member("components").member("securitySchemes").members().forEach((name, node) -> {
            Node scheme = node.resolved();
            schemes.put(
                    name,
                    new SecurityScheme(
                            name,
                            scheme.text("type", ""),
                            scheme.text("scheme", "").toLowerCase(java.util.Locale.ROOT),
                            scheme.text("in", ""),
                            scheme.text("name", ""),
                            scheme));
        });
        return schemes;
    }
}
