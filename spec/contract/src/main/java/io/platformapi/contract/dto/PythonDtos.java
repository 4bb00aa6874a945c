package io.platformapi.contract.dto;

import io.platformapi.contract.dto.DtoType.Scalar;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Data classes for Python, read and written by {@code dataclasses_json}; for the platform beside its own client
 * library.
 *
 * <p>Names are in snake_case, each member of which knows its name on the wire: the platform's own files ask for
 * camelCase there, in which {@code from_json} finds nothing in answers that are in PascalCase.
 */
final class PythonDtos implements DtoLanguage {

    private static final Set<String> KEYWORDS = Set.of("""
            and as assert async await break class continue def del elif else except finally for from global
            if import in is lambda nonlocal not or pass raise return self cls try while with yield schema to_dict
            from_dict to_json from_json field config str int float bool datetime decimal dataclass
            dataclass_json
            """.strip().split("\\s+"));
    private static final DtoWords WORDS = new DtoWords(
            Map.ofEntries(
                    Map.entry(Scalar.TEXT, "str"),
                    Map.entry(Scalar.UUID, "str"),
                    Map.entry(Scalar.MOMENT, "datetime.datetime"),
                    Map.entry(Scalar.DAY, "datetime.date"),
                    Map.entry(Scalar.BYTES, "str"),
                    Map.entry(Scalar.INT, "int"),
                    Map.entry(Scalar.LONG, "int"),
                    Map.entry(Scalar.FLOAT, "float"),
                    Map.entry(Scalar.DOUBLE, "float"),
                    Map.entry(Scalar.DECIMAL, "float"),
                    Map.entry(Scalar.BOOLEAN, "bool"),
                    Map.entry(Scalar.ANY, "Any")),
            name -> "\"" + name + "\"",
            items -> "List[" + items + "]",
            values -> "Dict[str, " + values + "]",
            "");

    @Override
    public String id() {
        return "python";
    }

    @Override
    public String title() {
        return "Python";
    }

    @Override
    public String file() {
        return "dtos.py";
    }

    @Override
    public String text(Dtos dtos) {
        DtoSource source = new DtoSource().comment("#", "Types of " + dtos.title() + ", made from its document.");
        if (dtos.hasLibrary()) {
            source.line(
                    "# Read answers by from_json of their classes: the platform's client looks for camelCase in them.");
        }
        source.lines(List.of("import datetime", "import decimal"));
        if (dtos.hasLibrary()) {
            source.lines(List.of("from marshmallow.fields import *", "from servicestack import *"));
        }
        source.lines(List.of(
                "from typing import *",
                "from dataclasses import dataclass, field",
                "from dataclasses_json import dataclass_json, LetterCase, Undefined, config",
                "from enum import Enum, IntEnum",
                "",
                "",
                "def _moment(text):",
                "    return text and datetime.datetime.fromisoformat(text.replace('Z', '+00:00'))",
                "",
                "",
                "def _day(text):",
                "    return text and datetime.date.fromisoformat(text)",
                "",
                "",
                "def _written(time):",
                "    return time and time.isoformat()"));
        dtos.besideLibrary().basesFirst().forEach(dto -> write(dto, source));
        return source.text();
    }

    private static void write(Dto dto, DtoSource source) {
        source.line("").line("").comment("#", String.join("\n", dto.routes()));
        if (dto instanceof Dto.Choice choice) {
            source.line("class " + choice.name() + "(str, Enum):").block("", () -> {
                words(choice.description(), source);
                DtoNames names = new DtoNames();
                choice.values()
                        .forEach(value ->
                                source.line(names.unique(DtoNames.snake(value)).toUpperCase(Locale.ROOT)
                                        + " = "
                                        + DtoSource.quoted(value)));
            });
        } else if (dto instanceof Dto.Structure structure) {
            String letters = "letter_case=LetterCase." + Spelling.of(structure);
            source.line("@dataclass_json(" + letters + ", undefined=Undefined.EXCLUDE)")
                    .line("@dataclass");
            source.line("class " + structure.name()
                            + structure.base().map(base -> "(" + base + ")").orElse("") + ":")
                    .block("", () -> members(structure, source));
        }
    }

    private static void members(Dto.Structure structure, DtoSource source) {
        words(structure.description(), source);
        Map<String, String> names =
                DtoNames.of(structure.all(), wire -> DtoNames.beside(KEYWORDS).apply(DtoNames.snake(wire)));
        Spelling spelling = Spelling.of(structure);
        structure.own().forEach(member -> {
            structure.call().ifPresent(call -> source.line(apiMember(member)));
            String name = names.getOrDefault(member.wire(), "");
            source.line(name + ": " + type(member) + " = "
                    + value(member, name.endsWith("_") ? name : spelling.wire(name)));
            words(member.description(), source);
        });
        if (structure.own().isEmpty()) {
            source.line("pass");
        }
    }

    /** What the platform's own files tell of the members of requests. */
    private static String apiMember(DtoMember member) {
        String required = member.isSure() ? "IsRequired=true, " : "";
        return "# @ApiMember(" + required + "Name=" + DtoSource.quoted(member.wire()) + ")";
    }

    /** Between quotes, as what it names may stand further down. */
    private static String type(DtoMember member) {
        String type = WORDS.of(member.type());
        return isFilled(member) ? type : "Optional[" + type + "]";
    }

    private static boolean isFilled(DtoMember member) {
        return member.isList() && member.isSure();
    }

    private static String value(DtoMember member, String wire) {
        List<String> config = new ArrayList<>();
        if (!wire.equals(member.wire())) {
            config.add("field_name=" + DtoSource.quoted(member.wire()));
        }
        if (member.type() == Scalar.MOMENT || member.type() == Scalar.DAY) {
            config.add("encoder=_written, decoder=" + (member.type() == Scalar.DAY ? "_day" : "_moment"));
        }
        String start = isFilled(member) ? "default_factory=list" : "default=None";
        if (config.isEmpty()) {
            return isFilled(member) ? "field(" + start + ")" : "None";
        }
        return "field(" + start + ", metadata=config(" + String.join(", ", config) + "))";
    }

    private static void words(String words, DtoSource source) {
        List<String> lines = DtoSource.lines(words.replace("\\", "\\\\").replace("\"\"\"", "'''"));
        if (!lines.isEmpty()) {
            source.line("\"\"\"").lines(lines).line("\"\"\"");
        }
    }

    /** How names on the wire follow from those in Python, for most members of a type. */
    private enum Spelling {
        PASCAL,
        CAMEL,
        SNAKE;

        static Spelling of(Dto.Structure structure) {
            return Stream.of(values())
                    .max(Comparator.comparingLong(spelling -> spelling.fits(structure)))
                    .orElseThrow();
        }

        private long fits(Dto.Structure structure) {
            return structure.all().stream()
                    .filter(member -> wire(DtoNames.snake(member.wire())).equals(member.wire()))
                    .count();
        }

        String wire(String name) {
            return switch (this) {
                case PASCAL -> DtoNames.pascal(name);
                case CAMEL -> DtoNames.camel(name);
                case SNAKE -> name;
            };
        }
    }
}
