package io.platformapi.contract.reader;

import io.platformapi.contract.Operation;
import io.platformapi.contract.Router;
import io.platformapi.contract.SecurityScheme;
import io.platformapi.contract.Warning;
import io.platformapi.contract.dialect.Contract;
import io.platformapi.contract.dialect.Dialect;
import io.platformapi.contract.dialect.Dialects;
import io.platformapi.contract.keyword.Illegible;
import io.platformapi.contract.keyword.PlainSchemas;
import io.platformapi.contract.layout.Slip;
import io.platformapi.contract.layout.Spots;
import io.platformapi.contract.layout.Writing;
import io.platformapi.contract.schema.Schemas;
import io.platformapi.contract.source.Access;
import io.platformapi.contract.source.Loader;
import io.platformapi.contract.source.Node;
import io.platformapi.contract.source.Sources;
import io.platformapi.contract.source.UnreadableDocument;
import io.platformapi.contract.swagger.Upgrade;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Reads an OpenAPI document, 2.0, 3.0, 3.1 or 3.2, YAML or JSON, with what it refers to.
 *
 * <ol>
 *   <li>The text becomes a tree that knows its lines.
 *   <li>What is not OpenAPI is refused; 2.0 is upgraded.
 *   <li>Schemas become plain: what cannot be read of them is left out, for every tool alike; names become places. A
 *       reference to something that is not there is refused.
 *   <li>The dialect named by {@code x-dialect} derives what it leaves unwritten.
 *   <li>The tree becomes a {@link Contract}; what is merely wrong, by the table of fields or otherwise, becomes its
 *       warnings, at the place where it is written.
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
        Written written = Written.of(Sources.read(location, access));
        return model(written, written.document(), Dialects.of(written.document()));
    }

    /**
     * What is wrong with the writing of a document, even of one that cannot be read as a whole.
     *
     * @throws UnreadableDocument if there is no text, or none whose objects can be told
     */
    public List<Warning> faults(String location) {
        Node text = Sources.read(location, access);
        Spots spots = Spots.written(text);
        Stream<Warning> broken =
                spots.broken().stream().map(each -> new Warning(each.place(), "unreadable", each.problem()));
        return Stream.concat(Warnings.told(Writing.of(text, spots)).stream(), broken)
                .toList();
    }

    private Contract contract(Node text) {
        Written written = Written.of(text);
        Dialect dialect = Dialects.of(written.document());
        return model(written, dialect.derived(written.document()), dialect);
    }

    /** A document in plain schemas, and what is wrong with it as it was written. */
    private record Written(Node document, List<Illegible> unread, List<Slip> slips) {

        static Written of(Node text) {
            Node document = ContractReader.document(text);
            Spots spots = Spots.written(text);
            PlainSchemas.Reading plain =
                    document == text ? PlainSchemas.of(document, spots) : PlainSchemas.of(document);
            return new Written(plain.document(), plain.unread(), Writing.of(text, spots));
        }
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
                            + " is not read; 2.0 is, and OpenAPI 3.0, 3.1 and 3.2");
        }
        if (!document.isObject() || !document.member("openapi").exists()) {
            throw document.unreadable(
                    "this is no OpenAPI document: it has no \"openapi\" member; write openapi: 3.1.1");
        }
        if (!document.text("openapi", "").matches("3\\.[0-2](\\..*)?")) {
            throw document.member("openapi")
                    .unreadable("OpenAPI " + document.text("openapi", "?") + " is not read; 2.0, 3.0, 3.1 and 3.2 are");
        }
        boolean empty = List.of("paths", "webhooks", "components").stream()
                .noneMatch(name -> document.member(name).exists());
        if (empty) {
            throw document.unreadable("the document has no \"paths\"; an API without operations is written paths: {}");
        }
    }

    private static Contract model(Written written, Node document, Dialect dialect) {
        Schemas schemas = new Schemas(document);
        Parts parts = new Parts(schemas);
        OperationReader reader = new OperationReader(document, parts);
        List<Operation> operations = reader.operations(document.member("paths"));
        List<Operation> webhooks = reader.operations(document.member("webhooks"));
        Map<String, SecurityScheme> schemes = KnownSchemes.of(document, operations);
        Node info = document.member("info");
        return new Contract(
                document,
                info.text("title", ""),
                info.text("version", ""),
                dialect,
                schemas,
                parts.servers(document),
                operations,
                webhooks,
                schemes,
                new Router(operations, dialect.pathMatching()),
                Warnings.of(written.unread(), written.slips(), document, operations, webhooks, schemes.keySet()),
                written.unread());
    }
}
