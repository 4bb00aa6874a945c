package io.platformapi.compat.schema.facts;

import com.fasterxml.jackson.databind.node.TextNode;
import io.platformapi.compat.schema.language.Language;
import io.platformapi.compat.schema.shape.ObjectAssertion;
import java.util.List;

/** What is said of the members that a schema selects by their names. */
interface MemberRule {

    /** Whether members of a name are selected. */
    boolean selects(String name);

    /** The patterns that selecting depends on. */
    List<String> regexes();

    /** A language of all names that are selected and that the schema does not list. */
    Language names();

    /** What is said of each such name beyond the language. */
    default List<Literal> named() {
        return List.of();
    }

    /** What is said of each such member. */
    List<Literal> literals();

    /** Whether nothing is said but that there are no such members. */
    default boolean forbids() {
        return false;
    }

    /** Of the members whose names contain a match. */
    record Matching(Searching search, String regex, Literal literal) implements MemberRule {

        @Override
        public boolean selects(String name) {
            return names().contains(name);
        }

        @Override
        public List<String> regexes() {
            return List.of(regex);
        }

        @Override
        public Language names() {
            return search.language(regex);
        }

        @Override
        public List<Literal> literals() {
            return List.of(literal);
        }
    }

    /** Of the members that are neither listed nor matched. */
    record Others(Searching search, ObjectAssertion.Additional others, Literal literal) implements MemberRule {

        @Override
        public boolean selects(String name) {
            return !others.names().contains(name)
                    && regexes().stream()
                            .noneMatch(regex -> search.language(regex).contains(name));
        }

        @Override
        public List<String> regexes() {
            return others.regexes();
        }

        @Override
        public Language names() {
            Language names = Language.all();
            for (String regex : regexes()) {
                names = names.without(search.language(regex));
            }
            return names;
        }

        @Override
        public List<Literal> literals() {
            return List.of(literal);
        }

        @Override
        public boolean forbids() {
            return others.isClosed();
        }
    }

    /** That there are members of such names, whatever their values. */
    record Named(Searching search, Literal name) implements MemberRule {

        @Override
        public boolean selects(String text) {
            return new Evaluator(search).all(named(), TextNode.valueOf(text)) == Truth.YES;
        }

        @Override
        public List<String> regexes() {
            return List.of();
        }

        @Override
        public Language names() {
            return Language.all();
        }

        @Override
        public List<Literal> named() {
            return List.of(name);
        }

        @Override
        public List<Literal> literals() {
            return List.of();
        }
    }
}
