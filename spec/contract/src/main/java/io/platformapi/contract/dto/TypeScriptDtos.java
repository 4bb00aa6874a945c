package io.platformapi.contract.dto;

import io.platformapi.contract.dto.DtoType.Scalar;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Types for TypeScript, strict. A request of the platform tells {@code @servicestack/client} its answer's type, as the
 * platform's generator has it.
 */
final class TypeScriptDtos implements DtoLanguage {

    private static final Pattern IDENTIFIER = Pattern.compile("[A-Za-z_$][A-Za-z0-9_$]*");
    private static final String RETURN = "export interface IReturn<T> { createResponse(): T; }";
    private static final DtoWords WORDS = new DtoWords(
            Map.ofEntries(
                    Map.entry(Scalar.TEXT, "string"),
                    Map.entry(Scalar.UUID, "string"),
                    Map.entry(Scalar.MOMENT, "string"),
                    Map.entry(Scalar.DAY, "string"),
                    Map.entry(Scalar.BYTES, "string"),
                    Map.entry(Scalar.INT, "number"),
                    Map.entry(Scalar.LONG, "number"),
                    Map.entry(Scalar.FLOAT, "number"),
                    Map.entry(Scalar.DOUBLE, "number"),
                    Map.entry(Scalar.DECIMAL, "number"),
                    Map.entry(Scalar.BOOLEAN, "boolean"),
                    Map.entry(Scalar.ANY, "unknown")),
            name -> name,
            items -> items + "[]",
            values -> "{ [name: string]: " + values + " }",
            " | ");

    @Override
    public String id() {
        return "typescript";
    }

    @Override
    public String title() {
        return "TypeScript";
    }

    @Override
    public String file() {
        return "dtos.ts";
    }

    @Override
    public String text(Dtos dtos) {
        DtoSource source = new DtoSource().comment("//", "Types of " + dtos.title() + ", made from its document.");
        List<Dto> declared = dtos.basesFirst();
        if (declared.stream().anyMatch(dto -> call(dto).isPresent())) {
            source.line("").line(RETURN);
        }
        declared.forEach(dto -> write(dto, source));
        return source.text();
    }

    private static Optional<Dto.Call> call(Dto dto) {
        return dto instanceof Dto.Structure structure ? structure.call() : Optional.empty();
    }

    private static void write(Dto dto, DtoSource source) {
        source.line("").comment("//", String.join("\n", dto.routes())).comment(dto.description());
        if (dto instanceof Dto.Structure structure) {
            source.line("export class " + structure.name() + ancestry(structure) + " {")
                    .block("}", () -> members(structure, source));
        } else if (dto instanceof Dto.Choice choice) {
            source.line("export type " + choice.name() + " =").block("", () -> values(choice, source));
        }
    }

    private static String ancestry(Dto.Structure structure) {
        String base = structure.base().map(name -> " extends " + name).orElse("");
        return base
                + structure
                        .call()
                        .map(call -> " implements IReturn<" + answer(call) + ">")
                        .orElse("");
    }

    private static String answer(Dto.Call call) {
        return call.answer().map(WORDS::of).orElse("void");
    }

    private static void values(Dto.Choice choice, DtoSource source) {
        String last = choice.values().get(choice.values().size() - 1);
        choice.values().stream()
                .limit(choice.values().size() - 1)
                .forEach(value -> source.line("| " + DtoSource.quoted(value)));
        source.line("| " + DtoSource.quoted(last) + ";");
    }

    private static void members(Dto.Structure structure, DtoSource source) {
        structure.own().forEach(member -> {
            source.comment(member.description());
            source.line("public " + name(member) + (member.required() ? "!" : "?") + ": " + type(member) + ";");
        });
        source.line("public constructor(init?: Partial<" + structure.name() + ">) {")
                .block("}", () -> {
                    structure.base().ifPresent(base -> source.line("super();"));
                    source.line("Object.assign(this, init);");
                });
        structure
                .call()
                .ifPresent(call -> source.lines(List.of(
                        "public getTypeName(): string { return " + DtoSource.quoted(structure.name()) + "; }",
                        "public getMethod(): string { return \"POST\"; }",
                        "public createResponse(): " + answer(call) + " { " + made(call) + "}")));
    }

    private static String made(Dto.Call call) {
        return call.answer()
                .filter(DtoType.Named.class::isInstance)
                .map(answer -> "return new " + WORDS.of(answer) + "(); ")
                .orElse(call.answer().isPresent() ? "return undefined as never; " : "");
    }

    private static String name(DtoMember member) {
        boolean taken = List.of("constructor", "__proto__").contains(member.wire());
        return IDENTIFIER.matcher(member.wire()).matches() && !taken
                ? member.wire()
                : "[" + DtoSource.quoted(member.wire()) + "]";
    }

    private static String type(DtoMember member) {
        String type = WORDS.of(member.type());
        return member.nullable() && !type.equals("unknown") ? type + " | null" : type;
    }
}
