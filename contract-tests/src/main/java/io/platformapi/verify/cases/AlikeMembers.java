package io.platformapi.verify.cases;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.platformapi.contract.check.Applied;
import io.platformapi.contract.schema.Schema;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Gives two members that are objects of one component the same value: nothing says that they differ. */
final class AlikeMembers {

    private AlikeMembers() {}

    /**
     * The second of such members as the first; empty where there are none that differ.
     *
     * @param schemas those of the object
     */
    static Optional<Map.Entry<String, ObjectNode>> of(Applied schemas, ObjectNode object) {
        Map<String, String> firsts = new LinkedHashMap<>();
        return object.properties().stream()
                .filter(member -> member.getValue().isObject())
                .flatMap(member -> component(schemas.member(member.getKey())).stream()
                        .flatMap(name -> Stream.ofNullable(firsts.putIfAbsent(name, member.getKey())))
                        .filter(first -> !object.get(first).equals(member.getValue()))
                        .map(first -> Map.entry(
                                member.getKey(), ObjectMembers.with(object, member.getKey(), object.get(first)))))
                .findFirst();
    }

    private static Optional<String> component(Applied member) {
        return member.schemas().stream().findFirst().flatMap(Schema::name);
    }
}
