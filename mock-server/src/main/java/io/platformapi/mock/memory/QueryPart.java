package io.platformapi.mock.memory;

import io.platformapi.contract.In;
import io.platformapi.contract.Parameter;
import io.platformapi.contract.schema.Type;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/** What a query parameter of a list means, by its name and schema. */
enum QueryPart {
    SIZE(
            Set.of(
                    "limit",
                    "perpage",
                    "pagesize",
                    "pagelimit",
                    "size",
                    "maxresults",
                    "top",
                    "take",
                    "maxitems",
                    "first"),
            true),
    PAGE(Set.of("page", "pagenumber", "pageno", "pageindex", "pagenum", "currentpage"), true),
    OFFSET(Set.of("offset", "skip", "start", "startindex", "pageoffset", "startat"), true),
    CURSOR(
            Set.of(
                    "cursor",
                    "after",
                    "startingafter",
                    "pagetoken",
                    "nexttoken",
                    "continuationtoken",
                    "pagecursor",
                    "pageafter",
                    "nextcursor",
                    "startafter"),
            false),
    SORT(Set.of("sort", "sortby", "orderby", "ordering", "sortfield"), false),
    DIRECTION(Set.of("order", "direction", "sortorder", "sortdirection", "dir", "sortdir", "orderdirection"), false),
    /** A member has this value. */
    FILTER(Set.of(), false),
    /** A member has this value or a larger one, as by {@code minPrice}. */
    AT_LEAST(Set.of(), false),
    /** A member has this value or a smaller one, as by {@code maxPrice}. */
    AT_MOST(Set.of(), false),
    /** Something the memory does not understand. */
    UNKNOWN(Set.of(), false);

    private static final String LEAST = "min.+|.+(min|gte|from)";
    private static final String MOST = "max.+|.+(max|lte|to)";

    private final Set<String> names;
    private final boolean whole;

    QueryPart(Set<String> names, boolean whole) {
        this.names = names;
        this.whole = whole;
    }

    /** What a parameter means in a list of such things. */
    static QueryPart of(Parameter parameter, Holding holding) {
        if (parameter.in() != In.QUERY || parameter.schema().is(Type.OBJECT)) {
            return UNKNOWN;
        }
        String name = Words.plain(parameter.name());
        for (QueryPart part : values()) {
            if (part.names.contains(name) && part.suits(parameter)) {
                return part;
            }
        }
        if (member(parameter, holding).isPresent()) {
            return bound(parameter, holding).orElse(FILTER);
        }
        return UNKNOWN;
    }

    /** What a parameter bounds that is no member itself; empty where it bounds nothing. */
    private static Optional<QueryPart> bound(Parameter parameter, Holding holding) {
        String name = Words.plain(bare(parameter));
        return named(holding, Words.plain(name)::equals).isPresent()
                ? Optional.empty()
                : name.matches(LEAST)
                        ? Optional.of(AT_LEAST)
                        : name.matches(MOST) ? Optional.of(AT_MOST) : Optional.empty();
    }

    private static String bare(Parameter parameter) {
        return parameter.name().replaceFirst("^filter\\[(.+)]$", "$1");
    }

    private static Optional<String> named(Holding holding, Predicate<String> plain) {
        return ThingMembers.names(holding.schema()).stream()
                .filter(name -> plain.test(Words.plain(name)))
                .filter(name -> ThingMembers.schema(holding.schema(), name)
                        .filter(schema -> !schema.is(Type.OBJECT))
                        .isPresent())
                .findFirst();
    }

    private boolean suits(Parameter parameter) {
        return !whole
                || parameter.schema().is(Type.INTEGER)
                || parameter.schema().is(Type.NUMBER);
    }

    /**
     * The member that a filter speaks of: one of its name, of the plural where either is a list, or what {@code min} or
     * {@code max} is of.
     */
    static Optional<String> member(Parameter parameter, Holding holding) {
        String plain = Words.plain(bare(parameter));
        String subject = plain.replaceFirst("^(min|max)|(min|max|gte|lte|from|to)$", "");
        return named(holding, plain::equals)
                .or(() -> named(holding, name -> parameter.schema().is(Type.ARRAY) && Words.sameNoun(name, plain)))
                .or(() -> lists(holding, plain))
                .or(() -> subject.isEmpty() || subject.equals(plain)
                        ? Optional.empty()
                        : named(holding, subject::equals));
    }

    private static Optional<String> lists(Holding holding, String plain) {
        return named(holding, name -> Words.sameNoun(name, plain))
                .filter(name -> ThingMembers.schema(holding.schema(), name)
                        .filter(schema -> schema.is(Type.ARRAY))
                        .isPresent());
    }

    /** Those that mean something else than a filter, by what the words of a line say. */
    static Map<QueryPart, String> words() {
        return Map.of(
                SIZE,
                "size",
                PAGE,
                "page",
                OFFSET,
                "offset",
                CURSOR,
                "cursor",
                SORT,
                "sort",
                DIRECTION,
                "direction",
                FILTER,
                "filter",
                AT_LEAST,
                "at least",
                AT_MOST,
                "at most",
                UNKNOWN,
                "not used");
    }
}
