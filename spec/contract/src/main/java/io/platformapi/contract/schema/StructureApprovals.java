package io.platformapi.contract.schema;

import com.fasterxml.jackson.databind.JsonNode;
import io.platformapi.contract.source.Node;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The checks of keywords that ask other schemas: of items, of members, and of the value itself. */
final class StructureApprovals {

    private StructureApprovals() {}

    static Approval eachItem(Node argument, Schema owner) {
        Schema item = owner.at(argument);
        return value -> {
            for (int i = 0; value.isArray() && i < value.size(); i++) {
                if (!item.isSureOf(value.get(i))) {
                    return false;
                }
            }
            return true;
        };
    }

    static Approval required(JsonNode names) {
        String[] all = new String[names.size()];
        for (int i = 0; i < all.length; i++) {
            all[i] = names.get(i).asText();
        }
        return value -> {
            for (int i = 0; value.isObject() && i < all.length; i++) {
                if (!value.has(all[i])) {
                    return false;
                }
            }
            return true;
        };
    }

    static Approval declared(Node argument, Schema owner) {
        Map<String, Schema> members = new HashMap<>();
        argument.members().forEach((name, node) -> members.put(name, owner.at(node)));
        return value -> {
            if (value.isObject()) {
                for (Map.Entry<String, JsonNode> member : value.properties()) {
                    Schema schema = members.get(member.getKey());
                    if (schema != null && !schema.isSureOf(member.getValue())) {
                        return false;
                    }
                }
            }
            return true;
        };
    }

    /** Members that are declared by a pattern are left to the validator. */
    static Approval others(Node argument, Schema owner) {
        Schema other = owner.at(argument);
        Set<String> declared = argument.parent().member("properties").members().keySet();
        return value -> {
            if (value.isObject()) {
                for (Map.Entry<String, JsonNode> member : value.properties()) {
                    if (!declared.contains(member.getKey()) && !other.isSureOf(member.getValue())) {
                        return false;
                    }
                }
            }
            return true;
        };
    }

    static List<Schema> branches(Node argument, Schema owner) {
        return argument.items().stream().map(owner::at).toList();
    }

    static Approval allOf(List<Schema> branches) {
        return value -> branches.stream().allMatch(branch -> branch.isSureOf(value));
    }

    static Approval anyOf(List<Schema> branches) {
        return value -> branches.stream().anyMatch(branch -> branch.isSureOf(value));
    }

    /** One takes the value, and the others are for values of other types. */
    static Approval oneOf(List<Schema> branches) {
        List<Set<Type>> types = branches.stream().map(StructureApprovals::types).toList();
        return value -> {
            Type type = Type.of(value);
            int sure = 0;
            for (int i = 0; i < branches.size(); i++) {
                boolean forOthers = isForOthers(types.get(i), type);
                if (!forOthers && !branches.get(i).isSureOf(value)) {
                    return false;
                }
                sure += forOthers ? 0 : 1;
            }
            return sure == 1;
        };
    }

    /** The types that a branch itself asks for; none where it asks for no type, or not by itself. */
    private static Set<Type> types(Schema branch) {
        Set<Type> types = EnumSet.noneOf(Type.class);
        JsonNode named = branch.written().resolved().json().path("type");
        (named.isArray() ? named : List.of(named))
                .forEach(name -> Type.named(name.asText()).ifPresent(types::add));
        return types;
    }

    /** Which numbers are whole is a question for the validator. */
    private static boolean isForOthers(Set<Type> types, Type type) {
        boolean number = type == Type.INTEGER || type == Type.NUMBER;
        return !types.isEmpty()
                && !types.contains(type)
                && !(number && (types.contains(Type.INTEGER) || types.contains(Type.NUMBER)));
    }
}
