package io.platformapi.compat.schema.facts;

import com.fasterxml.jackson.databind.JsonNode;
import io.platformapi.compat.schema.language.Language;
import io.platformapi.compat.schema.shape.ObjectAssertion;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Facts about an object: which members it has, and what each is. */
final class ObjectFacts implements Facts {

    private final Searching search;
    private final SentMembers sender;
    private final Members members;
    private final Meaning meaning;
    private Count size = Count.ANY;
    private @Nullable String unknown;

    ObjectFacts(Searching search, SentMembers sender) {
        this(search, sender, new Members(), new Meaning(search.identities()));
    }

    private ObjectFacts(Searching search, SentMembers sender, Members members, Meaning meaning) {
        this.search = search;
        this.sender = sender;
        this.members = members;
        this.meaning = meaning;
    }

    @Override
    public boolean take(Literal literal, ObjectAssertion assertion) {
        return assertion.accept(new Taking(literal));
    }

    private final class Taking implements ObjectAssertion.Visitor<Boolean> {
        private final Literal literal;

        private Taking(Literal literal) {
            this.literal = literal;
        }

        /** Whether what is said is said by who sends the object. */
        private boolean isDeclared() {
            return literal.sent() && literal.positive();
        }

        @Override
        public Boolean size(ObjectAssertion.Size limit) {
            size = size.taking(literal, limit.limit());
            return size.isPossible();
        }

        @Override
        public Boolean required(ObjectAssertion.Required required) {
            if (isDeclared()) {
                sender.declares(required.name());
            }
            return members.presence().take(literal, required.name());
        }

        @Override
        public Boolean property(ObjectAssertion.Property property) {
            if (isDeclared()) {
                sender.declares(property.name());
            }
            Map<String, List<Literal>> said = literal.positive() ? members.properties() : members.wanted();
            Members.add(said, property.name(), literal.on(property.schema()));
            return literal.positive() || !members.forbids(property.name());
        }

        @Override
        public Boolean patternProperty(ObjectAssertion.PatternProperty pattern) {
            if (isDeclared()) {
                sender.declaresMatching(pattern.regex());
            }
            return take(new MemberRule.Matching(search, pattern.regex(), literal.on(pattern.schema())));
        }

        @Override
        public Boolean additional(ObjectAssertion.Additional additional) {
            if (isDeclared()) {
                sender.declaresOthers();
            }
            members.listed().addAll(additional.names());
            return take(new MemberRule.Others(search, additional, literal.on(additional.schema())));
        }

        @Override
        public Boolean names(ObjectAssertion.Names rule) {
            Literal name = literal.on(rule.schema());
            return literal.positive() ? members.names().add(name) : take(new MemberRule.Named(search, name));
        }

        private boolean take(MemberRule rule) {
            for (String regex : rule.regexes()) {
                if (!search.understands(regex)) {
                    unknown = "the pattern " + regex + " of member names";
                }
            }
            (literal.positive() ? members.rules() : members.demands()).add(rule);
            return literal.positive() || sender.respectsClosed() || sender.sendsWhatIsRead(rule);
        }

        @Override
        public Boolean variant(ObjectAssertion.Variant variant) {
            return meaning.take(literal, variant);
        }

        @Override
        public Boolean discriminator(ObjectAssertion.Discriminator discriminator) {
            return meaning.take(literal, discriminator);
        }
    }

    @Override
    public void exclude(JsonNode value) {
        throw new IllegalArgumentException("objects are excluded member by member");
    }

    @Override
    public Facts copy() {
        return with(sender.copy(), meaning.copy());
    }

    @Override
    public Facts open() {
        return with(sender.open(), new Meaning(search.identities()));
    }

    private Facts with(SentMembers sender, Meaning meaning) {
        ObjectFacts copy = new ObjectFacts(search, sender, members.copy(), meaning);
        copy.size = size;
        copy.unknown = unknown;
        return copy;
    }

    @Override
    public SearchOutcome witness() {
        if (meaning.isContradictory()) {
            return SearchOutcome.EMPTY;
        } else if (unknown != null) {
            return new SearchOutcome.Unknown(unknown);
        } else if (!members.wanted().keySet().stream().allMatch(sender::sends)) {
            return SearchOutcome.EMPTY;
        }
        try {
            return new ObjectMaking(search, sender, members, size)
                    .outcome()
                    .doubted(meaning.doubt().orElse(null));
        } catch (Language.TooComplex e) {
            return new SearchOutcome.Unknown(e.getMessage());
        }
    }
}
