package io.platformapi.verify;

import io.platformapi.ContractTests;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** One call of the command {@code verify}, with a document written in a test. */
record VerifyRun(int status, String out, String err) {

    private static final List<String> FEW = List.of("--random", "2", "--derived", "20");

    /** Tests a server against a document. */
    static VerifyRun of(Path folder, String document, URI server, String... more) throws IOException {
        Path file = Files.writeString(folder.resolve("api.yaml"), document);
        return of(Stream.of(List.of("--spec", file.toString(), "--url", server.toString()), FEW, List.of(more))
                .flatMap(List::stream)
                .toArray(String[]::new));
    }

    static VerifyRun of(String... arguments) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        int status = ContractTests.commandLine()
                .setOut(new PrintWriter(out, true))
                .setErr(new PrintWriter(err, true))
                .execute(
                        Stream.concat(Stream.of("verify"), Stream.of(arguments)).toArray(String[]::new));
        return new VerifyRun(status, out.toString(), err.toString());
    }

    /** A document with GET operations of these paths, each with a 200 in a type. */
    static String reads(String type, String... paths) {
        StringBuilder document = new StringBuilder("""
                openapi: 3.1.1
                info: {title: Evil, version: '1'}
                paths:
                """);
        for (String path : paths) {
            document.append(
                    "  %s: {get: {operationId: '%s', responses: {'200': {description: ok, content: {%s: {schema: {type: string}}}}}}}\n"
                            .formatted(path, path.substring(1), type));
        }
        return document.toString();
    }
}
