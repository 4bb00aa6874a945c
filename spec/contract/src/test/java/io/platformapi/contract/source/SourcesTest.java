package io.platformapi.contract.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SourcesTest {

    @TempDir
    Path folder;

    private static Node read(String text) {
        return Sources.of(text, URI.create("file:///pets/pets.yaml"), "pets.yaml", Access.SAME_ORIGIN);
    }

    private Node read(String name, String text) throws IOException {
        Files.writeString(folder.resolve(name), text);
        return Sources.read(folder.resolve(name).toString(), Access.SAME_ORIGIN);
    }

    @Test
    void knowsTheLineOfEveryValueInYaml() {
        Node document = read("a:\n  b: 1\n  c:\n    - x\n    - y: {z: 2}\n");

        assertThat(document.at("/a/b").place()).hasToString("pets.yaml:2 /a/b");
        assertThat(document.at("/a/c/1/y/z").place()).hasToString("pets.yaml:5 /a/c/1/y/z");
    }

    @Test
    void readsEveryFileThroughTheLoader() {
        Map<URI, String> texts = Map.of(
                URI.create("file:///pets/pets.yaml"), "a: {$ref: 'more/cats.yaml#/b'}",
                URI.create("file:///pets/more/cats.yaml"), "b: {c: 1}");
        Node document = Sources.read("/pets/pets.yaml", Access.SAME_ORIGIN, (uri, from) -> texts.get(uri));

        assertThat(document.member("a").resolved().member("c").json().asInt()).isEqualTo(1);
    }

    @Test
    void saysWhereAFilesAddressSaysMoreThanAPathCan() {
        assertThatThrownBy(() ->
                        read("a:\n  $ref: 'cats.yaml?v=2#/b'\n").member("a").resolved())
                .hasMessage("pets.yaml:2 /a/$ref: \"cats.yaml?v=2\" is no path: URI has a query component");
        assertThatThrownBy(() -> read("a:\n  $ref: 'file://host/cats.yaml'\n")
                        .member("a")
                        .resolved())
                .hasMessage(
                        "pets.yaml:2 /a/$ref: \"file://host/cats.yaml\" is no path: URI has an authority component");
        assertThatThrownBy(() -> Sources.read("file://host/pets.yaml", Access.SAME_ORIGIN))
                .hasMessage("file://host/pets.yaml:1: this is neither a path nor an address:"
                        + " URI has an authority component");
    }

    @Test
    void knowsTheLineOfEveryValueInJson() {
        Node document = Sources.of(
                "{\n \"a\": {\n  \"b/c\": [1,\n   2]}}", URI.create("file:///a.json"), "a.json", Access.SAME_ORIGIN);

        assertThat(document.at("/a/b~1c/1").place()).hasToString("a.json:4 /a/b~1c/1");
    }

    @Test
    void readsScalarsAsYamlsCoreSchemaDoes() {
        Node document = read("[yes, true, 012, 0x1F, 1.50, ~, '7', 2020-01-01, 12345678901234567890]");

        assertThat(document.json())
                .hasToString("[\"yes\",true,12,31,1.50,null,\"7\",\"2020-01-01\",12345678901234567890]");
    }

    @Test
    void sharesTheValueOfAnAlias() {
        Node document = read("a: &x {b: 1}\nc: *x\n");

        assertThat(document.at("/c/b").json().asInt()).isEqualTo(1);
        assertThat(document.at("/c").json()).isSameAs(document.at("/a").json());
    }

    @Test
    void refusesAliasesThatGrowWithoutEnd() {
        StringBuilder bomb = new StringBuilder("a0: &a0 [x, x, x, x, x, x, x, x, x, x]\n");
        for (int i = 1; i < 10; i++) {
            String last = "*a" + (i - 1);
            bomb.append("a%d: &a%d [%s]%n".formatted(i, i, String.join(", ", Collections.nCopies(10, last))));
        }

        assertThatThrownBy(() -> read(bomb.toString()))
                .hasMessage("pets.yaml:8: the document's aliases expand to more than 20000000 values");
    }

    @Test
    void refusesAnAliasOfWhatItStandsIn() {
        assertThatThrownBy(() -> read("a: &x\n  b: *x\n"))
                .hasMessage("pets.yaml:2: the alias *x has no finished anchor &x before it");
    }

    @Test
    void refusesNestingWithoutEnd() {
        assertThatThrownBy(() -> read("[".repeat(501) + "]".repeat(501)))
                .hasMessage("pets.yaml:1: the document is nested deeper than 500 levels");
    }

    @Test
    void refusesAMemberThatStandsTwice() {
        assertThatThrownBy(() -> read("get:\n  a: 1\nget: 2\n"))
                .hasMessage("pets.yaml:3: the member \"get\" stands twice in one object; remove one");
    }

    @Test
    void saysWhereYamlBreaks() {
        assertThatThrownBy(() -> read("a: 1\n b: 2\n")).hasMessageStartingWith("pets.yaml:2: this is not YAML: ");
    }

    /** As many write it, and most readers take it. */
    @Test
    void readsTextsBehindEmptyLinesOfMoreSpaces() {
        Node document = read("a:\n  b: |+\n        \n    c\n  d: >\n      \ne: 1\n");
        assertThat(document.json().toString()).isEqualTo("{\"a\":{\"b\":\"\\nc\\n\",\"d\":\"\"},\"e\":1}");
        assertThat(document.member("e").place().line()).isEqualTo(7);
    }

    @Test
    void saysWhereJsonBreaks() {
        assertThatThrownBy(() -> read("{\n \"a\": 1\n \"b\": 2}"))
                .hasMessageStartingWith("pets.yaml:3: this is not JSON: ");
    }

    @Test
    void saysThatThereIsNoFile() {
        String name = folder.resolve("nowhere.yaml").toString();

        assertThatThrownBy(() -> Sources.read(name, Access.SAME_ORIGIN))
                .hasMessage(name + ":1: there is no file " + name);
    }

    @Test
    void followsReferencesIntoOtherFilesAndBack() throws IOException {
        Files.writeString(folder.resolve("pet.yaml"), "Pet:\n  owner: {$ref: 'api.yaml#/Owner'}\n");
        Node document = read("api.yaml", "Owner: {name: x}\npet: {$ref: 'pet.yaml#/Pet'}\n");

        Node owner = document.member("pet").resolved().member("owner").resolved();

        assertThat(owner.json()).isSameAs(document.member("Owner").json());
        assertThat(document.member("pet").resolved().place().file())
                .isEqualTo(folder.resolve("pet.yaml").toString());
    }

    @Test
    void suggestsTheNameThatWasMeant() {
        Node document = read("components:\n  schemas:\n    Pet: {}\nx: {$ref: '#/components/schemas/Pat'}\n");

        assertThatThrownBy(() -> document.member("x").resolved())
                .hasMessage("pets.yaml:4 /x/$ref: \"#/components/schemas/Pat\" leads nowhere: "
                        + "there is no \"Pat\" in /components/schemas; did you mean \"Pet\"?");
    }

    @Test
    void refusesAReferenceThatLeadsBackToItself() {
        Node document = read("a: {$ref: '#/b'}\nb: {$ref: '#/a'}\n");

        assertThatThrownBy(() -> document.member("a").resolved())
                .hasMessage("pets.yaml:1 /a/$ref: this $ref leads back to itself; point it at a definition");
    }

    @Test
    void refusesFilesOutsideTheDocumentsFolder() {
        Node document = read("a: {$ref: '../../etc/passwd'}\n");

        assertThatThrownBy(() -> document.member("a").resolved())
                .hasMessage("pets.yaml:1 /a/$ref: \"../../etc/passwd\" lies outside the document's folder or origin;"
                        + " move it there, or allow remote references (--allow-remote)");
    }

    /** Written out, such a number is a gigabyte. */
    @Test
    void readsNoNumberThatNobodyCanCalculateWith() {
        assertThatThrownBy(() -> Sources.of(
                        "{\"a\":\n 1e999999999}", URI.create("file:///a.json"), "a.json", Access.SAME_ORIGIN))
                .hasMessage("a.json:2: a number has an exponent beyond 9999; write a smaller one");
        assertThatThrownBy(
                        () -> Sources.of("[1e99999999999]", URI.create("file:///a.json"), "a.json", Access.SAME_ORIGIN))
                .hasMessage("a.json:1: a number has an exponent beyond 9999; write a smaller one");
        assertThat(read("a: 1e999999999").member("a").json().isTextual()).isTrue();
        assertThat(read("a: 1e9999").member("a").json().isNumber()).isTrue();
    }
}
