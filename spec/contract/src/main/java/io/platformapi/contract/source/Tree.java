package io.platformapi.contract.source;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ContainerNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Collections;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/** A tree under construction: values are added in the order of the text, each with its line. */
final class Tree {

    /** Deeper than any document written by hand, shallow enough for every recursive reader. */
    static final int DEEPEST = 500;

    static final JsonNodeFactory VALUES = JsonNodeFactory.instance;

    private final Map<ContainerNode<?>, int[]> lines = new IdentityHashMap<>();
    private final Set<JsonNode> merged = Collections.newSetFromMap(new IdentityHashMap<>());
    private final Deque<Level> levels = new ArrayDeque<>();
    private @Nullable JsonNode root;

    /** Opens a container as the next value. */
    void open(ContainerNode<?> container, int line) {
        add(container, line);
        levels.push(new Level(container));
    }

    /** Closes the innermost container. */
    ContainerNode<?> close() {
        Level level = levels.pop();
        if (level.mergeAt >= 0 && level.isMergeable()) {
            level.merge(lines);
            merged.add(level.container);
        }
        lines.put(level.container, Arrays.copyOf(level.lines, level.size));
        return level.container;
    }

    /** Names the next value of the innermost object; that value stands where its name does. */
    void name(String name, int line) {
        levels.element().name = name;
        levels.element().nameLine = line;
    }

    /** Names the next value of the innermost object {@code <<}: what is in it stands in that object, too. */
    void nameMerge(int line) {
        levels.element().mergeAt = levels.element().size;
        name(Level.MERGE, line);
    }

    boolean has(String name) {
        return levels.element().container.has(name);
    }

    int depth() {
        return levels.size();
    }

    void add(JsonNode value, int line) {
        Level level = levels.peek();
        if (level == null) {
            root = value;
        } else {
            level.add(value, line);
        }
    }

    boolean expectsName() {
        Level level = levels.peek();
        return level != null && level.container.isObject() && level.name == null;
    }

    /** The finished tree; null if nothing was added. */
    @Nullable
    JsonNode root() {
        return root;
    }

    Map<ContainerNode<?>, int[]> lines() {
        return lines;
    }

    /** The objects that have taken in the members of others. */
    Set<JsonNode> merged() {
        return merged;
    }

    private static final class Level {

        private static final String MERGE = "<<";

        private final ContainerNode<?> container;
        private int[] lines = new int[8];
        private int size;
        private @Nullable String name;
        private int nameLine;
        private int mergeAt = -1;

        Level(ContainerNode<?> container) {
            this.container = container;
        }

        void add(JsonNode value, int line) {
            if (container instanceof ObjectNode object) {
                object.set(name, value);
                name = null;
            } else {
                ((ArrayNode) container).add(value);
            }
            addLine(container.isObject() ? nameLine : line);
        }

        private void addLine(int line) {
            if (size == lines.length) {
                lines = Arrays.copyOf(lines, size * 2);
            }
            lines[size++] = line;
        }

        /** Whether {@code <<} holds an object, or a list of them; anything else is a member like others. */
        boolean isMergeable() {
            JsonNode value = container.path(MERGE);
            return value.isObject() || !value.isEmpty() && all(value).allMatch(JsonNode::isObject);
        }

        /** Takes in what the object has not itself; of several, the first that has it. */
        void merge(Map<ContainerNode<?>, int[]> known) {
            ObjectNode object = (ObjectNode) container;
            JsonNode value = object.remove(MERGE);
            System.arraycopy(lines, mergeAt + 1, lines, mergeAt, size - mergeAt - 1);
            size--;
            (value.isObject() ? Stream.of(value) : all(value)).forEach(source -> {
                int[] sourceLines = known.getOrDefault(source, new int[source.size()]);
                int i = 0;
                for (Map.Entry<String, JsonNode> member : source.properties()) {
                    if (!object.has(member.getKey())) {
                        object.set(member.getKey(), member.getValue());
                        addLine(sourceLines[i]);
                    }
                    i++;
                }
            });
        }

        private static Stream<JsonNode> all(JsonNode list) {
            return StreamSupport.stream(list.spliterator(), false);
        }
    }
}
