package io.platformapi.contract.example;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.platformapi.contract.check.Applied;
import io.platformapi.contract.example.Sampling.Members;
import io.platformapi.contract.schema.Schema;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** An object with the members that are asked for, those that may be there, and as many others as it takes. */
final class ObjectSample {

    private final Sampling sampling;
    private final Demands demands;
    private final Members members;
    private final ObjectNode object = JsonNodeFactory.instance.objectNode();

    ObjectSample(Sampling sampling, Demands demands, Members members) {
        this.sampling = sampling;
        this.demands = demands;
        this.members = members;
    }

    ObjectNode object() {
        Set<String> required = demands.required().stream()
                .filter(name -> !isAbsent(name))
                .collect(Collectors.toCollection(LinkedHashSet::new));
        Set<String> names = new LinkedHashSet<>(demands.declared());
        names.addAll(required);
        int most = demands.most("maxProperties");
        int room = most - required.size();
        for (String name : names) {
            if (required.contains(name)) {
                object.set(name, value(name));
            } else if (room > 0 && isWanted(name)) {
                add(name);
                room -= object.has(name) ? 1 : 0;
            }
        }
        addDependents();
        int least = Math.min(most, demands.least("minProperties"));
        addDeclared(least);
        addOthers(names.isEmpty() ? Math.max(least, Math.min(most, ofMap())) : least);
        addAbsent(least);
        return object;
    }

    private boolean isAbsent(String name) {
        return sampling.absent().marks(new Applied(demands.member(name)));
    }

    private boolean isWanted(String name) {
        return members == Members.ALL
                && !sampling.isOpen(demands.member(name))
                && !isAbsent(name)
                && !sampling.whim().spares();
    }

    private JsonNode value(String name) {
        return demands.kind(name).orElseGet(() -> sampling.value(demands.member(name), members));
    }

    /** A list that is empty only because its items are being worked on says less than no list. */
    private void add(String name) {
        JsonNode value = value(name);
        boolean leadsBack = value.isArray()
                && value.isEmpty()
                && demands.member(name).stream().map(Schema::items).anyMatch(item -> sampling.isOpen(List.of(item)));
        if (!leadsBack) {
            object.set(name, value);
        }
    }

    /** Members that the presence of others asks for, and those that these ask for. */
    private void addDependents() {
        int size;
        do {
            size = object.size();
            demands.all("dependentRequired")
                    .forEach(dependents -> dependents.properties().stream()
                            .filter(dependent -> object.has(dependent.getKey()))
                            .forEach(dependent -> dependent.getValue().forEach(name -> addMissing(name.asText()))));
        } while (object.size() > size);
    }

    private void addMissing(String name) {
        if (!object.has(name) && !isAbsent(name)) {
            object.set(name, value(name));
        }
    }

    private void addDeclared(int least) {
        for (String name : demands.declared()) {
            if (object.size() < least && !sampling.isOpen(demands.member(name))) {
                addMissing(name);
            }
        }
    }

    /** The members of a map, which declares none by name. */
    private int ofMap() {
        boolean map = !demands.below("additionalProperties").isEmpty()
                || sampling.whim().invents() && !demands.patterns().isEmpty();
        return map && members == Members.ALL && !sampling.whim().spares() ? 1 : 0;
    }

    private void addOthers(int least) {
        OtherNames names = new OtherNames(demands, sampling.whim());
        for (int i = 1; object.size() < least && i <= 2 * least + OtherNames.FEW; i++) {
            names.name(i)
                    .filter(name -> !object.has(name) && !sampling.isOpen(demands.member(name)))
                    .ifPresent(this::addMissing);
        }
    }

    /** What does not travel this way is there only where there would be too few members without. */
    private void addAbsent(int least) {
        for (String name : demands.declared()) {
            if (object.size() < least && !object.has(name)) {
                object.set(name, value(name));
            }
        }
    }
}
