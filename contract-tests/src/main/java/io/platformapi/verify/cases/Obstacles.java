package io.platformapi.verify.cases;

import io.platformapi.contract.Content;
import io.platformapi.contract.Operation;
import io.platformapi.contract.Parameter;
import io.platformapi.contract.RequestBody;
import io.platformapi.contract.example.Depths;
import io.platformapi.contract.schema.Schema;
import java.util.List;
import java.util.stream.Stream;

/** Tells why no valid request can be made up for an operation. */
public final class Obstacles {

    private Obstacles() {}

    /** The reason as a clause, with what to do about it where something can be done. */
    public static String of(Operation operation) {
        if (operation.path().text().contains("#")) {
            return "a fragment tells it apart, which no request can send";
        }
        return Stream.concat(parameters(operation), body(operation))
                .findFirst()
                .orElse("no valid request could be made up; document an example");
    }

    private static Stream<String> parameters(Operation operation) {
        return operation.parameters().stream()
                .filter(Parameter::required)
                .filter(parameter -> parameter.examples().isEmpty())
                .map(Parameter::schema)
                .filter(Obstacles::isEndless)
                .map(schema -> endless("a parameter", schema));
    }

    private static Stream<String> body(Operation operation) {
        List<Content> contents = operation
                .body()
                .filter(RequestBody::required)
                .map(RequestBody::contents)
                .orElse(List.of());
        boolean endless =
                contents.stream().allMatch(content -> content.examples().isEmpty() && isEndless(content.schema()));
        return endless ? contents.stream().map(content -> endless("its body", content.schema())) : Stream.empty();
    }

    private static boolean isEndless(Schema schema) {
        return Depths.of(schema).isEndless(schema);
    }

    private static String endless(String what, Schema schema) {
        return "no finite value satisfies the schema of " + what + " ("
                + schema.node().place()
                + "): it needs itself, and neither null nor a branch nor an empty list ends that";
    }
}
