package io.platformapi.compat.schema.facts;

import io.platformapi.compat.schema.reading.SchemaReading;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.Set;

/** Which members the sender of a message may send: all, or in the common profile those that its schemas declare. */
final class SentMembers {

    private final Searching search;
    private final boolean declaring;
    private final Set<String> names = new HashSet<>();
    private final Set<String> regexes = new LinkedHashSet<>();
    private boolean others;

    SentMembers(Searching search, LiteralSet query) {
        this(search, !search.reading().literal() && query.literals().stream().anyMatch(Literal::sent));
    }

    private SentMembers(Searching search, boolean declaring) {
        this.search = search;
        this.declaring = declaring;
    }

    SentMembers copy() {
        SentMembers copy = new SentMembers(search, declaring);
        copy.names.addAll(names);
        copy.regexes.addAll(regexes);
        copy.others = others;
        return copy;
    }

    /** The same who may send any member. */
    SentMembers open() {
        return new SentMembers(search, false);
    }

    /** Takes in that one of the sender's schemas names a member. */
    void declares(String name) {
        names.add(name);
    }

    /** Takes in that one of them speaks of all members whose names contain a match. */
    void declaresMatching(String regex) {
        regexes.add(regex);
    }

    /** Takes in that one of them speaks of all other members. */
    void declaresOthers() {
        others = true;
    }

    boolean sends(String name) {
        return !isDeclaring()
                || others
                || names.contains(name)
                || regexes.stream().anyMatch(each -> covers(each, name));
    }

    /** Who declares no member at all means objects of any members. */
    private boolean isDeclaring() {
        return declaring && !(names.isEmpty() && regexes.isEmpty() && !others);
    }

    private boolean covers(String regex, String name) {
        return search.understands(regex) && search.language(regex).contains(name);
    }

    /**
     * Whether a reader that says this of members which the sender does not declare finds them: it does when it
     * describes them, but not when it only forbids them.
     */
    boolean sendsWhatIsRead(MemberRule rule) {
        return !isDeclaring() || !rule.forbids();
    }

    /** Whether a reader that forbids further members is taken at its word. */
    boolean respectsClosed() {
        return !declaring || search.reading().direction() == SchemaReading.Direction.REQUEST;
    }
}
