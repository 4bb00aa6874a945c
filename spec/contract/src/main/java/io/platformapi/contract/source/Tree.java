package io.platformapi.contract.source;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ContainerNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A tree under construction: values are added in the order of the text, each with its line. */
final class Tree {

    /** Deeper than any document written by hand, shallow enough for every recursive reader. */
    static final int DEEPEST = 500;

    static final JsonNodeFactory VALUES = JsonNodeFactory.instance;

    private final Map<ContainerNode<?>, int[]> lines = new IdentityHashMap<>();
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
        lines.put(level.container, Arrays.copyOf(level.lines, level.size));
        return level.container;
    }

    /** Names the next value of the innermost object; that value stands where its name does. */
    void name(String name, int line) {
        levels.element().name = name;
        levels.element().nameLine = line;
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

    private static final class Level {

        private final ContainerNode<?> container;
        private int[] lines = new int[8];
        private int size;
        private @Nullable String name;
        private int nameLine;

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
            if (size == lines.length) {
                lines = Arrays.copyOf(lines, size * 2);
            }
            lines[size++] = container.isObject() ? nameLine : line;
        }
    }
}
