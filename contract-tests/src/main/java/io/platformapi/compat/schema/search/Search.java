package io.platformapi.compat.schema.search;

import io.platformapi.compat.schema.facts.Facts;
import io.platformapi.compat.schema.facts.Literal;
import io.platformapi.compat.schema.facts.LiteralSet;
import io.platformapi.compat.schema.facts.SearchOutcome;
import io.platformapi.compat.schema.facts.Searching;
import io.platformapi.compat.schema.language.Formats;
import io.platformapi.compat.schema.language.Language;
import io.platformapi.compat.schema.language.Regex;
import io.platformapi.compat.schema.reading.SchemaReading;
import io.platformapi.compat.schema.shape.Identities;
import io.platformapi.compat.schema.shape.JsonType;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Looks for a value that satisfies some schemas and violates others.
 *
 * <p>Values are finite trees, so that whoever looks for the smallest one never needs, inside it, another answer to the
 * same question: a question met again below itself is answered with "none", and that is how circles end. An answer that
 * leaned on such a circle stands once the outermost question of the circle ends with "none" too, and is forgotten if
 * not: neither a value nor "nobody knows" is what it leaned on.
 */
public final class Search implements Searching {

    private static final int DEEPEST = 2000;

    private final Identities identities;
    private final Formats formats;
    private final SchemaReading reading;
    private final Map<LiteralSet, SearchOutcome> memory = new HashMap<>();
    private final Map<LiteralSet, Open> open = new HashMap<>();
    private final Map<LiteralSet, Leaning> leaning = new HashMap<>();
    private final NavigableMap<Integer, List<LiteralSet>> leaningOn = new TreeMap<>();
    private final List<Open> stack = new ArrayList<>();
    private final GivenUp hard = new GivenUp();
    private final Map<String, Language> languages = new HashMap<>();
    private final Effort effort;
    private StepBudget budget = new StepBudget(0);

    public Search(Identities identities, Formats formats, SchemaReading reading, Effort effort) {
        this.identities = identities;
        this.formats = formats;
        this.reading = reading;
        this.effort = effort;
    }

    /** A question that is being answered; {@code lowest} is the outermost one that its answer leans on. */
    private static final class Open {
        private final int depth;
        private final long started;
        private int lowest;

        private Open(int depth, long started) {
            this.depth = depth;
            this.started = started;
            this.lowest = depth;
        }
    }

    private record Leaning(SearchOutcome outcome, int lowest) {}

    @Override
    public SchemaReading reading() {
        return reading;
    }

    @Override
    public Formats formats() {
        return formats;
    }

    @Override
    public Identities identities() {
        return identities;
    }

    @Override
    public void step() {
        budget.step();
    }

    @Override
    public void steps(long count) {
        budget.steps(count);
    }

    /** Whether a find is good enough to look no further. */
    public boolean isContentWith(SearchOutcome outcome) {
        return outcome.isSure() || outcome instanceof SearchOutcome.Found && budget.isTiredOfDoubts();
    }

    @Override
    public Language language(String regex) {
        return languages.computeIfAbsent(regex, Regex::language);
    }

    @Override
    public boolean understands(String regex) {
        try {
            language(regex);
            return true;
        } catch (Regex.Unsupported | Language.TooComplex e) {
            return false;
        }
    }

    /** Answers a question within the steps that are left for it. */
    public SearchOutcome ask(Literal... literals) {
        budget = effort.next();
        try {
            return find(List.of(literals));
        } catch (StepBudget.Exceeded e) {
            return givenUp(hard.remember(spent(), budget, e.getMessage()));
        } catch (StackOverflowError e) {
            return givenUp("the schemas are nested too deeply to be compared");
        } finally {
            effort.spend(budget);
        }
    }

    /** Takes steps for what is done outside of questions; false if there are not so many left. */
    public boolean affords(long steps) {
        return effort.affords(steps);
    }

    private Map<LiteralSet, Long> spent() {
        Map<LiteralSet, Long> spent = new LinkedHashMap<>();
        open.forEach((query, each) -> spent.put(query, budget.taken() - each.started));
        return spent;
    }

    private SearchOutcome givenUp(String reason) {
        open.clear();
        leaning.clear();
        leaningOn.clear();
        stack.clear();
        return new SearchOutcome.Unknown(reason);
    }

    @Override
    public SearchOutcome find(Collection<Literal> literals) {
        budget.steps(1 + literals.size());
        LiteralSet query = new LiteralSet(literals, identities);
        SearchOutcome known = known(query);
        if (known != null) {
            return known;
        }
        if (stack.size() >= DEEPEST) {
            return new SearchOutcome.Unknown("schemas are nested more than " + DEEPEST + " levels deep");
        }
        Open mine = new Open(stack.size(), budget.taken());
        stack.add(mine);
        open.put(query, mine);
        SearchOutcome outcome = solve(query);
        open.remove(query);
        stack.remove(mine.depth);
        remember(query, mine, outcome);
        return outcome;
    }

    private @Nullable SearchOutcome known(LiteralSet query) {
        SearchOutcome known = memory.get(query);
        if (known != null) {
            return known;
        }
        Leaning leans = leaning.get(query);
        if (leans != null) {
            lean(leans.lowest());
            return leans.outcome();
        }
        Open same = open.get(query);
        if (same != null) {
            lean(same.depth);
            return SearchOutcome.EMPTY;
        }
        return hard.known(query, budget.left());
    }

    private void lean(int depth) {
        Open top = stack.get(stack.size() - 1);
        top.lowest = Math.min(top.lowest, depth);
    }

    private void remember(LiteralSet query, Open mine, SearchOutcome outcome) {
        boolean stands = mine.lowest == mine.depth || outcome instanceof SearchOutcome.Found;
        for (Map.Entry<LiteralSet, SearchOutcome> inner : leaningOn(mine.depth).entrySet()) {
            if (outcome instanceof SearchOutcome.Empty) {
                keep(inner.getKey(), inner.getValue(), stands, mine.lowest);
            }
        }
        if (!stands) {
            lean(mine.lowest);
        }
        keep(query, outcome, stands, mine.lowest);
    }

    /** An answer that stands, or that stands if the question at a depth ends with "none". */
    private void keep(LiteralSet query, SearchOutcome outcome, boolean stands, int lowest) {
        if (stands) {
            memory.put(query, outcome);
        } else {
            leaning.put(query, new Leaning(outcome, lowest));
            leaningOn.computeIfAbsent(lowest, depth -> new ArrayList<>()).add(query);
        }
    }

    /** Takes out what leans on the question at a depth; what it leans on in turn is for the caller to say. */
    private Map<LiteralSet, SearchOutcome> leaningOn(int depth) {
        Map<LiteralSet, SearchOutcome> taken = new LinkedHashMap<>();
        Map<Integer, List<LiteralSet>> deeper = leaningOn.tailMap(depth, true);
        for (List<LiteralSet> queries : deeper.values()) {
            budget.steps(queries.size());
            for (LiteralSet query : queries) {
                Leaning leant = leaning.remove(query);
                if (leant != null) {
                    taken.put(query, leant.outcome());
                }
            }
        }
        deeper.clear();
        return taken;
    }

    private SearchOutcome solve(LiteralSet query) {
        SearchOutcome best = SearchOutcome.EMPTY;
        for (JsonType type : JsonType.values()) {
            best = best.or(new Branch(this, query).run(new Premises(this, type, Facts.of(type, query, this))));
            if (isContentWith(best)) {
                return best;
            }
        }
        return best;
    }
}
