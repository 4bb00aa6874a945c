package io.platformapi.contract.source;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ContainerNode;
import java.math.BigInteger;
import java.net.URI;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Parse;
import org.snakeyaml.engine.v2.common.Anchor;
import org.snakeyaml.engine.v2.events.AliasEvent;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.events.MappingStartEvent;
import org.snakeyaml.engine.v2.events.NodeEvent;
import org.snakeyaml.engine.v2.events.ScalarEvent;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.Tag;
import org.snakeyaml.engine.v2.resolver.ScalarResolver;
import org.snakeyaml.engine.v2.schema.CoreSchema;

/**
 * Reads YAML 1.2 (core schema) into a tree with lines.
 *
 * <p>An alias shares the value of its anchor instead of copying it, and the values that would result are counted, so
 * that a few lines of aliases cannot grow into a document nobody can walk. Where the empty lines before a text have
 * more spaces than it, which YAML 1.2 (section 8.1.1.1) forbids and most readers take, they are read as empty.
 */
final class YamlText {

    private static final int LARGEST_TEXT = 100_000_000;
    private static final long MOST_VALUES = 20_000_000;
    private static final String TOO_MANY_SPACES = "the leading empty lines contain more spaces";
    private static final Pattern LEADING_LINES = Pattern.compile("([|>][0-9+-]{0,2} *\\R)((?: *\\R)+)");
    private static final LoadSettings SETTINGS =
            LoadSettings.builder().setCodePointLimit(LARGEST_TEXT).build();
    private static final ScalarResolver SCALARS = new CoreSchema().getScalarResolver();

    private final String file;
    private final Tree tree = new Tree();
    private final Map<String, JsonNode> anchors = new HashMap<>();
    private final Deque<String> opened = new ArrayDeque<>();
    private final Map<String, Long> sizes = new HashMap<>();
    private final Map<String, Long> starts = new HashMap<>();
    private long values;
    private boolean started;

    private YamlText(String file) {
        this.file = file;
    }

    static SourceFile read(URI uri, String name, String text) {
        try {
            return parse(uri, name, text);
        } catch (MarkedYamlEngineException e) {
            String plain = LEADING_LINES
                    .matcher(text)
                    .replaceAll(found -> found.group(1) + found.group(2).replace(" ", ""));
            if (String.valueOf(e.getProblem()).contains(TOO_MANY_SPACES) && !plain.equals(text)) {
                return read(uri, name, plain);
            }
            int line = e.getProblemMark().map(mark -> mark.getLine() + 1).orElse(1);
            throw new UnreadableDocument(new Place(name, "", line), "this is not YAML: " + e.getProblem());
        } catch (YamlEngineException e) {
            throw new UnreadableDocument(new Place(name, "", 1), "this is not YAML: " + e.getMessage());
        }
    }

    private static SourceFile parse(URI uri, String name, String text) {
        YamlText yaml = new YamlText(name);
        new Parse(SETTINGS).parseString(text).forEach(yaml::take);
        JsonNode root = yaml.tree.root();
        if (root == null) {
            throw new UnreadableDocument(new Place(name, "", 1), "the file is empty");
        }
        return new SourceFile(uri, name, root, yaml.tree.lines(), yaml.tree.merged());
    }

    private void take(Event event) {
        int line = event.getStartMark().map(mark -> mark.getLine() + 1).orElse(1);
        switch (event.getEventId()) {
            case MappingStart -> open((MappingStartEvent) event, Tree.VALUES.objectNode(), line);
            case SequenceStart -> open((NodeEvent) event, Tree.VALUES.arrayNode(), line);
            case MappingEnd, SequenceEnd -> close();
            case Scalar -> scalar((ScalarEvent) event, line);
            case Alias -> alias((AliasEvent) event, line);
            case DocumentStart -> start(line);
            default -> {
                // The stream's own marks carry no value.
            }
        }
    }

    private void start(int line) {
        if (started) {
            throw refusal(line, "a second document follows; keep one document in a file");
        }
        started = true;
    }

    private void open(NodeEvent event, ContainerNode<?> container, int line) {
        count(1, line);
        if (tree.depth() >= Tree.DEEPEST) {
            throw refusal(line, "the document is nested deeper than " + Tree.DEEPEST + " levels");
        }
        if (tree.expectsName()) {
            throw refusal(line, "a mapping or sequence cannot be a member's name; write a plain text");
        }
        anchor(event).ifPresent(name -> {
            anchors.remove(name);
            starts.put(name, values);
        });
        tree.open(container, line);
        opened.push(anchor(event).orElse(""));
    }

    private void close() {
        ContainerNode<?> container = tree.close();
        String name = opened.pop();
        if (!name.isEmpty()) {
            anchors.put(name, container);
            sizes.put(name, values - Objects.requireNonNull(starts.get(name)) + 1);
        }
    }

    private void scalar(ScalarEvent event, int line) {
        count(1, line);
        if (tree.expectsName()) {
            name(event, line);
            return;
        }
        JsonNode value = value(event);
        anchor(event).ifPresent(name -> {
            anchors.put(name, value);
            sizes.put(name, 1L);
        });
        tree.add(value, line);
    }

    /**
     * Not of YAML 1.2 any more, but of what people write: {@code <<: *shared} takes in the members of another object.
     */
    private void name(ScalarEvent event, int line) {
        if (event.isPlain() && event.getValue().equals("<<") && !tree.has("<<")) {
            tree.nameMerge(line);
        } else {
            name(event.getValue(), line);
        }
    }

    private void name(String name, int line) {
        if (tree.has(name)) {
            throw refusal(line, "the member \"" + name + "\" stands twice in one object; remove one");
        }
        tree.name(name, line);
    }

    private void alias(AliasEvent event, int line) {
        String name = event.getAlias().getValue();
        JsonNode value = anchors.get(name);
        if (value == null) {
            throw refusal(line, "the alias *" + name + " has no finished anchor &" + name + " before it");
        }
        count(Objects.requireNonNull(sizes.get(name)), line);
        if (tree.expectsName()) {
            name(value.asText(), line);
        } else {
            tree.add(value, line);
        }
    }

    private void count(long more, int line) {
        values += more;
        if (values > MOST_VALUES) {
            throw refusal(line, "the document's aliases expand to more than " + MOST_VALUES + " values");
        }
    }

    private static Optional<String> anchor(NodeEvent event) {
        return event.getAnchor().map(Anchor::getValue);
    }

    private UnreadableDocument refusal(int line, String problem) {
        return new UnreadableDocument(new Place(file, "", line), problem);
    }

    private static JsonNode value(ScalarEvent event) {
        String text = event.getValue();
        Tag tag = event.getTag().map(Tag::new).orElseGet(() -> SCALARS.resolve(text, event.isPlain()));
        if (Tag.NULL.equals(tag)) {
            return Tree.VALUES.nullNode();
        }
        if (Tag.BOOL.equals(tag)) {
            return Tree.VALUES.booleanNode(text.equalsIgnoreCase("true"));
        }
        @Nullable JsonNode number = Tag.INT.equals(tag) || Tag.FLOAT.equals(tag) ? number(text) : null;
        return number == null ? Tree.VALUES.textNode(text) : number;
    }

    /** A number as JSON knows it; null for what JSON has no number for ({@code .inf}, {@code .nan}). */
    private static @Nullable JsonNode number(String text) {
        String plain = text.startsWith("+") ? text.substring(1) : text;
        if (plain.startsWith("0x")) {
            return Numbers.integer(new BigInteger(plain.substring(2), 16));
        }
        if (plain.startsWith("0o")) {
            return Numbers.integer(new BigInteger(plain.substring(2), 8));
        }
        try {
            return Numbers.of(plain);
        } catch (NumberFormatException notInJson) {
            return null;
        }
    }
}
