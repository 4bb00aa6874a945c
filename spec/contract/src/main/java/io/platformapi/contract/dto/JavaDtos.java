package io.platformapi.contract.dto;

import io.platformapi.contract.dto.DtoType.Scalar;
import java.util.Map;
import java.util.Set;

/** Classes for Java, nested in one; names on the wire are those of the fields, or told to Gson. */
final class JavaDtos implements DtoLanguage {

    private static final Set<String> KEYWORDS = Set.of("""
            abstract assert boolean break byte case catch char class const continue default do double else
            enum extends false final finally float for goto if implements import instanceof int interface
            long native new null package private protected public return short static strictfp super switch
            synchronized this throw throws transient true try void volatile while _
            """.strip().split("\\s+"));
    private static final DtoWords WORDS = new DtoWords(
            Map.ofEntries(
                    Map.entry(Scalar.TEXT, "String"),
                    Map.entry(Scalar.UUID, "UUID"),
                    Map.entry(Scalar.MOMENT, "Date"),
                    Map.entry(Scalar.DAY, "String"),
                    Map.entry(Scalar.BYTES, "String"),
                    Map.entry(Scalar.INT, "Integer"),
                    Map.entry(Scalar.LONG, "Long"),
                    Map.entry(Scalar.FLOAT, "Float"),
                    Map.entry(Scalar.DOUBLE, "Double"),
                    Map.entry(Scalar.DECIMAL, "BigDecimal"),
                    Map.entry(Scalar.BOOLEAN, "Boolean"),
                    Map.entry(Scalar.ANY, "Object")),
            name -> name,
            items -> "ArrayList<" + items + ">",
            values -> "HashMap<String, " + values + ">",
            "");

    @Override
    public String id() {
        return "java";
    }

    @Override
    public String title() {
        return "Java";
    }

    @Override
    public String file() {
        return "Dtos.java";
    }

    @Override
    public String text(Dtos dtos) {
        DtoSource types = new DtoSource();
        types.line("")
                .line("public class Dtos {")
                .block("}", () -> dtos.besideLibrary().declared().forEach(dto -> write(dto, dtos, types)));
        return DtoSource.ofJvm(dtos, "dtos", types, ";");
    }

    private static void write(Dto dto, Dtos dtos, DtoSource source) {
        source.line("").comment("//", String.join("\n", dto.routes())).comment(dto.description());
        if (dto instanceof Dto.Choice choice) {
            source.line("public enum " + choice.name() + " {").block("}", () -> {
                DtoNames names = new DtoNames();
                choice.values()
                        .forEach(value -> source.line("@SerializedName(" + DtoSource.quoted(value) + ") "
                                + names.unique(DtoNames.pascal(value)) + ","));
            });
        } else if (dto instanceof Dto.Structure structure) {
            String base = structure.base().map(name -> " extends " + name).orElse("");
            source.line("public static class " + structure.name() + base + " {")
                    .block("}", () -> members(structure, dtos, source));
        }
    }

    private static void members(Dto.Structure structure, Dtos dtos, DtoSource source) {
        Map<String, String> names =
                DtoNames.of(structure.all(), wire -> DtoNames.beside(KEYWORDS).apply(DtoNames.plain(wire)));
        structure.own().forEach(member -> {
            source.comment(member.description());
            if (dtos.hasLibrary() && structure.call().isPresent()) {
                source.line(ApiMembers.annotation(member, DtoSource::quoted));
            }
            String name = names.getOrDefault(member.wire(), "");
            if (!name.equals(member.wire())) {
                source.line("@SerializedName(" + DtoSource.quoted(member.wire()) + ")");
            }
            String filled = member.isList() && member.isSure() ? "new ArrayList<>()" : "null";
            source.line("public " + WORDS.of(member.type()) + " " + name + " = " + filled + ";");
        });
    }
}
