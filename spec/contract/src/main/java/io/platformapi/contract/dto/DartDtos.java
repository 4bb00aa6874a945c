package io.platformapi.contract.dto;

import io.platformapi.contract.dto.DtoType.Scalar;
import java.util.Map;
import java.util.Set;

/** Classes for Dart that are made of what {@code jsonDecode} gives, and give what {@code jsonEncode} takes. */
final class DartDtos implements DtoLanguage {

    private static final Set<String> KEYWORDS = Set.of("""
            abstract as assert async await base break case catch class const continue covariant default
            deferred do dynamic else enum export extends extension external factory false final finally for
            function get hide if implements import in interface is late library mixin new null on operator
            part required rethrow return sealed set show static super switch sync this throw true try
            typedef values var void when while with yield json wire index name hashCode runtimeType toString
            noSuchMethod toJson fromJson bool double int num
            """.strip().split("\\s+"));
    private static final DtoWords WORDS = new DtoWords(
            Map.ofEntries(
                    Map.entry(Scalar.TEXT, "String"),
                    Map.entry(Scalar.UUID, "String"),
                    Map.entry(Scalar.MOMENT, "DateTime"),
                    Map.entry(Scalar.DAY, "String"),
                    Map.entry(Scalar.BYTES, "String"),
                    Map.entry(Scalar.INT, "int"),
                    Map.entry(Scalar.LONG, "int"),
                    Map.entry(Scalar.FLOAT, "double"),
                    Map.entry(Scalar.DOUBLE, "double"),
                    Map.entry(Scalar.DECIMAL, "double"),
                    Map.entry(Scalar.BOOLEAN, "bool"),
                    Map.entry(Scalar.ANY, "dynamic")),
            name -> name,
            items -> "List<" + items + ">",
            values -> "Map<String, " + values + ">",
            "");

    @Override
    public String id() {
        return "dart";
    }

    @Override
    public String title() {
        return "Dart";
    }

    @Override
    public String file() {
        return "dtos.dart";
    }

    @Override
    public String text(Dtos dtos) {
        DtoSource source = new DtoSource().comment("//", "Types of " + dtos.title() + ", made from its document.");
        dtos.declared().forEach(dto -> write(dto, dtos, source));
        return source.text();
    }

    private static void write(Dto dto, Dtos dtos, DtoSource source) {
        source.line("").comment("//", String.join("\n", dto.routes())).comment("///", dto.description());
        if (dto instanceof Dto.Choice choice) {
            choice(choice, source);
        } else if (dto instanceof Dto.Structure structure) {
            source.line("class " + structure.name() + " {").block("}", () -> members(structure, dtos, source));
        }
    }

    private static void choice(Dto.Choice choice, DtoSource source) {
        source.line("enum " + choice.name() + " {").block("}", () -> {
            DtoNames names = new DtoNames();
            choice.values()
                    .forEach(value ->
                            source.line(names.unique(DtoNames.beside(KEYWORDS).apply(DtoNames.camel(value))) + "("
                                    + text(value) + "),"));
            source.line(";").line("const " + choice.name() + "(this.wire);").line("final String wire;");
            source.line("static " + choice.name() + "? of(dynamic text) {")
                    .block(
                            "}",
                            () -> source.line("for (final each in values) { if (each.wire == text) return each; }")
                                    .line("return null;"));
        });
    }

    private static void members(Dto.Structure structure, Dtos dtos, DtoSource source) {
        Map<String, String> names =
                DtoNames.of(structure.all(), wire -> DtoNames.beside(KEYWORDS).apply(DtoNames.camel(wire)));
        structure.all().forEach(member -> {
            String type = WORDS.of(member.type());
            source.comment("///", member.description());
            source.line((type.equals("dynamic") ? type : type + "?") + " " + names.get(member.wire()) + ";");
        });
        source.line(structure.name() + "();");
        source.line(structure.name() + ".fromJson(Map<String, dynamic> json) {")
                .block(
                        "}",
                        () -> structure
                                .all()
                                .forEach(member -> source.line(names.get(member.wire()) + " = "
                                        + read(member.type(), "json[" + text(member.wire()) + "]", dtos, 0) + ";")));
        source.line("Map<String, dynamic> toJson() => {")
                .block(
                        "};",
                        () -> structure
                                .all()
                                .forEach(member -> source.line("if (" + names.get(member.wire()) + " != null) "
                                        + text(member.wire()) + ": "
                                        + written(member.type(), names.get(member.wire()) + "!", dtos, 0) + ",")));
    }

    private static String read(DtoType type, String value, Dtos dtos, int depth) {
        String item = "each" + depth;
        if (type instanceof DtoType.Named named) {
            return dtos.isChoice(named.name())
                    ? named.name() + ".of(" + value + ")" + (depth > 0 ? "!" : "")
                    : orNull(value, named.name() + ".fromJson(" + value + ")", depth);
        }
        if (type instanceof DtoType.ListOf list) {
            return orNull(
                    value,
                    "[for (final " + item + " in " + value + ") " + read(list.items(), item, dtos, depth + 1) + "]",
                    depth);
        }
        if (type instanceof DtoType.MapOf map) {
            return orNull(
                    value,
                    "{for (final " + item + " in (" + value + " as Map<String, dynamic>).entries) " + item + ".key: "
                            + read(map.values(), item + ".value", dtos, depth + 1) + "}",
                    depth);
        }
        return switch (WORDS.of(type)) {
            case "DateTime" -> orNull(value, "DateTime.parse(" + value + ")", depth);
            case "double" -> "(" + value + " as num" + (depth > 0 ? ")" : "?)?") + ".toDouble()";
            default -> value;
        };
    }

    /** Only a member may be absent; what a list holds is there. */
    private static String orNull(String value, String read, int depth) {
        return depth > 0 ? read : value + " == null ? null : " + read;
    }

    private static String written(DtoType type, String value, Dtos dtos, int depth) {
        String item = "each" + depth;
        if (type instanceof DtoType.Named named) {
            return value + (dtos.isChoice(named.name()) ? ".wire" : ".toJson()");
        }
        if (type instanceof DtoType.ListOf list) {
            return "[for (final " + item + " in " + value + ") " + written(list.items(), item, dtos, depth + 1) + "]";
        }
        if (type instanceof DtoType.MapOf map) {
            return "{for (final " + item + " in " + value + ".entries) " + item + ".key: "
                    + written(map.values(), item + ".value", dtos, depth + 1) + "}";
        }
        return WORDS.of(type).equals("DateTime") ? value + ".toUtc().toIso8601String()" : value;
    }

    private static String text(String text) {
        return DtoSource.quotedWithoutDollars(text);
    }
}
