package io.platformapi.verify.chains;

import com.fasterxml.jackson.databind.JsonNode;
import io.platformapi.contract.In;
import io.platformapi.contract.Operation;
import io.platformapi.contract.Parameter;
import io.platformapi.contract.http.Percent;
import io.platformapi.verify.cases.CheckId;
import io.platformapi.verify.checks.Exchange;
import io.platformapi.verify.checks.Failure.Blame;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntPredicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/**
 * A list that is asked for in the order of a member comes in it.
 *
 * <p>Only orders that the document lists are asked for, and only numbers, moments, and texts of plain letters and
 * digits, are held to them: how others are sorted is a matter of languages. An order that does not say its direction
 * may have either; {@code -name} is the other way round. Where all orders are alike, that is a note.
 */
final class SortedAsAsked implements Relation {

    private static final Pattern SORT = Pattern.compile("(?i)sort|sort_?by|order_?by|order");
    private static final Pattern VALUE =
            Pattern.compile("(?i)([+-]?)([A-Za-z][A-Za-z0-9_]*?)(?:[:. _-](asc|desc)(?:ending)?)?");
    private static final int SHOWN = 8;
    private static final Pattern PLAIN = Pattern.compile("[A-Za-z0-9]+");

    @Override
    public void follow(Scene scene) throws IOException {
        Optional<Operation> list = scene.family().operation(Act.LIST);
        for (Parameter parameter : list.map(Operation::parameters).orElse(List.of())) {
            boolean sorts =
                    parameter.in() == In.QUERY && SORT.matcher(parameter.name()).matches();
            List<JsonNode> orders = sorts ? enumerated(parameter) : List.of();
            for (JsonNode order : orders) {
                look(scene, parameter, order.asText());
            }
        }
    }

    private static List<JsonNode> enumerated(Parameter parameter) {
        return Stream.of(parameter.schema(), parameter.schema().items())
                .flatMap(schema -> StreamSupport.stream(schema.keyword("enum").spliterator(), false))
                .filter(JsonNode::isTextual)
                .toList();
    }

    private static void look(Scene scene, Parameter parameter, String order) throws IOException {
        Matcher value = VALUE.matcher(order);
        if (!value.matches()) {
            return;
        }
        String pair = Percent.encoded(parameter.name()) + "=" + Percent.encoded(order);
        Optional<Exchange> sorted = scene.list(request -> ListPages.with(ListPages.most(scene, request), pair))
                .filter(Scene::succeeded);
        List<JsonNode> items =
                sorted.map(one -> ListedItems.of(scene.shown(one))).orElse(List.of());
        Optional<String> member = member(items, value.group(2));
        List<JsonNode> values = member.stream()
                .flatMap(name -> items.stream().map(item -> item.path(name)))
                .filter(SortedAsAsked::isHeld)
                .toList();
        if (values.size() < 2) {
            return;
        }
        boolean rises = isInOrder(values, step -> step <= 0);
        boolean falls = isInOrder(values, step -> step >= 0);
        boolean down = value.group(1).equals("-") || "desc".equalsIgnoreCase(value.group(3));
        boolean told = down || value.group(1).equals("+") || "asc".equalsIgnoreCase(value.group(3));
        boolean right = told ? down && falls || !down && rises : rises || falls;
        if (!right) {
            String way = !told ? "" : down ? ", the largest first" : ", the least first";
            scene.blameAlone(
                    CheckId.SORTED_AS_ASKED,
                    sorted.orElseThrow(),
                    "A list is not in the order that was asked for: " + order + ".",
                    "the items by " + member.orElseThrow() + way,
                    values.stream().limit(SHOWN).map(JsonNode::asText).toList().toString(),
                    isUsual(scene, items) ? Blame.NOBODY : Blame.SERVER);
        }
    }

    /** Whether a list comes so anyhow: its server passes over the order, which is worth knowing and often meant. */
    private static boolean isUsual(Scene scene, List<JsonNode> items) throws IOException {
        Optional<Exchange> plain =
                scene.list(request -> ListPages.most(scene, request)).filter(Scene::succeeded);
        return plain.map(one -> names(scene, ListedItems.of(scene.shown(one))))
                .filter(names(scene, items)::equals)
                .isPresent();
    }

    private static List<String> names(Scene scene, List<JsonNode> items) {
        return items.stream().map(item -> scene.identity().of(item).orElse("")).toList();
    }

    private static boolean isHeld(JsonNode value) {
        return value.isNumber()
                || value.isTextual()
                        && (PLAIN.matcher(value.asText()).matches()
                                || moment(value).isPresent());
    }

    /** The member of a name, or of the moment that is called so: {@code createdAt} for {@code created}. */
    private static Optional<String> member(List<JsonNode> items, String named) {
        String plain = plain(named);
        return Stream.of("", "(at|on|date|time|timestamp)")
                .flatMap(behind -> items.stream()
                        .flatMap(item -> item.properties().stream())
                        .map(Map.Entry::getKey)
                        .filter(name -> plain(name).matches(plain + behind)))
                .findFirst();
    }

    private static Optional<Instant> moment(JsonNode value) {
        try {
            return value.isTextual()
                    ? Optional.of(OffsetDateTime.parse(value.asText()).toInstant())
                    : Optional.empty();
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private static String plain(String name) {
        return name.replaceAll("[^A-Za-z0-9]", "").toLowerCase(Locale.ROOT);
    }

    /** Whether each value stands rightly beside the next, capital letters counted or not. */
    private static boolean isInOrder(List<JsonNode> values, IntPredicate step) {
        return Stream.of(false, true).anyMatch(folded -> {
            List<Integer> steps = new ArrayList<>();
            for (int i = 1; i < values.size(); i++) {
                steps.add(compared(values.get(i - 1), values.get(i), folded));
            }
            return steps.stream().allMatch(step::test);
        });
    }

    private static int compared(JsonNode one, JsonNode other, boolean folded) {
        if (one.isNumber() && other.isNumber()) {
            BigDecimal number = one.decimalValue();
            return number.compareTo(other.decimalValue());
        }
        Optional<Instant> then = moment(one);
        Optional<Instant> later = then.isEmpty() ? then : moment(other);
        if (later.isPresent()) {
            return then.get().compareTo(later.get());
        }
        return folded
                ? one.asText().compareToIgnoreCase(other.asText())
                : one.asText().compareTo(other.asText());
    }
}
