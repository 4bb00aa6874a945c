package io.platformapi.verify.cases;

import com.fasterxml.jackson.databind.JsonNode;
import io.platformapi.contract.In;
import io.platformapi.contract.Operation;
import io.platformapi.contract.body.Bodies;
import io.platformapi.contract.dialect.Contract;
import io.platformapi.contract.http.HttpRequest;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/**
 * Every case for a contract, in the order they are sent.
 *
 * <ol>
 *   <li>The documented examples, so that a server is seen as it is before anything else was tried.
 *   <li>What HTTP itself refuses.
 *   <li>Each value of the first valid example, broken in every way its schema speaks of, in every type of body.
 *   <li>Made-up values, valid and broken.
 * </ol>
 */
public final class Cases {

    private final Addresses addresses;
    private final Credentials credentials;
    private final Selection selection;
    private final ValidInputs inputs;
    private final DocumentedExamples examples;
    private final Protocol protocol;
    private final BrokenValues broken;
    private final RandomValues random;
    private final VariedCases varied;
    private final Hardships hardships;
    private final Budget budget;
    private final LoneCases lone;
    private final WishedCases wished;
    private final Oracle oracle;
    private final Bodies bodies;

    /** The cases for a server whose paths are the document's. */
    public Cases(Contract contract, Credentials credentials, Budget budget) {
        this(contract, credentials, budget, Addresses.below(URI.create("")), FixedValues.NONE);
    }

    /** The cases for a server at these addresses, whose paths begin at its root, with what the user has sent. */
    public Cases(Contract contract, Credentials credentials, Budget budget, Addresses addresses, FixedValues fixed) {
        this.addresses = addresses;
        this.credentials = credentials;
        RequestWriter writer = new RequestWriter(contract.dialect(), credentials, fixed);
        ShownTexts texts = new ShownTexts(contract.dialect().bodies());
        ExampleValues all = new ExampleValues(writer, texts, fixed);
        this.oracle = new Oracle(contract);
        this.selection = new Selection(budget);
        this.inputs = new ValidInputs(all, writer, oracle);
        this.examples = new DocumentedExamples(inputs, contract.dialect());
        this.protocol = new Protocol(contract, credentials, oracle);
        this.broken = new BrokenValues(all, writer, oracle, texts);
        this.random = new RandomValues(all, inputs, broken, budget);
        this.bodies = contract.dialect().bodies();
        this.hardships = new Hardships(contract, oracle);
        this.budget = budget;
        this.varied = new VariedCases(contract, writer, oracle, budget);
        this.lone = new LoneCases(all, inputs, broken);
        this.wished = new WishedCases(all, inputs);
    }

    /** The cases that are for no operation. */
    public List<Case> beside() {
        return List.of(protocol.unknownPath().below(addresses.base()));
    }

    /** Why an operation cannot be asked at all, if that is so. */
    public Optional<String> hindrance(Operation operation) {
        return addresses
                .hindrance(operation)
                .or(() -> budget.phases().stream().allMatch(RunPhase.STATEFUL::equals)
                        ? Optional.of("nothing but what one answer has to do with another is asked")
                        : Optional.empty());
    }

    /** The cases for one operation; none where no valid request can be made up, or where a fragment tells it apart. */
    public List<Case> of(Operation operation) {
        Questions questions = questions(operation);
        return Stream.generate(questions::next)
                .takeWhile(Optional::isPresent)
                .flatMap(Optional::stream)
                .toList();
    }

    /** The same one by one. */
    public Questions questions(Operation operation) {
        Optional<String> base = addresses.base(operation);
        if (operation.path().text().contains("#") || base.isEmpty()) {
            return Questions.NONE;
        }
        List<ValidInputs.Group> groups = inputs.of(operation);
        List<Case> valid = examples.cases(groups);
        if (valid.isEmpty()) {
            return Questions.NONE;
        }
        Selection.Chosen chosen = selection.chosen(() -> broken.byType(groups), broken::broken);
        return new Questions(
                budget.phases().stream()
                        .<Supplier<Stream<Case>>>map(phase ->
                                () -> part(phase, operation, valid, chosen).map(one -> one.below(base.get())))
                        .toList(),
                chosen);
    }

    private Stream<Case> part(RunPhase phase, Operation operation, List<Case> valid, Selection.Chosen chosen) {
        return switch (phase) {
            case EXAMPLES -> Stream.concat(valid.stream(), protocol.cases(valid).stream());
            case COVERAGE -> Stream.concat(chosen.cases(), hard(valid.get(0)));
            case RANDOM -> random.cases(operation).stream();
            case STATEFUL -> Stream.empty();
        };
    }

    /** How a request becomes another client's; empty where there is no other. */
    public Optional<UnaryOperator<HttpRequest>> other() {
        return credentials.another();
    }

    /** Whether a phase is wanted. */
    public boolean has(RunPhase phase) {
        return budget.phases().contains(phase);
    }

    /** How bodies are read and written. */
    public Bodies bodies() {
        return bodies;
    }

    /**
     * A valid case of an operation by itself, its optional parameters left out; empty where there is none.
     *
     * @param seed where its values come from; 0 for what the document shows
     */
    public Optional<Case> valid(Operation operation, long seed) {
        return addresses
                .base(operation)
                .flatMap(base -> lone.valid(operation, seed).map(one -> one.below(base)));
    }

    /**
     * Cases like one that was accepted but for one thing each.
     *
     * @param accepted the request as it was sent
     */
    public List<Case> varied(Operation operation, HttpRequest accepted) {
        if (!has(RunPhase.COVERAGE)) {
            return List.of();
        }
        String base = addresses.base(operation).orElse("");
        return varied.of(operation, own(operation, accepted)).stream()
                .map(one -> one.below(base))
                .toList();
    }

    /** A valid case of an operation with a body of one's own; empty where the contract does not allow it. */
    public Optional<Case> valid(Operation operation, JsonNode body) {
        return addresses
                .base(operation)
                .flatMap(base -> lone.valid(operation, body).map(one -> one.below(base)));
    }

    /** Some cases of an operation whose body breaks the contract, each at another place; none where there are none. */
    public List<Case> refused(Operation operation) {
        return addresses
                .base(operation)
                .map(base -> lone.refused(operation).stream()
                        .map(one -> one.below(base))
                        .toList())
                .orElse(List.of());
    }

    /** A valid case of an operation in which one part is as it is wanted; empty where the contract allows none. */
    public Optional<Case> wished(Operation operation, Wish wish) {
        return addresses
                .base(operation)
                .flatMap(base -> wished.of(operation, wish).map(one -> one.below(base)));
    }

    /** Whether a case asks for whatever resource there is: neither is its path broken nor its point. */
    public boolean isForAnyResource(Operation operation, Case one) {
        return !one.isExample()
                && one.expected().verdict() != Expected.Verdict.VARIED
                && oracle.violations(operation, own(operation, one.request()))
                        .filter(all -> all.stream().noneMatch(violation -> violation.in() == In.PATH))
                        .isPresent();
    }

    /** Where the JSON body of a case has texts that may name what is made. */
    public List<String> keys(Operation operation, Case one) {
        return KeyMembers.of(operation, one.request()).map(KeyMembers::pointers).orElse(List.of());
    }

    /** What stands at some places of the JSON body of a case. */
    public Map<String, JsonNode> texts(Operation operation, Case one, List<String> pointers) {
        return pointers.isEmpty()
                ? Map.of()
                : KeyMembers.of(operation, one.request())
                        .map(members -> members.at(pointers))
                        .orElse(Map.of());
    }

    /** A case with other texts at some places of its JSON body, all else being equal; empty where there are none. */
    public Optional<Case> renamed(Operation operation, Case one, List<String> pointers, long seed) {
        return KeyMembers.of(operation, one.request())
                .flatMap(members -> members.renamed(one.request(), pointers, budget.seed() + seed))
                .map(one::asking);
    }

    /** Whether another contract allows a case of an operation, too, wherever it is served. */
    public boolean isAllowedBy(Cases other, Operation operation, Case one) {
        return other.oracle.isAllowed(own(operation, one.request()));
    }

    /** A case of an operation that another contract allows, too, where the operation has a successor there. */
    public Optional<Case> agreed(Operation operation, Cases other, Operation successor) {
        Optional<Case> own = wished(operation, new Wish.Anything()).filter(one -> isAllowedBy(other, operation, one));
        return own.or(() -> addresses
                .base(operation)
                .flatMap(base -> other.wished
                        .of(successor, new Wish.Anything())
                        .filter(one -> oracle.isAllowed(one.request()))
                        .map(one -> one.below(base))));
    }

    /** A request of an operation as the document has its path. */
    private HttpRequest own(Operation operation, HttpRequest sent) {
        String base = addresses.base(operation).orElse("");
        return sent.withPath(sent.path().substring(base.length()));
    }

    /** Hard ones, where anything at all is to be made up. */
    private Stream<Case> hard(Case valid) {
        return budget.derived() > 0 ? hardships.cases(valid).stream() : Stream.empty();
    }

    /** Valid requests like one, each without one thing that may be left out, the largest things first. */
    public List<Case> smaller(Operation operation, Case asked) {
        String base = addresses.base(operation).orElse("");
        return varied.smaller(operation, own(operation, asked.request())).stream()
                .map(request -> asked.asking(request.withPath(base + request.path())))
                .toList();
    }
}
