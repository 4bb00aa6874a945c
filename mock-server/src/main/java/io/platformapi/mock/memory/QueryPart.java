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
    /** Something the memory does not understand. */
    UNKNOWN(Set.of(), false);

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
        return member(parameter, holding).isPresent() ? FILTER : UNKNOWN;
    }

    private boolean suits(Parameter parameter) {
        return !whole
                || parameter.schema().is(Type.INTEGER)
                || parameter.schema().is(Type.NUMBER);
    }

    /** The member that a filter speaks of; also of one called by the plural, or {@code filter[name]}. */
    static Optional<String> member(Parameter parameter, Holding holding) {
        String bare = parameter.name().replaceFirst("^filter\\[(.+)]$", "$1");
        String plain = Words.plain(bare);
        Predicate<String> same = name -> Words.plain(name).equals(plain);
        Predicate<String> many = name -> parameter.schema().is(Type.ARRAY) && Words.sameNoun(name, plain);
        return ThingMembers.names(holding.schema()).stream()
                .filter(same.or(many))
                .filter(name -> ThingMembers.schema(holding.schema(), name)
                        .filter(schema -> !schema.is(Type.OBJECT))
                        .isPresent())
                .findFirst();
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
                UNKNOWN,
                "not used");
    }
}
