package io.platformapi.contract.dto;

import io.platformapi.contract.dto.DtoType.Scalar;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Classes for C#, as data contracts, which ServiceStack.Text and Json.NET read alike. */
final class CSharpDtos implements DtoLanguage {

    private static final Set<String> KEYWORDS = Set.of("""
            abstract as base bool break byte case catch char checked class const continue decimal default
            delegate do double else enum event explicit extern false finally fixed float for foreach goto if
            implicit in int interface internal is lock long namespace new null object operator out override
            params private protected public readonly ref return sbyte sealed short sizeof stackalloc static
            string struct switch this throw true try typeof uint ulong unchecked unsafe ushort using virtual
            void volatile while
            """.strip().split("\\s+"));
    private static final Set<Scalar> VALUES = EnumSet.complementOf(EnumSet.of(Scalar.TEXT, Scalar.BYTES, Scalar.ANY));

    /** What every object has. */
    private static final Set<String> INHERITED =
            Set.of("Equals", "GetHashCode", "GetType", "ToString", "MemberwiseClone", "Finalize");

    private static final DtoWords WORDS = new DtoWords(
            Map.ofEntries(
                    Map.entry(Scalar.TEXT, "string"),
                    Map.entry(Scalar.UUID, "Guid"),
                    Map.entry(Scalar.MOMENT, "DateTime"),
                    Map.entry(Scalar.DAY, "DateTime"),
                    Map.entry(Scalar.BYTES, "byte[]"),
                    Map.entry(Scalar.INT, "int"),
                    Map.entry(Scalar.LONG, "long"),
                    Map.entry(Scalar.FLOAT, "float"),
                    Map.entry(Scalar.DOUBLE, "double"),
                    Map.entry(Scalar.DECIMAL, "decimal"),
                    Map.entry(Scalar.BOOLEAN, "bool"),
                    Map.entry(Scalar.ANY, "object")),
            name -> name,
            items -> "List<" + items + ">",
            values -> "Dictionary<string, " + values + ">",
            "");

    @Override
    public String id() {
        return "csharp";
    }

    @Override
    public String title() {
        return "C#";
    }

    @Override
    public String file() {
        return "Dtos.cs";
    }

    @Override
    public String text(Dtos dtos) {
        DtoSource source = new DtoSource().comment("//", "Types of " + dtos.title() + ", made from its document.");
        source.lines(List.of(
                "using System;",
                "using System.Collections.Generic;",
                "using System.Runtime.Serialization;",
                "",
                "namespace Dtos"));
        source.line("{").block("}", () -> dtos.declared().forEach(dto -> write(dto, dtos, source)));
        return source.text();
    }

    private static void write(Dto dto, Dtos dtos, DtoSource source) {
        source.line("").comment("//", String.join("\n", dto.routes())).comment("//", dto.description());
        if (dto instanceof Dto.Choice choice) {
            source.line("[DataContract]")
                    .line("public enum " + choice.name())
                    .line("{")
                    .block("}", () -> {
                        DtoNames names = new DtoNames();
                        choice.values()
                                .forEach(value -> source.line("[EnumMember(Value = " + DtoSource.quoted(value) + ")] "
                                        + names.unique(DtoNames.pascal(value)) + ","));
                    });
        } else if (dto instanceof Dto.Structure structure) {
            String base = structure.base().map(name -> " : " + name).orElse("");
            source.line("[DataContract]")
                    .line("public class " + structure.name() + base)
                    .line("{")
                    .block("}", () -> members(structure, dtos, source));
        }
    }

    private static void members(Dto.Structure structure, Dtos dtos, DtoSource source) {
        Map<String, String> names = DtoNames.of(structure.all(), wire -> name(wire, structure));
        structure.own().forEach(member -> {
            source.comment("//", member.description());
            String name = names.getOrDefault(member.wire(), "");
            String attribute =
                    "[DataMember(Name = " + DtoSource.quoted(member.wire()) + ", EmitDefaultValue = false)] ";
            source.line((member.isSure() ? attribute.replace(", EmitDefaultValue = false", "") : attribute) + "public "
                    + type(member, dtos) + " " + (KEYWORDS.contains(name) ? "@" + name : name) + " { get; set; }");
        });
    }

    /** A property cannot be called like its class. */
    private static String name(String wire, Dto.Structure structure) {
        String name = DtoNames.plain(wire);
        return name.equals(structure.name()) || INHERITED.contains(name) ? name + "_" : name;
    }

    private static String type(DtoMember member, Dtos dtos) {
        boolean value = member.type() instanceof Scalar scalar && VALUES.contains(scalar)
                || member.type() instanceof DtoType.Named named && dtos.isChoice(named.name());
        return WORDS.of(member.type()) + (value && !member.isSure() ? "?" : "");
    }
}
