package io.platformapi.compat;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** What need not be looked at, because both editions write it the same with all that it leads to. */
class UnchangedTest {

    private static final String SCHEMAS = """
            components:
              schemas:
                Leaf: {type: string, maxLength: %d}
                Branch: {type: object, properties: {leaf: {$ref: '#/components/schemas/Leaf'}, up: {$ref: '#/components/schemas/Tree'}}}
                Tree: {type: object, properties: {branch: {$ref: '#/components/schemas/Branch'}}}
                Stone: {type: object, properties: {next: {$ref: '#/components/schemas/Stone'}}}
                Named: {discriminator: {propertyName: kind, mapping: {leaf: Leaf}}}
                Referred: {discriminator: {propertyName: kind, mapping: {leaf: '#/components/schemas/Leaf'}}}
                Other: {discriminator: {propertyName: kind, mapping: {stone: Stone}}}
            """;

    private static String document(int longest) {
        return ComparedText.document("{}\n") + SCHEMAS.formatted(longest);
    }

    private static boolean isUnchanged(String name, String before, String after) {
        Edition old = new Edition("old", ComparedText.contract(before));
        Edition fresh = new Edition("new", ComparedText.contract(after));
        String place = "/components/schemas/" + name;
        return new Unchanged(old, fresh).contains(old.node(place), fresh.node(place));
    }

    @Test
    void isNothingThatLeadsToAChange() {
        assertThat(isUnchanged("Leaf", document(1), document(2))).isFalse();
        assertThat(isUnchanged("Branch", document(1), document(2))).isFalse();
        assertThat(isUnchanged("Tree", document(1), document(2))).isFalse();
        assertThat(isUnchanged("Tree", document(1), document(1))).isTrue();
    }

    @Test
    void isWhatLeadsOnlyToItself() {
        assertThat(isUnchanged("Stone", document(1), document(2))).isTrue();
    }

    /** In whatever order one asks. */
    @Test
    void isKnownOfWhatAnotherHasLedTo() {
        Edition old = new Edition("old", ComparedText.contract(document(1)));
        Edition fresh = new Edition("new", ComparedText.contract(document(2)));
        Unchanged unchanged = new Unchanged(old, fresh);
        for (String name : new String[] {"Leaf", "Tree", "Branch"}) {
            String place = "/components/schemas/" + name;
            assertThat(unchanged.contains(old.node(place), fresh.node(place)))
                    .as(name)
                    .isFalse();
        }
    }

    @Test
    void isNoDiscriminatorThatMapsToAChange() {
        assertThat(isUnchanged("Named", document(1), document(2))).isFalse();
        assertThat(isUnchanged("Referred", document(1), document(2))).isFalse();
        assertThat(isUnchanged("Other", document(1), document(2))).isTrue();
    }

    /** The same text means another thing in another version. */
    @Test
    void isNothingWhereTheDocumentsAreReadByOtherRules() {
        assertThat(isUnchanged("Stone", document(1).replace("3.1.1", "3.0.3"), document(1)))
                .isFalse();
        assertThat(isUnchanged("Stone", document(1), document(1).replace("3.1.1", "3.2.0")))
                .isFalse();
        assertThat(isUnchanged("Stone", document(1), document(1).replace("3.1.1", "3.1.0")))
                .isTrue();
    }

    private static final String STONES = """
            components:
              schemas:
                One: {type: object, required: [a, b], properties: {leaf: {$ref: '#/components/schemas/Leaf'}}}
                Leaf: {type: string}
                Stem: {type: string}
                Kinds: {oneOf: [{$ref: '#/components/schemas/Leaf'}], discriminator: {propertyName: kind}}
                Words: {oneOf: [{$ref: '#/components/schemas/Leaf'}], discriminator: {propertyName: kind, mapping: {leaf: Leaf}}}
                Deep: {$ref: '#/components/schemas/Leaf', description: A leaf.}
            """;

    private static boolean isUnchanged(String name, String before, String now, String version) {
        String old = ComparedText.document("{}\n").replace("3.1.1", version) + STONES;
        assertThat(STONES).contains(before);
        return isUnchanged(name, old, old.replace(before, now));
    }

    /** Where that stands which is referred to says nothing about values. */
    @Test
    void isWhatStandsElsewhereOrWhereItIsUsed() {
        String leaf = "leaf: {$ref: '#/components/schemas/Leaf'}";
        assertThat(isUnchanged("One", leaf, "leaf: {type: string}", "3.1.1")).isTrue();
        assertThat(isUnchanged("One", leaf, "leaf: {type: integer}", "3.1.1")).isFalse();
        assertThat(isUnchanged("One", leaf, "leaf: {$ref: '#/components/schemas/Stem'}", "3.1.1"))
                .isTrue();
        assertThat(isUnchanged("One", leaf, "leaf: {$ref: '#/components/schemas/One'}", "3.1.1"))
                .isFalse();
    }

    @Test
    void isASetInAnotherOrder() {
        assertThat(isUnchanged("One", "[a, b]", "[b, a]", "3.1.1")).isTrue();
        assertThat(isUnchanged("One", "[a, b]", "[b, b]", "3.1.1")).isFalse();
        assertThat(isUnchanged("One", "[a, b]", "[a, b, b]", "3.1.1")).isTrue();
    }

    @Test
    void isAUnionOfTheSameBranchesInAnotherOrder() {
        String leaf = "leaf: {$ref: '#/components/schemas/Leaf'}";
        String union =
                "leaf: {anyOf: [{type: string}, {$ref: '#/components/schemas/Leaf'}, {type: integer, minimum: 1, enum: [1, 2]}]}";
        String turned =
                "leaf: {anyOf: [{$ref: '#/components/schemas/Leaf'}, {minimum: 1, enum: [2, 1], type: integer}, {type: string}]}";
        String old = (ComparedText.document("{}\n") + STONES).replace(leaf, union);
        assertThat(isUnchanged("One", old, old.replace(union, turned))).isTrue();
        assertThat(isUnchanged("One", old, old.replace(union, turned.replace("minimum: 1", "minimum: 2"))))
                .isFalse();
    }

    /** Who tells kinds apart knows them by words, and by names where there is no word. */
    @Test
    void isNoBranchThatADiscriminatorKnowsByAnotherName() {
        String branch = "oneOf: [{$ref: '#/components/schemas/Leaf'}]";
        String other = "oneOf: [{$ref: '#/components/schemas/Stem'}]";
        assertThat(isUnchanged(
                        "Kinds",
                        branch + ", discriminator: {propertyName: kind}",
                        other + ", discriminator: {propertyName: kind}",
                        "3.1.1"))
                .isFalse();
        assertThat(isUnchanged(
                        "Kinds",
                        branch + ", discriminator: {propertyName: kind}",
                        other + ", discriminator: {propertyName: kind, mapping: {Leaf: Stem}}",
                        "3.1.1"))
                .isTrue();
        String words = ", discriminator: {propertyName: kind, mapping: {leaf: %s}}";
        assertThat(isUnchanged("Words", branch + words.formatted("Leaf"), other + words.formatted("Stem"), "3.1.1"))
                .isTrue();
        assertThat(isUnchanged("Words", branch + words.formatted("Leaf"), other + words.formatted("Leaf"), "3.1.1"))
                .isFalse();
    }

    @Test
    void isAReferenceWithADescriptionThatStandsWhereItIsUsed() {
        String deep = "{$ref: '#/components/schemas/Leaf', description: A leaf.}";
        assertThat(isUnchanged("Deep", deep, "{type: string, description: A leaf.}", "3.1.1"))
                .isTrue();
        assertThat(isUnchanged("Deep", deep, "{type: string}", "3.1.1")).isFalse();
        assertThat(isUnchanged("Deep", deep, "{type: string}", "3.0.3")).isTrue();
    }
}
