package io.platformapi.contract.schema;

import com.fasterxml.jackson.databind.JsonNode;
import io.platformapi.contract.source.Node;
import java.util.List;
import java.util.Optional;

/** What the discriminator beside a union says of a value: a hint, by which nothing is right or wrong. */
final class Discriminated {

    private Discriminated() {}

    /**
     * The position of the branch that a value says it is of, as a name; empty where it says none.
     *
     * @param owner the schema with the discriminator
     * @param union the keyword of the union
     */
    static Optional<String> branch(Node owner, String union, JsonNode value) {
        Node discriminator = owner.member("discriminator");
        JsonNode said = value.path(discriminator.text("propertyName", ""));
        if (!discriminator.isObject() || !said.isTextual()) {
            return Optional.empty();
        }
        Node mapped = discriminator.member("mapping").member(said.textValue());
        Optional<String> place = Below.referred(mapped).map(Discriminated::place);
        List<Node> branches = owner.member(union).items();
        for (int i = 0; i < branches.size(); i++) {
            String reference = branches.get(i).text("$ref", "");
            boolean meant = place.isPresent()
                    ? Below.referred(branches.get(i).member("$ref"))
                            .map(Discriminated::place)
                            .equals(place)
                    : reference.endsWith("/" + said.textValue());
            if (meant) {
                return Optional.of(String.valueOf(i));
            }
        }
        return Optional.empty();
    }

    private static String place(Node node) {
        return node.file().uri() + "#" + node.pointer();
    }
}
