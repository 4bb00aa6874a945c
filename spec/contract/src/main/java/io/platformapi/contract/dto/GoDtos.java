package io.platformapi.contract.dto;

import io.platformapi.contract.dto.DtoType.Scalar;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Structs for Go, read and written by {@code encoding/json}. */
final class GoDtos implements DtoLanguage {

    /** Names that {@code encoding/json} takes from a tag; others it would pass over, and use that of the field. */
    private static final Pattern TAG = Pattern.compile("[\\p{L}\\p{Nd}!#$%&()*+./:;<=>?@\\[\\]^_{|}~ -]+");

    private static final DtoWords WORDS = new DtoWords(
            Map.ofEntries(
                    Map.entry(Scalar.TEXT, "string"),
                    Map.entry(Scalar.UUID, "string"),
                    Map.entry(Scalar.MOMENT, "time.Time"),
                    Map.entry(Scalar.DAY, "string"),
                    Map.entry(Scalar.BYTES, "[]byte"),
                    Map.entry(Scalar.INT, "int32"),
                    Map.entry(Scalar.LONG, "int64"),
                    Map.entry(Scalar.FLOAT, "float32"),
                    Map.entry(Scalar.DOUBLE, "float64"),
                    Map.entry(Scalar.DECIMAL, "json.Number"),
                    Map.entry(Scalar.BOOLEAN, "bool"),
                    Map.entry(Scalar.ANY, "json.RawMessage")),
            name -> name,
            items -> "[]" + items,
            values -> "map[string]" + values,
            "");

    @Override
    public String id() {
        return "go";
    }

    @Override
    public String title() {
        return "Go";
    }

    @Override
    public String file() {
        return "dtos.go";
    }

    @Override
    public String text(Dtos dtos) {
        DtoSource types = new DtoSource();
        dtos.declared().forEach(dto -> write(dto, types));
        String code = types.text()
                .lines()
                .filter(line -> !line.strip().startsWith("//"))
                .collect(Collectors.joining("\n"));
        DtoSource source = new DtoSource().comment("//", "Types of " + dtos.title() + ", made from its document.");
        source.line("package dtos");
        for (String name : new String[] {"encoding/json", "time"}) {
            if (code.contains(name.substring(name.indexOf('/') + 1) + ".")) {
                source.line("").line("import " + DtoSource.quoted(name));
            }
        }
        return source.text() + types.text();
    }

    private static void write(Dto dto, DtoSource source) {
        source.line("").comment("//", String.join("\n", dto.routes())).comment("//", dto.description());
        if (dto instanceof Dto.Choice choice) {
            source.line("type " + choice.name() + " string")
                    .line("")
                    .line("const (")
                    .block(")", () -> {
                        DtoNames names = new DtoNames();
                        choice.values()
                                .forEach(value -> source.line(choice.name() + "_" + names.unique(DtoNames.pascal(value))
                                        + " " + choice.name() + " = " + DtoSource.quoted(value)));
                    });
        } else if (dto instanceof Dto.Structure structure) {
            source.line("type " + structure.name() + " struct {").block("}", () -> members(structure, source));
        }
    }

    private static void members(Dto.Structure structure, DtoSource source) {
        Map<String, String> names = DtoNames.of(structure.all(), DtoNames::pascal);
        structure.base().ifPresent(source::line);
        structure.own().forEach(member -> {
            source.comment("//", member.description());
            source.line(names.get(member.wire()) + " " + type(member) + " " + tag(member));
        });
    }

    private static String type(DtoMember member) {
        String type = WORDS.of(member.type());
        boolean hasNone =
                member.isSure() || type.startsWith("[]") || type.startsWith("map[") || type.endsWith("RawMessage");
        return hasNone ? type : "*" + type;
    }

    private static String tag(DtoMember member) {
        if (!TAG.matcher(member.wire()).matches()) {
            return "`json:\"-\"` // encoding/json has no way to name it: " + DtoSource.quoted(member.wire());
        }
        String name = member.wire().equals("-") ? "-," : member.wire() + (member.required() ? "" : ",omitempty");
        return "`json:" + DtoSource.quoted(name) + "`";
    }
}
