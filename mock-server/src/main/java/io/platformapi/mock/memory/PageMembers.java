package io.platformapi.mock.memory;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.IntNode;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.platformapi.contract.Content;
import io.platformapi.contract.check.OneWay;
import io.platformapi.contract.schema.Schema;
import io.platformapi.contract.schema.Type;
import io.platformapi.mock.memory.Recollection.Filled;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What bodies tell of a page besides its things: how many there are in all, which page it is, where the next begins.
 */
final class PageMembers {

    private static final Set<String> TOTALS = Set.of(
            "total",
            "totalcount",
            "totalitems",
            "totalresults",
            "totalelements",
            "totalrecords",
            "count",
            "itemcount",
            "recordcount",
            "numresults",
            "resultcount",
            "totalsize",
            "totalhits",
            "totalentries");
    private static final Set<String> HERE = Set.of("numberofelements", "pagecount", "currentcount", "returned");
    private static final Set<String> PAGES = Set.of("totalpages", "pages", "lastpage", "pagestotal");
    private static final Set<String> NUMBER =
            Set.of("page", "pagenumber", "currentpage", "pageindex", "number", "pageno");
    private static final Set<String> SIZES =
            Set.of("limit", "perpage", "pagesize", "size", "itemsperpage", "pagelimit");
    private static final Set<String> OFFSETS = Set.of("offset", "skip", "start", "startindex", "startat");
    private static final Set<String> MORE =
            Set.of("hasmore", "hasnext", "hasnextpage", "more", "truncated", "istruncated");
    private static final Set<String> NEXT =
            Set.of("next", "nextcursor", "nextpagetoken", "nexttoken", "cursor", "after", "endcursor", "nextpage");
    private static final Set<String> BEFORE =
            Set.of("previous", "prev", "previouscursor", "prevcursor", "previouspage");

    private final ListWish wish;
    private final ListWish.Page page;

    PageMembers(ListWish wish, ListWish.Page page) {
        this.wish = wish;
        this.page = page;
    }

    /** The body with what is true of the page, as far as its schema takes it. */
    Filled told(Content content, Inlay list, Filled body) {
        JsonNode told = body.value().deepCopy();
        if (told instanceof ObjectNode object) {
            fill(content, content.schema(), object, object, list);
        }
        return new Filled(told, body.notices());
    }

    private void fill(Content content, Schema schema, ObjectNode whole, ObjectNode owner, Inlay list) {
        for (String name : ThingMembers.names(schema)) {
            Optional<Schema> member = ThingMembers.schema(schema, name);
            boolean isList = owner.path(name).isArray()
                    || list.path().contains(name) && !owner.path(name).isObject();
            if (member.isPresent() && !isList) {
                if (owner.path(name) instanceof ObjectNode inner) {
                    fill(content, member.get(), whole, inner, list);
                } else {
                    values(Words.plain(name), member.get()).forEach(value -> put(content, whole, owner, name, value));
                }
            }
        }
    }

    /** Sets a member where the whole keeps its schema so; the last that does counts. */
    private static void put(
            Content content, ObjectNode whole, ObjectNode owner, String name, Optional<JsonNode> value) {
        JsonNode before = owner.get(name);
        if (value.isPresent()) {
            owner.set(name, value.get());
        } else {
            owner.remove(name);
        }
        if (!OneWay.WRITE_ONLY.faults(content.schema(), whole).isEmpty()) {
            if (before == null) {
                owner.remove(name);
            } else {
                owner.set(name, before);
            }
        }
    }

    /** What a member may be set to, the best last. */
    private Stream<Optional<JsonNode>> values(String plain, Schema schema) {
        for (Map.Entry<Set<String>, Integer> known : numbers().entrySet()) {
            if (known.getKey().contains(plain) && (schema.is(Type.INTEGER) || schema.is(Type.NUMBER))) {
                return Stream.of(Optional.of(IntNode.valueOf(known.getValue())));
            }
        }
        if (MORE.contains(plain) && schema.is(Type.BOOLEAN)) {
            return Stream.of(Optional.of(BooleanNode.valueOf(page.hasNext())));
        }
        if (NEXT.contains(plain)) {
            return page.hasNext() ? next(schema) : nothing();
        }
        return BEFORE.contains(plain) && page.offset() == 0 ? nothing() : Stream.of();
    }

    private static Stream<Optional<JsonNode>> nothing() {
        return Stream.of(Optional.of(TextNode.valueOf("")), Optional.empty(), Optional.of(NullNode.getInstance()));
    }

    private Stream<Optional<JsonNode>> next(Schema schema) {
        if (schema.is(Type.INTEGER)) {
            boolean pages = wish.parameter(QueryPart.PAGE).isPresent();
            int next = pages
                    ? page.number() + 1 + wish.firstPage()
                    : page.offset() + page.things().size();
            return Stream.of(Optional.of(IntNode.valueOf(next)));
        }
        List<State.Entry> things = page.things();
        String last =
                things.isEmpty() ? "" : things.get(things.size() - 1).address().key();
        return Stream.of(Optional.of(TextNode.valueOf(last)));
    }

    private Map<Set<String>, Integer> numbers() {
        int size = page.size();
        return Map.of(
                TOTALS,
                page.total(),
                HERE,
                page.things().size(),
                PAGES,
                size == 0 ? 0 : (page.total() + size - 1) / size,
                NUMBER,
                page.number() + wish.firstPage(),
                SIZES,
                size,
                OFFSETS,
                page.offset());
    }
}
