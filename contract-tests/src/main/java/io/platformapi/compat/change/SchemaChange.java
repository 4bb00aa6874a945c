package io.platformapi.compat.change;

import io.platformapi.contract.source.Node;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One thing that is written differently in two schemas.
 *
 * @param path where in the value, such as {@code /pets/*}; "" for the value itself
 * @param keyword the keyword that changed, such as {@code maxLength}
 * @param subject the member it is about, for {@code required} and {@code properties}; "" else
 * @param values the listed values, each as JSON, or what a renamed member is called now; none else
 * @param before the old keyword, or the schema that has none
 * @param after the new keyword, or the schema that has none
 * @param schemas the schemas that the keyword was and is in
 * @param within {@code not} or {@code if} where one is around it, so that more there is less outside; "" else
 */
public record SchemaChange(
        Kind kind,
        String path,
        String keyword,
        String subject,
        List<String> values,
        Node before,
        Node after,
        Pair schemas,
        String within) {

    /** What happened. */
    public enum Kind {
        /** A keyword has another value, is new, or is gone. */
        CHANGED,
        /** A list of values has more of them. */
        VALUES_ADDED,
        /** A list of values has fewer of them. */
        VALUES_REMOVED,
        /** A member has to be there now. */
        REQUIRED,
        /** A member need not be there any more. */
        OPTIONAL,
        /** A member is described that was not. */
        MEMBER_ADDED,
        /** A member is no longer described. */
        MEMBER_REMOVED,
        /** A member is described by another name. */
        MEMBER_RENAMED,
        /** A union has one more branch. */
        BRANCH_ADDED,
        /** A union has one branch less. */
        BRANCH_REMOVED,
        /** A text or an example, which no message shows. */
        DESCRIBED;

        /** Whether it is about a keyword that itself decides, and not about what is inside it. */
        public boolean isOfKeyword() {
            return !isOfMembers() && this != BRANCH_ADDED && this != BRANCH_REMOVED;
        }

        /** Whether it is about a member by name. */
        public boolean isOfMembers() {
            return this == MEMBER_ADDED || this == MEMBER_REMOVED || this == MEMBER_RENAMED;
        }
    }

    /**
     * A schema, and the one that stands in its place.
     *
     * @param places what tells two pairs apart
     */
    public record Pair(Node before, Node after, String places) {

        public Pair(Node before, Node after) {
            this(before, after, place(before) + " " + place(after));
        }

        @Override
        public boolean equals(@Nullable Object other) {
            return other instanceof Pair pair && places.equals(pair.places);
        }

        @Override
        public int hashCode() {
            return places.hashCode();
        }
    }

    static String place(Node node) {
        return node.file().uri() + "#" + node.pointer();
    }

    /** What makes two changes the same one, reached on different ways. */
    public String key() {
        return kind + " " + keyword + " " + subject + " " + place(before) + " " + place(after);
    }

    /**
     * Whether it is another change or goes with it as its other half: a schema that says with other keywords what it
     * says, or says it of members in another way.
     */
    public boolean goesWith(SchemaChange other) {
        boolean rewritten = other.kind == Kind.CHANGED && schemas.equals(other.schemas);
        return equals(other) || rewritten && (kind == Kind.CHANGED || kind.isOfMembers() && other.isUnion());
    }

    private boolean isUnion() {
        return keyword.equals("oneOf") || keyword.equals("anyOf");
    }

    /** The same change, seen from further outside. */
    SchemaChange below(String outer, String around) {
        String turned = around.isEmpty() ? within : around;
        return new SchemaChange(kind, outer + path, keyword, subject, values, before, after, schemas, turned);
    }

    /** Where in the value it is: at the member, where it is about one. */
    public String place() {
        return subject.isEmpty() ? path : path + "/" + Node.escape(subject);
    }
}
