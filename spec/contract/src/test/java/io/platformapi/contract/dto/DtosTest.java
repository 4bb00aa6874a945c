package io.platformapi.contract.dto;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.platformapi.contract.reader.ContractReader;
import io.platformapi.contract.source.Access;
import java.io.IOException;
import java.io.StringWriter;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * What is written of a document's types; that compilers take it, scripts try for each language of which one is at hand.
 */
class DtosTest {

    private static final String ODD = "src/test/resources/io/platformapi/contract/dto/odd.yaml";

    private static final Dtos BOATS = dtos("""
            openapi: 3.1.0
            info: {title: Boats, version: 2.0.0}
            paths: {}
            components:
              schemas:
                Name: {type: string, description: Names a boat.}
                Boat:
                  description: What floats.
                  type: object
                  required: [name, built, oars, kind]
                  properties:
                    name: {$ref: '#/components/schemas/Name'}
                    built: {type: string, format: date-time}
                    sold: {type: [string, 'null'], format: date}
                    oars: {type: array, items: {type: integer, format: int32}}
                    kind: {type: string, enum: [skiff, long-boat]}
                    flags: {type: object, additionalProperties: {type: boolean}}
                    towed by: {oneOf: [{$ref: '#/components/schemas/Boat'}, {type: 'null'}]}
                Ship:
                  allOf:
                    - $ref: '#/components/schemas/Boat'
                    - {type: object, required: [masts], properties: {masts: {type: integer}}}
            """);

    private static Dtos dtos(String document) {
        return Dtos.of(new ContractReader(Access.SAME_ORIGIN).read(document, URI.create("file:///d.yaml"), "d.yaml"));
    }

    private static Dtos odd() {
        return Dtos.of(new ContractReader(Access.SAME_ORIGIN).read(ODD));
    }

    private static String written(String language, Dtos dtos) {
        return DtoLanguage.named(language).orElseThrow().text(dtos);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '~', textBlock = """
            typescript ~ public name!: string;
            typescript ~ public sold?: string | null;
            typescript ~ public oars!: number[];
            typescript ~ public ["towed by"]?: Boat | null;
            typescript ~ public flags?: { [name: string]: boolean };
            typescript ~ export class Ship extends Boat {
            typescript ~ | "long-boat";
            python     ~ name: Optional[str] = None
            python     ~ built: Optional[datetime.datetime] = field(default=None, metadata=config(encoder=_written, decoder=_moment))
            python     ~ oars: List[int] = field(default_factory=list)
            python     ~ towed_by: Optional["Boat"] = field(default=None, metadata=config(field_name="towed by"))
            python     ~ LONG_BOAT = "long-boat"
            python     ~ class Ship(Boat):
            kotlin     ~ open var oars:ArrayList<Int> = ArrayList<Int>()
            kotlin     ~ open var flags:HashMap<String, Boolean>? = null
            kotlin     ~ @SerializedName("long-boat") LongBoat,
            kotlin     ~ open class Ship : Boat()
            java       ~ public ArrayList<Integer> oars = new ArrayList<>();
            java       ~ @SerializedName("towed by")
            java       ~ public Boat towed_by = null;
            java       ~ public static class Ship extends Boat {
            csharp     ~ [DataMember(Name = "built")] public DateTime built { get; set; }
            csharp     ~ [DataMember(Name = "sold", EmitDefaultValue = false)] public DateTime? sold { get; set; }
            csharp     ~ [DataMember(Name = "kind")] public BoatKind kind { get; set; }
            csharp     ~ public class Ship : Boat
            swift      ~ public var built: Date?
            swift      ~ public var oars: [Int32] = []
            swift      ~ case towed_by = "towed by"
            swift      ~ case longBoat = "long-boat"
            dart       ~ DateTime? built;
            dart       ~ kind = BoatKind.of(json["kind"]);
            dart       ~ towedBy = json["towed by"] == null ? null : Boat.fromJson(json["towed by"]);
            dart       ~ longBoat("long-boat"),
            go         ~ Built time.Time `json:"built"`
            go         ~ Oars []int32 `json:"oars"`
            go         ~ TowedBy *Boat `json:"towed by,omitempty"`
            go         ~ BoatKind_LongBoat BoatKind = "long-boat"
            """)
    void writesMembersAsTheLanguageHasThem(String language, String line) {
        assertThat(written(language, BOATS).lines().map(String::strip)).contains(line);
    }

    @Test
    void writesAWholeFile() {
        assertThat(written("go", BOATS.with(Set.of("BoatKind")))).isEqualTo("""
                        // Types of Boats 2.0.0, made from its document.
                        package dtos

                        type BoatKind string

                        const (
                            BoatKind_Skiff BoatKind = "skiff"
                            BoatKind_LongBoat BoatKind = "long-boat"
                        )
                        """);
    }

    @Test
    void takesInWhatATypeHoldsAndWhatItIsMadeOf() {
        assertThat(BOATS.with(Set.of("Ship")).declared())
                .extracting(Dto::name)
                .containsExactly("Boat", "BoatKind", "Ship");
    }

    @Test
    void namesWhatIsWrittenInPlaceAfterItsPlaceAndLeavesComponentsTheirNames() {
        assertThat(odd().declared())
                .extracting(Dto::name)
                .contains("PetOwner", "PetOwner2", "PetMood", "AddPetRequest", "AddPetResponse400", "QueryResponsePet")
                .contains("List2", "Date2", "RateLimitV2")
                .doesNotContain("List", "Date", "Free", "Tree");
    }

    @Test
    void hasNoBaseForWhatSaysMoreOfItsMembersOrLeadsBackToItself() {
        assertThat(odd().declared())
                .filteredOn(Dto.Structure.class::isInstance)
                .extracting(Dto.Structure.class::cast)
                .filteredOn(structure -> structure.base().isPresent())
                .extracting(Dto.Structure::name, structure -> structure.base().orElse(""))
                .containsExactlyInAnyOrder(tuple("Cat", "Pet"), tuple("Kitten", "Cat"));
    }

    /** {@code dataclasses_json} knows nothing of a last {@code _}. */
    @Test
    void tellsPythonWhatAMemberIsCalledWhoseNameIsAKeyword() {
        assertThat(written("python", odd()).lines().map(String::strip))
                .contains("class_: Optional[str] = field(default=None, metadata=config(field_name=\"class\"))")
                .contains("odd_name2: Optional[str] = field(default=None, metadata=config(field_name=\"odd_name\"))");
    }

    @Test
    void givesMembersOfAClassNamesThatDifferByMoreThanLetterCase() {
        assertThat(written("kotlin", odd()))
                .contains("    open var Type:String? = null\n")
                .contains("    @SerializedName(\"type\")\n    open var type2:String? = null\n");
    }

    @Test
    void writesJavaThatCompilesWhateverADocumentCallsThings(@TempDir Path folder) throws IOException {
        Path source = Files.writeString(folder.resolve("Dtos.java"), written("java", odd()));
        JavaFileObject gson =
                new SimpleJavaFileObject(
                        URI.create("string:///com/google/gson/annotations/SerializedName.java"),
                        JavaFileObject.Kind.SOURCE) {
                    @Override
                    public CharSequence getCharContent(boolean ignored) {
                        return "package com.google.gson.annotations; public @interface SerializedName { String value(); }";
                    }
                };
        var compiler = ToolProvider.getSystemJavaCompiler();
        StringWriter messages = new StringWriter();
        try (var files = compiler.getStandardFileManager(null, null, null)) {
            List<JavaFileObject> sources = new ArrayList<>(List.of(gson));
            files.getJavaFileObjects(source).forEach(sources::add);
            boolean compiled = compiler.getTask(
                            messages, files, null, List.of("-proc:none", "-d", folder.toString()), null, sources)
                    .call();
            assertThat(compiled).as("%s", messages).isTrue();
        }
    }

    @Test
    void endsNoCommentAndNoTextThatADocumentWouldEnd() {
        for (DtoLanguage language : DtoLanguage.ALL) {
            assertThat(language.text(odd()).lines())
                    .filteredOn(line -> line.contains("keep:"))
                    .allMatch(line -> line.strip().matches("(\\*|///?|#)? ?Words that languages keep: .*"));
        }
    }
}
