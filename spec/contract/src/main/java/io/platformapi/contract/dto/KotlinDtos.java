package io.platformapi.contract.dto;

import io.platformapi.contract.dto.DtoType.Scalar;
import java.util.Map;
import java.util.Set;

/**
 * Open classes for Kotlin, as the platform's generator writes them; names on the wire are those in the class, or told
 * to Gson.
 */
final class KotlinDtos implements DtoLanguage {

    private static final Set<String> KEYWORDS = Set.of("""
            as break class continue do else false for fun if in interface is null object package return
            super this throw true try typealias typeof val var when while _ __ ___
            """.strip().split("\\s+"));
    private static final DtoWords WORDS = new DtoWords(
            Map.ofEntries(
                    Map.entry(Scalar.TEXT, "String"),
                    Map.entry(Scalar.UUID, "UUID"),
                    Map.entry(Scalar.MOMENT, "Date"),
                    Map.entry(Scalar.DAY, "String"),
                    Map.entry(Scalar.BYTES, "String"),
                    Map.entry(Scalar.INT, "Int"),
                    Map.entry(Scalar.LONG, "Long"),
                    Map.entry(Scalar.FLOAT, "Float"),
                    Map.entry(Scalar.DOUBLE, "Double"),
                    Map.entry(Scalar.DECIMAL, "BigDecimal"),
                    Map.entry(Scalar.BOOLEAN, "Boolean"),
                    Map.entry(Scalar.ANY, "Any")),
            name -> name,
            items -> "ArrayList<" + items + ">",
            values -> "HashMap<String, " + values + ">",
            "");

    @Override
    public String id() {
        return "kotlin";
    }

    @Override
    public String title() {
        return "Kotlin";
    }

    @Override
    public String file() {
        return "dtos.kt";
    }

    @Override
    public String text(Dtos dtos) {
        DtoSource types = new DtoSource();
        dtos.besideLibrary().declared().forEach(dto -> write(dto, dtos, types));
        return DtoSource.ofJvm(dtos, "dtos", types, "");
    }

    private static void write(Dto dto, Dtos dtos, DtoSource source) {
        source.line("").comment("//", String.join("\n", dto.routes())).comment(dto.description());
        if (dto instanceof Dto.Choice choice) {
            source.line("enum class " + choice.name()).line("{").block("}", () -> {
                DtoNames names = new DtoNames();
                choice.values()
                        .forEach(value -> source.line("@SerializedName(" + DtoSource.quotedWithoutDollars(value) + ") "
                                + names.unique(DtoNames.pascal(value)) + ","));
            });
        } else if (dto instanceof Dto.Structure structure) {
            source.line("open class " + structure.name()
                            + structure.base().map(base -> " : " + base + "()").orElse(""))
                    .line("{")
                    .block("}", () -> members(structure, dtos, source));
        }
    }

    private static void members(Dto.Structure structure, Dtos dtos, DtoSource source) {
        Map<String, String> names = DtoNames.of(structure.all(), DtoNames::plain);
        structure.own().forEach(member -> {
            source.comment(member.description());
            if (dtos.hasLibrary() && structure.call().isPresent()) {
                source.line(ApiMembers.annotation(member, DtoSource::quotedWithoutDollars));
            }
            String name = names.getOrDefault(member.wire(), "");
            if (!name.equals(member.wire())) {
                source.line("@SerializedName(" + DtoSource.quotedWithoutDollars(member.wire()) + ")");
            }
            String type = WORDS.of(member.type());
            source.line("open var " + (KEYWORDS.contains(name) ? "`" + name + "`" : name) + ":"
                    + (member.isList() && member.isSure() ? type + " = " + type + "()" : type + "? = null"));
        });
    }
}
