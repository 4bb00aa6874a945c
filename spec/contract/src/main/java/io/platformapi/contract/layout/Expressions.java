package io.platformapi.contract.layout;

import io.platformapi.contract.schema.Shown;
import io.platformapi.contract.source.Node;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Runtime expressions, such as {@code $request.body#/url}: where they stand, and how they are written. */
final class Expressions {

    private static final Pattern FORM = Pattern.compile(
            "\\$(url|method|statusCode" + "|(request|response)\\.((header|query|path)\\.[^{}]+|body(#[^{}]*)?))");

    private Expressions() {}

    /** The addresses of a callback have expressions in braces. */
    static Stream<Slip> callback(Node callback, String version) {
        return callback.members().values().stream()
                .filter(item -> !Layout.isExtension(item.name()))
                .filter(item -> embedded(item.name()).anyMatch(Expressions::isWrong))
                .map(item -> slip(item, Shown.of(com.fasterxml.jackson.databind.node.TextNode.valueOf(item.name()))));
    }

    /** The values of a link are expressions where they begin with {@code $}, or have them in braces. */
    static Stream<Slip> link(Node link, String version) {
        return Stream.concat(
                        link.member("parameters").members().values().stream(), Stream.of(link.member("requestBody")))
                .filter(value ->
                        value.json().isTextual() && isWrongValue(value.json().asText()))
                .map(value -> slip(value, Shown.of(value.json())));
    }

    private static boolean isWrongValue(String text) {
        return text.startsWith("$") ? isWrong(text) : embedded(text).anyMatch(Expressions::isWrong);
    }

    private static Stream<String> embedded(String text) {
        return Templates.names(text).filter(name -> name.startsWith("$"));
    }

    private static boolean isWrong(String expression) {
        return !FORM.matcher(expression).matches();
    }

    private static Slip slip(Node node, String shown) {
        return new Slip(
                node,
                "expression-form",
                shown + " has no runtime expression that OpenAPI knows; write one such as $request.body#/url");
    }
}
