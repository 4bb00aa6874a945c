package io.platformapi.verify.chains;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.platformapi.contract.check.Applied;
import io.platformapi.contract.check.OneWay;
import io.platformapi.contract.source.Excerpt;
import io.platformapi.contract.source.Node;
import java.math.BigDecimal;
import java.text.Normalizer;
import java.time.DateTimeException;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/**
 * Compares what a server was given with what it shows, as far as it may not change that.
 *
 * <p>Servers trim, fold letters and spell moments, numbers and sets as they like; passwords they do not show, and what
 * tells of the resource itself, such as its id or the moment of its last change, is theirs.
 */
final class Likeness {

    /** What a server itself says of a resource, whatever it is sent. */
    private static final Pattern OWN =
            Pattern.compile("(?i)(.*[_-])?(id|self|href|links?|meta|version|rev|revision|etag|seq|hash"
                    + "|checksum|created|updated|modified|now|timestamp|password|passcode|secret|token|pin|cvv|cvc|nonce)"
                    + "|_.*|.*(_at|_on|_count)|(?-i:.*[a-z0-9](Id|At|Links?|Token|Secret|Password|Version|Hash|Count))"
                    + "|(created|updated|modified|last).*"
                    + "|.*(views|hits|visits|uptime|request).*");

    /** What a server may decide itself when a resource is made. */
    private static final Pattern FIRST_STATE =
            Pattern.compile("(?i).*(status|state|phase|stage|balance|total|amount).*");

    /** What may be another each time it is read; versions and the moments of changes may not. */
    private static final Pattern MOVING = Pattern.compile(
            "(?i)(.*[_-])?(self|href|links?|meta|seq|now|timestamp|password|passcode|secret|token|pin"
                    + "|cvv|cvc|nonce|age|ttl)|_.*|.*_count|(?-i:.*[a-z0-9](Links?|Token|Secret|Password|Count|Age|Ttl|Nonce"
                    + "|Signature))|last.*|.*(generated|fetched|retrieved|queried|server|current|response).*(at|time|on)"
                    + "|.*(views|hits|visits|uptime|request|popularity|opens|downloads|clicks|plays|reads|elapsed"
                    + "|expires_?in|remaining|time_?left|signature|(signed|download|upload|preview).?ur[il]|trace.?id).*");

    private static final Applied UNKNOWN = new Applied(List.of());

    /** Telephone, account and book numbers, which have many spellings. */
    private static final Pattern NUMBERED = Pattern.compile("[+(A-Z]{0,4}[0-9](?:[ ()/+-]*[0-9A-Z]){4,40}");

    private static final Pattern SEPARATORS = Pattern.compile("[ ()/+-]|^\\+?00");
    private static final BigDecimal CLOSE = new BigDecimal("0.000001");
    private static final int LONGEST = 80;

    private final Predicate<String> owned;

    private Likeness(Predicate<String> owned) {
        this.owned = owned;
    }

    /** What differs: where, and what was there before and after. */
    record Difference(String pointer, String expected, String received) {}

    /** Compares what was made. */
    static Likeness ofMade() {
        return new Likeness(OWN.asMatchPredicate().or(FIRST_STATE.asMatchPredicate()));
    }

    /** Compares what was given to one that is there, and what it was before. */
    static Likeness ofKept() {
        return new Likeness(OWN.asMatchPredicate());
    }

    /** Compares what is read twice. */
    static Likeness ofRead() {
        return new Likeness(MOVING.asMatchPredicate());
    }

    /** Whether a member is called as what may be another each time it is read. */
    static boolean moves(String name) {
        return MOVING.matcher(name).matches();
    }

    /**
     * The first difference that matters; empty where there is none.
     *
     * @param documented the schemas of what is shown: what they do not declare need not be shown
     */
    Optional<Difference> difference(JsonNode given, JsonNode shown, Applied documented) {
        return difference("", given, shown, documented);
    }

    /** The first difference between what both show. */
    Optional<Difference> common(JsonNode one, JsonNode other) {
        for (var member : one.properties()) {
            boolean both = other.has(member.getKey()) && !owned.test(member.getKey());
            if (both && !isLike(member.getValue(), other.get(member.getKey()), UNKNOWN)) {
                return Optional.of(
                        differing("/" + Node.escape(member.getKey()), member.getValue(), other.get(member.getKey())));
            }
        }
        return Optional.empty();
    }

    private Optional<Difference> difference(String at, JsonNode given, JsonNode shown, Applied documented) {
        if (!given.isObject() || !shown.isObject()) {
            return isLike(given, shown, documented) ? Optional.empty() : Optional.of(differing(at, given, shown));
        }
        for (var member : given.properties()) {
            String name = member.getKey();
            if (!isToBeShown(name, documented)) {
                continue;
            }
            String place = at + "/" + Node.escape(name);
            Optional<Difference> found = shown.has(name)
                    ? difference(place, member.getValue(), shown.get(name), documented.member(name))
                    : isNothing(member.getValue())
                            ? Optional.empty()
                            : Optional.of(new Difference(place, text(member.getValue()), "nothing"));
            if (found.isPresent()) {
                return found;
            }
        }
        return Optional.empty();
    }

    private boolean isToBeShown(String name, Applied documented) {
        return !owned.test(name) && isDeclared(documented, name) && !OneWay.WRITE_ONLY.marks(documented.member(name));
    }

    /** By its name, or as a member of a map. */
    private static boolean isDeclared(Applied documented, String name) {
        return documented.declared().contains(name)
                || documented.schemas().stream()
                        .anyMatch(schema -> schema.additionalProperties().isPresent()
                                && schema.properties().isEmpty());
    }

    private static Difference differing(String at, JsonNode given, JsonNode shown) {
        return new Difference(at, text(given), text(shown));
    }

    private static String text(JsonNode value) {
        return Excerpt.of(value.toString(), LONGEST);
    }

    private static boolean isNothing(JsonNode value) {
        return value.isNull()
                || value.isContainerNode() && value.isEmpty()
                || value.isTextual() && value.asText().isBlank();
    }

    private boolean isLike(JsonNode given, JsonNode shown, Applied documented) {
        if (given.isNumber() && shown.isNumber()) {
            BigDecimal one = given.decimalValue();
            BigDecimal margin = one.abs().max(BigDecimal.ONE).multiply(CLOSE);
            return one.subtract(shown.decimalValue()).abs().compareTo(margin) <= 0;
        }
        if (given.isArray() && shown.isArray()) {
            return isSameSet(given, shown, documented);
        }
        if (given.isObject() && shown.isObject()) {
            return given.properties().stream()
                    .allMatch(member -> isKept(member.getKey(), member.getValue(), shown, documented));
        }
        boolean texts = given.isTextual() && shown.isTextual();
        return texts
                ? isLike(given.asText(), shown.asText())
                : given.equals(shown) || isNothing(given) && isNothing(shown);
    }

    private boolean isKept(String name, JsonNode given, JsonNode shown, Applied documented) {
        return shown.has(name)
                ? owned.test(name) || isLike(given, shown.get(name), documented.member(name))
                : isNothing(given) || !isToBeShown(name, documented);
    }

    private boolean isSameSet(JsonNode given, JsonNode shown, Applied documented) {
        Applied items = documented.item(0);
        List<JsonNode> all = distinct(shown, items);
        List<JsonNode> left = new ArrayList<>(all.size() == shown.size() ? distinct(given, items) : list(given));
        boolean each = list(shown).stream().allMatch(item -> isTaken(left, item, items));
        return each && left.isEmpty();
    }

    private boolean isTaken(List<JsonNode> given, JsonNode shown, Applied items) {
        Optional<JsonNode> twin =
                given.stream().filter(item -> isLike(item, shown, items)).findFirst();
        twin.ifPresent(given::remove);
        return twin.isPresent();
    }

    /** What is alike may be kept once. */
    private List<JsonNode> distinct(JsonNode list, Applied items) {
        List<JsonNode> distinct = new ArrayList<>();
        list(list).stream()
                .filter(item -> distinct.stream().noneMatch(other -> isLike(item, other, items)))
                .forEach(distinct::add);
        return distinct;
    }

    private static List<JsonNode> list(JsonNode list) {
        List<JsonNode> items = new ArrayList<>();
        list.forEach(items::add);
        return items;
    }

    private static boolean isLike(String given, String shown) {
        boolean numbered =
                NUMBERED.matcher(given).matches() && NUMBERED.matcher(shown).matches();
        return folded(given).equals(folded(shown))
                || shown.contains("**")
                || numbered
                        && SEPARATORS
                                .matcher(given)
                                .replaceAll("")
                                .equals(SEPARATORS.matcher(shown).replaceAll(""));
    }

    private static String folded(String text) {
        try {
            return OffsetDateTime.parse(text)
                    .toInstant()
                    .truncatedTo(ChronoUnit.SECONDS)
                    .toString();
        } catch (DateTimeException e) {
            return Normalizer.normalize(text, Normalizer.Form.NFKC)
                    .replaceAll("\\s+", " ")
                    .strip()
                    .replaceFirst("/$", "")
                    .toLowerCase(Locale.ROOT);
        }
    }

    /** What is shown without what its server says of it. */
    JsonNode without(JsonNode shown) {
        if (shown instanceof ArrayNode list) {
            ArrayNode left = list.arrayNode();
            list.forEach(item -> left.add(without(item)));
            return left;
        }
        if (!(shown instanceof ObjectNode object)) {
            return shown;
        }
        ObjectNode left = object.objectNode();
        object.properties().stream()
                .filter(member -> !owned.test(member.getKey()))
                .forEach(member -> left.set(member.getKey(), without(member.getValue())));
        return left;
    }
}
