package io.platformapi.compat.schema.shape;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/**
 * Numbers for schemas, equal when the schemas demand the same whatever their references are called. Schemas that refer
 * to each other in circles are told apart by partition refinement: all targets start as equal, and are split until what
 * they say about their own references agrees. Equal numbers therefore mean equal meaning; different numbers mean
 * nothing.
 */
public final class Identities {

    private final Map<Object, Integer> numbers = new HashMap<>();
    private final Map<Object, Integer> skeletons = new HashMap<>();

    /** The number of a schema whose targets were {@linkplain #settle settled}. */
    public int of(Conjunction shape) {
        if (shape.identity() < 0) {
            shape.identify(number(shape));
        }
        return shape.identity();
    }

    private int number(Conjunction shape) {
        ReferencedSchema target = shape.target();
        if (target != null) {
            return of(target);
        }
        return numbers.computeIfAbsent(key(shape), key -> next());
    }

    private int of(ReferencedSchema target) {
        if (target.identity() < 0) {
            settle(List.of(target.shape()));
        }
        return target.identity() < 0 ? of(target.shape()) : target.identity();
    }

    /** The numbers of what a schema demands; what it demands twice is taken out, so that parts and whole stay apart. */
    private List<Integer> key(Conjunction shape) {
        Map<Integer, PlacedAssertion> parts = new LinkedHashMap<>();
        shape.parts().forEach(part -> parts.putIfAbsent(number(part), part));
        shape.keep(parts.values());
        return parts.keySet().stream().sorted().toList();
    }

    private int number(PlacedAssertion part) {
        ReferencedSchema target = part.target();
        Object key =
                target != null ? List.of("ref", of(target)) : part.assertion().key(this::of);
        return numbers.computeIfAbsent(key, ignored -> next());
    }

    private int next() {
        return numbers.size() + skeletons.size();
    }

    /** Numbers every target that the schemas lead to. Targets settled together are told equal across documents. */
    public void settle(Collection<Conjunction> roots) {
        List<ReferencedSchema> targets = new ArrayList<>(unsettled(roots));
        List<Skeleton> bones =
                targets.stream().map(target -> skeleton(target.shape())).toList();
        Map<ReferencedSchema, Integer> classes = refined(targets, bones);
        Map<Integer, Integer> names = new HashMap<>();
        for (ReferencedSchema target : targets) {
            Integer name = names.computeIfAbsent(
                    classes.get(target), ignored -> numbers.computeIfAbsent(List.of("target", target), key -> next()));
            target.identify(name);
        }
        for (ReferencedSchema target : targets) {
            target.shape().identify(target.identity());
            numbers.putIfAbsent(key(target.shape()), target.identity());
        }
    }

    private Map<ReferencedSchema, Integer> refined(List<ReferencedSchema> targets, List<Skeleton> bones) {
        Map<ReferencedSchema, Integer> classes = new HashMap<>();
        targets.forEach(target -> classes.put(target, 0));
        int count = 0;
        while (true) {
            Map<Object, Integer> split = new HashMap<>();
            Map<ReferencedSchema, Integer> finer = new HashMap<>();
            for (int i = 0; i < targets.size(); i++) {
                List<Object> key = new ArrayList<>();
                key.add(bones.get(i).number());
                for (ReferencedSchema slot : bones.get(i).slots()) {
                    key.add(classes.getOrDefault(slot, -1 - slot.identity()));
                }
                finer.put(targets.get(i), split.computeIfAbsent(key, ignored -> split.size()));
            }
            classes.putAll(finer);
            if (split.size() == count) {
                return classes;
            }
            count = split.size();
        }
    }

    private static Set<ReferencedSchema> unsettled(Collection<Conjunction> roots) {
        Set<ReferencedSchema> found = new LinkedHashSet<>();
        Set<Conjunction> seen = new HashSet<>();
        Deque<Conjunction> open = new ArrayDeque<>(roots);
        while (!open.isEmpty()) {
            Conjunction shape = open.pop();
            if (!seen.add(shape)) {
                continue;
            }
            Function<Conjunction, Object> visit = child -> {
                open.push(child);
                return 0;
            };
            for (PlacedAssertion part : shape.parts()) {
                ReferencedSchema target = part.target();
                if (target == null) {
                    part.assertion().key(visit);
                } else if (target.identity() < 0 && found.add(target)) {
                    open.push(target.shape());
                }
            }
        }
        return found;
    }

    /** A schema with its references cut out, and where they led, in order. */
    private record Skeleton(int number, List<ReferencedSchema> slots) {}

    private Skeleton skeleton(Conjunction shape) {
        List<Skeleton> parts = new ArrayList<>();
        for (PlacedAssertion part : shape.parts()) {
            List<ReferencedSchema> slots = new ArrayList<>();
            Object key;
            if (part.target() != null) {
                slots.add(part.target());
                key = "ref";
            } else {
                key = part.assertion().key(child -> {
                    Skeleton inner = skeleton(child);
                    slots.addAll(inner.slots());
                    return inner.number();
                });
            }
            parts.add(new Skeleton(skeletons.computeIfAbsent(key, ignored -> next()), slots));
        }
        parts.sort((a, b) -> Integer.compare(a.number(), b.number()));
        List<ReferencedSchema> slots = new ArrayList<>();
        parts.forEach(part -> slots.addAll(part.slots()));
        List<Integer> key = parts.stream().map(Skeleton::number).toList();
        return new Skeleton(skeletons.computeIfAbsent(key, ignored -> next()), slots);
    }
}
