package io.platformapi.compat.change;

import com.fasterxml.jackson.databind.JsonNode;
import io.platformapi.contract.source.Node;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** A look at two schemas: what their own keywords say differently, and the schemas inside that stand side by side. */
final class SchemaLook {

    private final FlatSchema old;
    private final FlatSchema fresh;
    private final SchemaChange.Pair pair;
    private final List<SchemaChange> changes = new ArrayList<>();
    private final List<Step> steps = new ArrayList<>();

    SchemaLook(FlatSchema old, FlatSchema fresh) {
        this.old = old;
        this.fresh = fresh;
        this.pair = new SchemaChange.Pair(old.home(), fresh.home());
    }

    /** The way from a pair of schemas to one inside. */
    record Step(String path, SchemaChange.Pair to, String within) {}

    List<SchemaChange> changes() {
        return changes;
    }

    List<Step> steps() {
        return steps;
    }

    SchemaLook look() {
        if (isNothing(old.home()) != isNothing(fresh.home())) {
            add(SchemaChange.Kind.CHANGED, "", "", List.of(), old.home(), fresh.home());
            return this;
        }
        if (new UploadLook(old, fresh).isSame()) {
            return this;
        }
        Optional<WrapLook> wrapped = WrapLook.at(old, fresh);
        if (wrapped.isPresent()) {
            wrapped(wrapped.get());
            return this;
        }
        types();
        KeywordSorts.LISTS.forEach(this::listed);
        required();
        members();
        byName("patternProperties", "/*");
        tuple();
        KeywordSorts.UNIONS.forEach(keyword -> new UnionLook(this, old, fresh, keyword).look());
        BoundLook.at(old, fresh)
                .forEach(each -> add(SchemaChange.Kind.CHANGED, each.keyword(), "", List.of(), each.was(), each.is()));
        boolean bytes = new UploadLook(old, fresh).isOfBytes();
        names().filter(name -> !bytes || !UploadLook.tells(name)).forEach(this::other);
        return this;
    }

    /** What a schema says is said by a branch of a union now, or was: the other branches are new, or gone. */
    private void wrapped(WrapLook wrap) {
        boolean come = wrap.union() == fresh;
        SchemaChange.Kind kind = come ? SchemaChange.Kind.BRANCH_ADDED : SchemaChange.Kind.BRANCH_REMOVED;
        Node none = wrap.plain().keyword(wrap.keyword());
        wrap.beyond()
                .forEach(branch -> add(
                        kind,
                        wrap.keyword(),
                        "",
                        List.of(UnionLook.words(branch)),
                        come ? none : branch,
                        come ? branch : none));
        step("", come ? old.home() : wrap.branch(), come ? wrap.branch() : fresh.home());
        names().filter(KeywordSorts.DESCRIBING::contains).forEach(this::other);
    }

    private Stream<String> names() {
        return Stream.concat(old.keywords().keySet().stream(), fresh.keywords().keySet().stream())
                .distinct();
    }

    private static boolean isNothing(Node schema) {
        return schema.json().isBoolean() && !schema.json().asBoolean();
    }

    void add(SchemaChange.Kind kind, String keyword, String subject, List<String> values, Node before, Node after) {
        changes.add(new SchemaChange(kind, "", keyword, subject, values, before, after, pair, ""));
    }

    private void changed(String keyword) {
        add(SchemaChange.Kind.CHANGED, keyword, "", List.of(), old.keyword(keyword), fresh.keyword(keyword));
    }

    void step(String path, Node before, Node after) {
        steps.add(new Step(path, new SchemaChange.Pair(before, after), ""));
    }

    private void types() {
        if (!old.types().equals(fresh.types())) {
            Set<String> was = new LinkedHashSet<>(old.types());
            Set<String> is = new LinkedHashSet<>(fresh.types());
            was.remove("null");
            is.remove("null");
            boolean upgraded = old.dialect() != fresh.dialect();
            if (upgraded && was.equals(is) && (old.isNullableInVain() || fresh.isNullableInVain())) {
                return;
            }
            boolean byNull = was.equals(is) && old.isNullable() != fresh.isNullable();
            changed(byNull && (!old.types().isEmpty() && !fresh.types().isEmpty()) ? nullKeyword() : "type");
        }
    }

    /** In 3.1 {@code null} is one of the types. */
    private String nullKeyword() {
        boolean both = !old.keyword("type").json().isArray()
                && !fresh.keyword("type").json().isArray();
        return both ? "nullable" : "type";
    }

    private void listed(String keyword) {
        Map<JsonNode, Node> was = old.listed(keyword);
        Map<JsonNode, Node> is = fresh.listed(keyword);
        if (was.isEmpty() || is.isEmpty()) {
            if (was.size() != is.size()) {
                String which = keyword.equals("enum")
                                && !old.keyword(keyword).exists()
                                && !fresh.keyword(keyword).exists()
                        ? "const"
                        : keyword;
                changed(which);
            }
            return;
        }
        boolean constant = keyword.equals("enum")
                && !old.keyword(keyword).exists()
                && !fresh.keyword(keyword).exists();
        if (constant) {
            if (!was.keySet().equals(is.keySet())) {
                changed("const");
            }
            return;
        }
        values(SchemaChange.Kind.VALUES_REMOVED, keyword, was, is);
        values(SchemaChange.Kind.VALUES_ADDED, keyword, is, was);
    }

    private void values(SchemaChange.Kind kind, String keyword, Map<JsonNode, Node> more, Map<JsonNode, Node> less) {
        List<String> beyond = more.keySet().stream()
                .filter(value -> !less.containsKey(value))
                .map(JsonNode::toString)
                .toList();
        if (!beyond.isEmpty()) {
            add(kind, keyword, "", beyond, list(old, keyword), list(fresh, keyword));
        }
    }

    private static Node list(FlatSchema schema, String keyword) {
        Node list = schema.keyword(keyword);
        return list.exists() || !keyword.equals("enum") ? list : schema.keyword("const");
    }

    private void required() {
        Map<String, Node> was = old.required();
        Map<String, Node> is = fresh.required();
        is.forEach((name, place) -> {
            if (!was.containsKey(name)) {
                add(SchemaChange.Kind.REQUIRED, "required", name, List.of(), old.around("required"), place);
            }
        });
        was.forEach((name, place) -> {
            if (!is.containsKey(name)) {
                add(SchemaChange.Kind.OPTIONAL, "required", name, List.of(), place, fresh.around("required"));
            }
        });
    }

    private void members() {
        Map<String, Node> was = old.schemas("properties");
        Map<String, Node> is = fresh.schemas("properties");
        Map<String, Node> gone = new LinkedHashMap<>(was);
        gone.keySet().removeAll(is.keySet());
        Map<String, Node> come = new LinkedHashMap<>(is);
        come.keySet().removeAll(was.keySet());
        gone.forEach((name, schema) -> removed(name, schema, come, gone.size()));
        come.forEach((name, schema) ->
                add(SchemaChange.Kind.MEMBER_ADDED, "properties", name, List.of(), old.around("properties"), schema));
        was.forEach((name, schema) -> {
            if (is.containsKey(name)) {
                step("/" + Node.escape(name), schema, Objects.requireNonNull(is.get(name)));
            }
        });
    }

    /** A member is called otherwise now where one is gone and one of the same description is new; else it is gone. */
    private void removed(String name, Node schema, Map<String, Node> come, int gone) {
        List<String> alike = come.keySet().stream()
                .filter(other -> schema.json()
                        .equals(Objects.requireNonNull(come.get(other)).json()))
                .toList();
        if (alike.size() == 1 && gone == 1) {
            Node renamed = Objects.requireNonNull(come.remove(alike.get(0)));
            add(SchemaChange.Kind.MEMBER_RENAMED, "properties", name, alike, schema, renamed);
        } else {
            add(SchemaChange.Kind.MEMBER_REMOVED, "properties", name, List.of(), schema, fresh.around("properties"));
        }
    }

    private void byName(String keyword, String path) {
        Map<String, Node> was = old.schemas(keyword);
        Map<String, Node> is = fresh.schemas(keyword);
        if (!was.keySet().equals(is.keySet())) {
            changed(keyword);
        }
        was.forEach((name, schema) -> {
            if (is.containsKey(name)) {
                step(path, schema, Objects.requireNonNull(is.get(name)));
            }
        });
    }

    private void tuple() {
        List<Node> was = old.keyword("prefixItems").items();
        List<Node> is = fresh.keyword("prefixItems").items();
        if (was.size() != is.size()) {
            changed("prefixItems");
        }
        for (int i = 0; i < Math.min(was.size(), is.size()); i++) {
            step("/" + i, was.get(i), is.get(i));
        }
    }

    private void other(String keyword) {
        if (KeywordSorts.JOINED.contains(keyword)
                || KeywordSorts.NAMING.contains(keyword)
                || KeywordSorts.LISTS.contains(keyword)
                || KeywordSorts.UNIONS.contains(keyword)
                || BoundLook.keywords().contains(keyword)) {
            return;
        }
        Node was = old.keyword(keyword);
        Node is = fresh.keyword(keyword);
        String path = KeywordSorts.SCHEMAS.get(keyword);
        if (path != null && was.isObject() && is.isObject()) {
            String within = keyword.equals("not") || keyword.equals("if") ? keyword : "";
            steps.add(new Step(path, new SchemaChange.Pair(was, is), within));
        } else if (differ(keyword)) {
            boolean describes = KeywordSorts.DESCRIBING.contains(keyword) || keyword.startsWith("x-");
            add(describes ? SchemaChange.Kind.DESCRIBED : SchemaChange.Kind.CHANGED, keyword, "", List.of(), was, is);
        }
    }

    private boolean differ(String keyword) {
        return !meant(old, keyword).equals(meant(fresh, keyword));
    }

    private static List<Object> meant(FlatSchema schema, String keyword) {
        List<Object> meant = new ArrayList<>();
        schema.said(keyword).forEach(value -> meant.add(plain(keyword, value)));
        if (meant.isEmpty() && KeywordSorts.ABSENT.containsKey(keyword)) {
            meant.add(Objects.requireNonNull(KeywordSorts.ABSENT.get(keyword)));
        }
        return meant;
    }

    /** A value as it is compared: numbers by what they are, and schemas that take everything are alike. */
    private static Object plain(String keyword, JsonNode value) {
        if (value.isNumber()) {
            return value.decimalValue().stripTrailingZeros().toPlainString();
        }
        boolean everything = value.isObject() && value.isEmpty() && KeywordSorts.SCHEMAS.containsKey(keyword);
        return everything ? "true" : value.isBoolean() ? value.toString() : value;
    }
}
