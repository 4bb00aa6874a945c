package io.platformapi.compat.schema.facts;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What is said of an object's members.
 *
 * @param presence the names of those that are there, and of those that are not
 * @param listed further names that schemas mention
 * @param properties what is said of members by name, if they are there
 * @param wanted what is said of members by name that are there
 * @param rules what is said of all that are selected
 * @param demands what is said of at least one that is selected
 * @param names what is said of all names
 */
record Members(
        Claims<String> presence,
        Set<String> listed,
        Map<String, List<Literal>> properties,
        Map<String, List<Literal>> wanted,
        List<MemberRule> rules,
        List<MemberRule> demands,
        List<Literal> names) {

    Members() {
        this(
                new Claims<>(),
                new LinkedHashSet<>(),
                new LinkedHashMap<>(),
                new LinkedHashMap<>(),
                new ArrayList<>(),
                new ArrayList<>(),
                new ArrayList<>());
    }

    Members copy() {
        return new Members(
                presence.copy(),
                new LinkedHashSet<>(listed),
                copyOf(properties),
                copyOf(wanted),
                new ArrayList<>(rules),
                new ArrayList<>(demands),
                new ArrayList<>(names));
    }

    static Map<String, List<Literal>> copyOf(Map<String, List<Literal>> literals) {
        Map<String, List<Literal>> copy = new LinkedHashMap<>();
        literals.forEach((name, each) -> copy.put(name, new ArrayList<>(each)));
        return copy;
    }

    static void add(Map<String, List<Literal>> literals, String name, Literal literal) {
        literals.computeIfAbsent(name, ignored -> new ArrayList<>()).add(literal);
    }

    boolean forbids(String name) {
        return presence.denied().contains(name);
    }

    /** All names that are said of something. */
    Set<String> mentioned() {
        Set<String> mentioned = new LinkedHashSet<>(properties.keySet());
        mentioned.addAll(presence.affirmed());
        mentioned.addAll(listed);
        mentioned.addAll(presence.denied());
        return mentioned;
    }

    /** What is said of the member of a name, if it is there, with what was chosen for it. */
    List<Literal> literals(String name, Map<String, List<Literal>> chosen) {
        List<Literal> literals = new ArrayList<>(properties.getOrDefault(name, List.of()));
        literals.addAll(chosen.getOrDefault(name, List.of()));
        rules.stream().filter(rule -> rule.selects(name)).forEach(rule -> literals.addAll(rule.literals()));
        return literals;
    }
}
