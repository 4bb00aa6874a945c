package io.platformapi.mock.memory;

import io.platformapi.contract.check.Applied;
import io.platformapi.contract.schema.Schema;
import io.platformapi.contract.schema.Type;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Where in a body a thing, or a list of them, stands: the whole body, or a member of an object around it.
 *
 * @param path the members that lead to it
 * @param schema what stands there
 */
record Inlay(List<String> path, Schema schema) {

    private static final Set<String> AROUND_ONE = Set.of("data", "item", "result", "entity", "resource", "record");
    private static final Set<String> AROUND_MANY = Set.of(
            "data",
            "items",
            "results",
            "content",
            "contents",
            "values",
            "value",
            "records",
            "entries",
            "list",
            "elements",
            "rows",
            "hits",
            "docs",
            "resources",
            "collection");
    private static final int DEPTH = 2;

    /** The same place as a JSON pointer. */
    String pointer() {
        StringBuilder text = new StringBuilder();
        path.forEach(name -> text.append('/').append(name.replace("~", "~0").replace("/", "~1")));
        return text.toString();
    }

    /** What one thing of a list is. */
    Schema item() {
        return Applied.of(schema).item(0).schemas().stream().findFirst().orElseGet(schema::items);
    }

    /** Where a body that holds a thing has it, when it is not known yet what the thing is. */
    static Inlay thing(Schema body, String noun) {
        List<Inlay> around = members(new Inlay(List.of(), body))
                .filter(member -> ThingMembers.isThing(member.schema()))
                .toList();
        boolean wrapped = ThingMembers.names(body).stream()
                .noneMatch(name -> Words.plain(name).equals("id"));
        return around.stream()
                .filter(member -> wrapped && isAroundOne(member.path().get(0), noun))
                .findFirst()
                .orElseGet(() -> new Inlay(List.of(), body));
    }

    private static boolean isAroundOne(String name, String noun) {
        return AROUND_ONE.contains(Words.plain(name)) || Words.sameNoun(name, noun) || name.equals("attributes");
    }

    /** Where a body has a thing like another; empty if nowhere. */
    static Optional<Inlay> thing(Schema body, String noun, Schema known) {
        Inlay whole = new Inlay(List.of(), body);
        if (body.name().isPresent() && body.name().equals(known.name())) {
            return Optional.of(whole);
        }
        Optional<Inlay> inside = members(whole)
                .filter(member -> isAroundOne(member.path().get(0), noun))
                .filter(member -> ThingMembers.isThing(member.schema()) && ThingMembers.alike(member.schema(), known))
                .findFirst();
        return inside.or(() -> Optional.of(whole)
                .filter(all -> ThingMembers.isThing(body) && !body.is(Type.ARRAY) && ThingMembers.alike(body, known)));
    }

    private static Stream<Inlay> members(Inlay owner) {
        return ThingMembers.names(owner.schema()).stream()
                .flatMap(name ->
                        ThingMembers.schema(owner.schema(), name).stream().map(member -> owner.below(name, member)));
    }

    private Inlay below(String name, Schema member) {
        List<String> longer = new ArrayList<>(path);
        longer.add(name);
        return new Inlay(List.copyOf(longer), member);
    }

    /**
     * Where a body has a list of things.
     *
     * @param known what one of them is, as far as is known
     * @param noun what the document calls them
     */
    static Optional<Inlay> list(Schema body, String noun, Optional<Schema> known) {
        if (isList(body)) {
            Inlay whole = new Inlay(List.of(), body);
            return Optional.of(whole).filter(all -> ThingMembers.isThing(all.item()));
        }
        List<Inlay> lists = new ArrayList<>();
        collect(new Inlay(List.of(), body), lists);
        return lists.stream()
                .filter(list -> worth(list, noun, known, lists.size()) > 0)
                .max(Comparator.comparingInt(list -> worth(list, noun, known, lists.size())));
    }

    private static boolean isList(Schema schema) {
        Applied all = Applied.of(schema);
        return all.is(Type.ARRAY)
                && (!all.is(Type.OBJECT) || ThingMembers.names(schema).isEmpty());
    }

    private static void collect(Inlay owner, List<Inlay> lists) {
        members(owner).forEach(member -> {
            if (isList(member.schema()) && ThingMembers.isThing(member.item())) {
                lists.add(member);
            } else if (member.path().size() < DEPTH && ThingMembers.isThing(member.schema())) {
                collect(member, lists);
            }
        });
    }

    private static int worth(Inlay list, String noun, Optional<Schema> known, int rivals) {
        String name = list.path().get(list.path().size() - 1);
        int worth = 0;
        if (known.isPresent()) {
            Schema item = list.item();
            worth += item.name().isPresent() && item.name().equals(known.get().name()) ? 8 : 0;
            worth += ThingMembers.alike(item, known.get()) ? 4 : -3;
        }
        worth += Words.sameNoun(name, noun) ? 4 : 0;
        worth += AROUND_MANY.contains(Words.plain(name)) ? 4 : 0;
        worth += rivals == 1 && known.isEmpty() ? 1 : 0;
        return worth + (worth > 0 && list.path().size() == 1 ? 1 : 0);
    }
}
