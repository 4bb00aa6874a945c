package io.platformapi.contract.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import org.junit.jupiter.api.Test;

/** What {@code <<} takes in, as the common readers of YAML have it. */
class MergeKeysTest {

    private static Node node(String text) {
        return Sources.of(text, URI.create("file:///pets.yaml"), "pets.yaml", Access.SAME_ORIGIN);
    }

    @Test
    void takesInTheMembersOfAnotherObjectBehindItsOwn() {
        Node page = node("""
                page: &page
                  name: page
                  in: query
                size:
                  <<: *page
                  name: size
                  required: true
                """).at("/size");

        assertThat(page.json().toString()).isEqualTo("{\"name\":\"size\",\"required\":true,\"in\":\"query\"}");
        assertThat(page.members().values())
                .extracting(member -> member.place().line())
                .containsExactly(6, 7, 3);
        assertThat(page.file().isMerged(page.json())).isTrue();
    }

    @Test
    void takesTheFirstOfSeveral() {
        Node merged = node("""
                a: &a {x: 1, y: 1}
                b: &b {y: 2, z: 2}
                c: {<<: [*a, *b, {w: 3}], z: 4}
                """).at("/c");

        assertThat(merged.json().toString()).isEqualTo("{\"z\":4,\"x\":1,\"y\":1,\"w\":3}");
        assertThat(merged.members().values())
                .extracting(member -> member.place().line())
                .containsExactly(3, 1, 1, 3);
    }

    @Test
    void leavesANameThatIsQuotedOrHasNoObjectAsItIs() {
        assertThat(node("a: {'<<': {b: 1}}\nc: {<<: d}\ne: {<<: []}").json().toString())
                .isEqualTo("{\"a\":{\"<<\":{\"b\":1}},\"c\":{\"<<\":\"d\"},\"e\":{\"<<\":[]}}");
    }

    @Test
    void refusesTwoInOneObjectAndOneThatHoldsItself() {
        assertThatThrownBy(() -> node("a: &a {b: 1}\nc:\n  <<: *a\n  <<: *a"))
                .hasMessage("pets.yaml:4: the member \"<<\" stands twice in one object; remove one");
        assertThatThrownBy(() -> node("a: &a\n  <<: *a"))
                .hasMessage("pets.yaml:2: the alias *a has no finished anchor &a before it");
    }
}
