package io.platformapi.compat;

import com.fasterxml.jackson.databind.JsonNode;
import io.platformapi.contract.In;
import io.platformapi.contract.Operation;
import io.platformapi.contract.Parameter;
import io.platformapi.contract.schema.Type;
import io.platformapi.contract.source.Node;
import io.platformapi.report.Evidence;
import io.platformapi.report.Finding;
import io.platformapi.report.Level;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Compares the parameters of an operation with those of its successor. Path parameters are matched by their position,
 * header fields whatever their case.
 */
record ParameterComparison(Comparison comparison, Flow flow) {

    void compare(Operation before, Operation after) {
        new SideBySide<>(byPlace(before), byPlace(after))
                .each(
                        old -> removed(before, after, old),
                        (old, fresh) -> compare(before, old, fresh),
                        fresh -> added(before, fresh));
    }

    private static Map<String, Parameter> byPlace(Operation operation) {
        Map<String, Parameter> places = new LinkedHashMap<>();
        for (Parameter parameter : operation.parameters()) {
            String name = parameter.name();
            if (parameter.in() == In.QUERYSTRING) {
                name = "";
            } else if (parameter.in() == In.PATH) {
                int position = operation.path().variables().indexOf(name);
                name = position < 0 ? name : "" + position;
            } else if (parameter.in() == In.HEADER) {
                name = name.toLowerCase(Locale.ROOT);
            }
            places.put(parameter.in() + " " + name, parameter);
        }
        return places;
    }

    private static String name(Parameter parameter) {
        return MessagePart.name(parameter);
    }

    private void added(Operation operation, Parameter fresh) {
        Node nowhere = operation.node().member("parameters").member(fresh.name());
        if (fresh.required() && fresh.in() != In.PATH && flow.isOfClients()) {
            comparison.report(
                    OperationComparison.breaking(
                                    Change.PARAMETER_REQUIRED.id(flow),
                                    operation,
                                    name(fresh) + " is new and required.")
                            .provedBy(List.of(new Evidence(
                                    "witness",
                                    "any " + operation.method() + " without " + fresh.name() + ", as all were"))),
                    name(fresh),
                    nowhere,
                    fresh.node());
        } else if (fresh.in() == In.PATH) {
            comparison.schemas(
                    new Comparison.Part(flow, operation.toString(), name(fresh), Wire.TEXT), nowhere, written(fresh));
        } else {
            comparison.report(
                    OperationComparison.note(
                            Change.PARAMETER_ADDED.id(flow),
                            operation,
                            name(fresh) + " is new and " + (fresh.required() ? "always there." : "optional.")),
                    name(fresh),
                    nowhere,
                    fresh.node());
        }
    }

    private void removed(Operation before, Operation after, Parameter old) {
        if (old.in() == In.PATH) {
            return;
        }
        Node nowhere = after.node().member("parameters").member(old.name());
        if (!flow.isOfClients()) {
            comparison.report(
                    OperationComparison.found(
                            old.required(),
                            Change.PARAMETER_REMOVED.id(flow),
                            before,
                            name(old) + " is gone.",
                            "any " + before.method() + " without " + old.name()),
                    name(old),
                    old.node(),
                    nowhere);
            return;
        }
        Finding finding = Finding.of(
                        Change.PARAMETER_REMOVED.id(flow),
                        new Lifecycle(comparison).isOver(old.node()) ? Level.NOTE : Level.UNDECIDED,
                        before.toString(),
                        name(old) + " is gone.")
                .provedBy(List.of(new Evidence(
                        "undecided because", "no contract says what happens to parameters it does not know")));
        comparison.report(finding, name(old), old.node(), nowhere);
    }

    private static Node written(Parameter parameter) {
        return parameter.schema().written();
    }

    private void compare(Operation operation, Parameter old, Parameter fresh) {
        presence(operation, old, fresh);
        comparison.schemas(
                new Comparison.Part(flow, operation.toString(), name(old), Wire.of(old)), written(old), written(fresh));
        spelling(operation, old, fresh);
        meaningOfAbsence(operation, old, fresh);
        new Lifecycle(comparison).sunset(operation, name(old), old.node(), fresh.node());
    }

    private void presence(Operation operation, Parameter old, Parameter fresh) {
        if (fresh.required() != old.required()) {
            boolean required = fresh.required();
            comparison.report(
                    OperationComparison.found(
                            flow.isBrokenBy(required),
                            (required ? Change.PARAMETER_REQUIRED : Change.PARAMETER_OPTIONAL).id(flow),
                            operation,
                            name(old) + flow.presence(required),
                            "any " + operation.method() + " without " + old.name()),
                    name(old),
                    old.node(),
                    fresh.node());
        }
    }

    private void spelling(Operation operation, Parameter old, Parameter fresh) {
        String was = type(old);
        String is = type(fresh);
        if (!was.equals(is) && !ParameterForms.of(old).equals(ParameterForms.of(fresh))) {
            respelled(operation, old, fresh, Change.PARAMETER_STYLE_CHANGED, "content", was, is)
                    .report(true);
        }
        style(operation, old, fresh);
        allowed(operation, old, fresh);
    }

    /** Lists and objects are spelled by style; a single value is spelled the same in all but two styles. */
    private void style(Operation operation, Parameter old, Parameter fresh) {
        boolean composed = old.schema().is(Type.ARRAY) || old.schema().is(Type.OBJECT);
        boolean shows = !ParameterForms.of(old).equals(ParameterForms.of(fresh));
        if (composed && !shows) {
            return;
        }
        if (old.style() != fresh.style()) {
            respelled(
                            operation,
                            old,
                            fresh,
                            Change.PARAMETER_STYLE_CHANGED,
                            "style",
                            old.style().keyword(),
                            fresh.style().keyword())
                    .report(shows);
        } else if (old.explode() != fresh.explode()) {
            respelled(
                            operation,
                            old,
                            fresh,
                            Change.PARAMETER_EXPLODE_CHANGED,
                            "explode",
                            "" + old.explode(),
                            "" + fresh.explode())
                    .report(composed);
        }
    }

    private void allowed(Operation operation, Parameter old, Parameter fresh) {
        if (fresh.allowEmptyValue() && !old.allowEmptyValue()) {
            widened(operation, old, fresh, "it may be given without a value.");
        }
        if (fresh.allowReserved() && !old.allowReserved()) {
            widened(operation, old, fresh, "its value may have reserved characters as they are.");
        }
        if (old.allowEmptyValue() && !fresh.allowEmptyValue()) {
            respelled(
                            operation,
                            old,
                            fresh,
                            Change.PARAMETER_ALLOW_EMPTY_VALUE_CHANGED,
                            "allowEmptyValue",
                            "true",
                            "false")
                    .report(true);
        }
        if (old.allowReserved() && !fresh.allowReserved()) {
            respelled(operation, old, fresh, Change.PARAMETER_ALLOW_RESERVED_CHANGED, "allowReserved", "true", "false")
                    .report(true);
        }
    }

    private void widened(Operation operation, Parameter old, Parameter fresh, String said) {
        comparison.report(
                OperationComparison.note(Change.SCHEMA_EXTENDED.id(flow), operation, name(old) + ": " + said),
                name(old),
                old.node(),
                fresh.node());
    }

    /** The type that it is written in; where it has none, its style. */
    static String type(Parameter parameter) {
        return parameter.content() == null ? "none" : parameter.content().type().essence();
    }

    /** A change of spelling that is about to be reported. */
    private record Respelling(Comparison comparison, Finding finding, String place, Parameter old, Parameter fresh) {

        /** A change that no value shows is a slip: nobody knows what was meant. */
        void report(boolean shows) {
            Finding told = shows
                    ? finding.provedBy(List.of(
                            new Evidence("witness", ParameterForms.of(old) + ", today " + ParameterForms.of(fresh))))
                    : finding.on(Level.UNDECIDED)
                            .provedBy(List.of(new Evidence(
                                    "undecided because",
                                    "it says nothing about single values; if lists were meant, it breaks")));
            comparison.report(told, place, old.node(), fresh.node());
        }
    }

    private Respelling respelled(
            Operation operation, Parameter old, Parameter fresh, Change change, String what, String was, String is) {
        Finding finding = OperationComparison.breaking(
                change.id(flow), operation, name(old) + ": `" + what + "` was " + was + " and is " + is + ".");
        return new Respelling(comparison, finding, name(old) + " " + what + " " + is, old, fresh);
    }

    private void meaningOfAbsence(Operation operation, Parameter old, Parameter fresh) {
        JsonNode was = old.schema().keyword("default");
        JsonNode is = fresh.schema().keyword("default");
        if (!was.equals(is) && !old.required() && !fresh.required()) {
            comparison.report(
                    OperationComparison.breaking(
                                    Change.PARAMETER_DEFAULT_CHANGED.id(flow),
                                    operation,
                                    name(old) + ": `default` was " + shown(was) + " and is " + shown(is) + ".")
                            .provedBy(List.of(
                                    new Evidence("witness", "any " + operation.method() + " without " + old.name()))),
                    name(old) + " default " + shown(is),
                    old.node(),
                    fresh.node());
        }
    }

    private static String shown(JsonNode value) {
        return value.isMissingNode() ? "not given" : value.toString();
    }
}
