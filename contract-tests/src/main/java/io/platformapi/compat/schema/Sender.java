package io.platformapi.compat.schema;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Which members the sender of a message may send: all, or in the common profile those that its schemas declare. */
final class Sender {

    private final Search search;
    private final boolean declaring;
    private final Set<String> names = new HashSet<>();
    private final List<Assertion> others = new ArrayList<>();

    Sender(Search search, Query query) {
        this(search, !search.reading().literal() && query.literals().stream().anyMatch(Literal::sent));
    }

    private Sender(Search search, boolean declaring) {
        this.search = search;
        this.declaring = declaring;
    }

    Sender copy() {
        Sender copy = new Sender(search, declaring);
        copy.names.addAll(names);
        copy.others.addAll(others);
        return copy;
    }

    /** The same who may send any member. */
    Sender open() {
        return new Sender(search, false);
    }

    /** Takes in what one of the sender's schemas says. */
    void declares(Assertion assertion) {
        if (assertion instanceof Assertion.Property property) {
            names.add(property.name());
        } else if (assertion instanceof Assertion.Required required) {
            names.add(required.name());
        } else if (assertion instanceof Assertion.PatternProperty || assertion instanceof Assertion.Additional) {
            others.add(assertion);
        }
    }

    boolean sends(String name) {
        return !isDeclaring() || names.contains(name) || others.stream().anyMatch(each -> covers(each, name));
    }

    /** Who declares no member at all means objects of any members. */
    private boolean isDeclaring() {
        return declaring && !(names.isEmpty() && others.isEmpty());
    }

    private boolean covers(Assertion assertion, String name) {
        if (assertion instanceof Assertion.PatternProperty pattern) {
            return search.understands(pattern.regex())
                    && search.language(pattern.regex()).contains(name);
        }
        return true;
    }

    /**
     * Whether a reader that says this of members which the sender does not declare finds them: it does when it
     * describes them, but not when it only forbids them.
     */
    boolean sendsWhatIsRead(Assertion assertion) {
        boolean forbidden = assertion instanceof Assertion.Additional others
                && others.schema().parts().stream().anyMatch(part -> part.assertion() instanceof Assertion.Never);
        return !isDeclaring() || !forbidden;
    }

    /** Whether a reader that forbids further members is taken at its word. */
    boolean respectsClosed() {
        return !declaring || search.reading().direction() == Reading.Direction.REQUEST;
    }
}
