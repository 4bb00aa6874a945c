package io.platformapi.verify.cases;

import io.platformapi.contract.Contract;
import io.platformapi.contract.Operation;
import java.util.List;
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

    private final Selection selection;
    private final ValidInputs inputs;
    private final DocumentedExamples examples;
    private final Protocol protocol;
    private final BrokenValues broken;
    private final RandomValues random;

    public Cases(Contract contract, Credentials credentials, Budget budget) {
        RequestWriter writer = new RequestWriter(contract.dialect(), credentials);
        ShownTexts texts = new ShownTexts(contract.dialect().formats());
        Inputs all = new Inputs(writer, texts);
        Oracle oracle = new Oracle(contract);
        this.selection = new Selection(budget);
        this.inputs = new ValidInputs(all, writer, oracle);
        this.examples = new DocumentedExamples(inputs, contract.dialect());
        this.protocol = new Protocol(contract, credentials, oracle);
        this.broken = new BrokenValues(all, writer, oracle, texts);
        this.random = new RandomValues(all, inputs, broken, budget);
    }

    /** The cases that are for no operation. */
    public List<Case> beside() {
        return List.of(protocol.unknownPath());
    }

    /** The cases for one operation; none where no valid request can be made up, or where a fragment tells it apart. */
    public List<Case> of(Operation operation) {
        if (operation.path().text().contains("#")) {
            return List.of();
        }
        List<ValidInputs.Group> groups = inputs.of(operation);
        List<Case> valid = examples.cases(groups);
        if (valid.isEmpty()) {
            return List.of();
        }
        List<Case> chosen = selection.chosen(broken.byType(groups), broken::broken);
        return Stream.of(valid, protocol.cases(valid), chosen, random.cases(operation))
                .flatMap(List::stream)
                .toList();
    }
}
