package io.platformapi.contract.source;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.URI;

/** Reads JSON (RFC 8259) into a tree with lines. */
final class JsonText {

    private static final int LONGEST_TEXT = 50_000_000;

    private static final JsonFactory JSON = JsonFactory.builder()
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxNestingDepth(Tree.DEEPEST)
                    .maxStringLength(LONGEST_TEXT)
                    .build())
            .build();

    private JsonText() {}

    /** A message of the parser, which names its settings where it means the text. */
    private static String told(String message) {
        return message.replaceAll("\\[Source: [^;\\]]*; (line: \\d+), column: \\d+]", "$1");
    }

    static SourceFile read(URI uri, String name, String text) {
        try (JsonParser parser = JSON.createParser(text)) {
            Tree tree = new Tree();
            for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
                take(tree, parser, token, name);
            }
            JsonNode root = tree.root();
            if (root == null) {
                throw new UnreadableDocument(new Place(name, "", 1), "the file is empty");
            }
            return new SourceFile(uri, name, root, tree.lines());
        } catch (NumberTooLarge e) {
            throw new UnreadableDocument(
                    new Place(name, "", e.line),
                    "a number has an exponent beyond " + Numbers.LARGEST_EXPONENT + "; write a smaller one");
        } catch (JsonProcessingException e) {
            int line = e.getLocation() == null ? 1 : e.getLocation().getLineNr();
            throw new UnreadableDocument(
                    new Place(name, "", line), "this is not JSON: " + told(e.getOriginalMessage()));
        } catch (IOException e) {
            throw new UnreadableDocument(new Place(name, "", 1), "the file cannot be read: " + e.getMessage());
        }
    }

    private static void take(Tree tree, JsonParser parser, JsonToken token, String file) throws IOException {
        int line = parser.currentTokenLocation().getLineNr();
        if (tree.depth() == 0 && tree.root() != null) {
            throw new UnreadableDocument(new Place(file, "", line), "a second value follows the document; remove it");
        }
        switch (token) {
            case START_OBJECT -> tree.open(Tree.VALUES.objectNode(), line);
            case START_ARRAY -> tree.open(Tree.VALUES.arrayNode(), line);
            case END_OBJECT, END_ARRAY -> tree.close();
            case FIELD_NAME -> name(tree, parser, file, line);
            default -> tree.add(scalar(parser, token), line);
        }
    }

    private static void name(Tree tree, JsonParser parser, String file, int line) throws IOException {
        String name = parser.currentName();
        if (tree.has(name)) {
            throw new UnreadableDocument(
                    new Place(file, "", line), "the member \"" + name + "\" stands twice in one object; remove one");
        }
        tree.name(name, line);
    }

    private static JsonNode scalar(JsonParser parser, JsonToken token) throws IOException {
        return switch (token) {
            case VALUE_STRING -> Tree.VALUES.textNode(parser.getText());
            case VALUE_TRUE -> Tree.VALUES.booleanNode(true);
            case VALUE_FALSE -> Tree.VALUES.booleanNode(false);
            case VALUE_NULL -> Tree.VALUES.nullNode();
            default -> number(parser);
        };
    }

    private static JsonNode number(JsonParser parser) throws IOException {
        try {
            return Numbers.of(parser.getText());
        } catch (NumberFormatException e) {
            throw new NumberTooLarge(parser.currentTokenLocation().getLineNr());
        }
    }

    private static final class NumberTooLarge extends IOException {

        private static final long serialVersionUID = 1L;

        private final int line;

        NumberTooLarge(int line) {
            this.line = line;
        }
    }
}
