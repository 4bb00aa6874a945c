package io.platformapi.verify.checks;

import io.platformapi.contract.check.ResponseCheck;
import io.platformapi.contract.check.ResponseCheck.Undocumented;
import io.platformapi.contract.check.XmlSchemaCheck;
import io.platformapi.contract.dialect.Contract;
import io.platformapi.verify.cases.InvalidExamples;
import java.util.List;
import java.util.stream.Stream;

/** Every check there is, for servers of one contract. */
public final class Checks {

    private final ResponseCheck response;
    private final Check conformance;
    private final List<Check> each;
    private final List<OperationCheck> whole;

    private Checks(ResponseCheck response, Check conformance, List<Check> each, List<OperationCheck> whole) {
        this.response = response;
        this.conformance = conformance;
        this.each = each;
        this.whole = whole;
    }

    /** The checks for servers of a contract. */
    public static Checks of(Contract contract, Undocumented undocumented) {
        ResponseCheck response = new ResponseCheck(contract.dialect().bodies(), undocumented);
        Check conformance = new Conformance(response, contract.dialect().bodies());
        return new Checks(
                response,
                conformance,
                List.of(
                        new ServerErrors(),
                        conformance,
                        new JsonTexts(),
                        new XmlBySchema(new XmlSchemaCheck(
                                contract.dialect().xmlSchemas(contract),
                                contract.dialect().bodies(),
                                undocumented)),
                        new RefusedAsDocumented(),
                        new Acceptance(),
                        new AllowedMethods(contract),
                        new ResponseFields(),
                        new ContentCodings(),
                        new WriteOnlyKept(contract.schemas().version()),
                        new RowsOfCsv(),
                        new InternalsHidden()),
                List.of(
                        new AskedTypes(),
                        new VariedAccepted(),
                        new CredentialsChecked(),
                        new HeadLikeGet(),
                        new EntityTags(),
                        new Ranges(),
                        new ExamplesAreValid(new InvalidExamples(contract))));
    }

    /** These and more that look at each answer. */
    public Checks and(List<? extends Check> more) {
        return new Checks(
                response,
                conformance,
                Stream.<Check>concat(each.stream(), more.stream()).toList(),
                whole);
    }

    /** What is wrong with one answer. "Not now" answers nothing; where it is documented, it is held to that. */
    public List<Failure> failures(Exchange exchange) {
        if (RateLimited.isIn(exchange.answer())) {
            return RateLimited.isDocumented(exchange) ? conformance.failures(exchange) : List.of();
        }
        return each.stream().flatMap(check -> check.failures(exchange).stream()).toList();
    }

    /** What is wrong with the answers of an operation as a whole. */
    public List<Failure> failures(List<Exchange> exchanges) {
        return whole.stream()
                .flatMap(check -> check.failures(exchanges).stream())
                .toList();
    }

    /** Whether the body of an answer was decoded and held to a schema. */
    public boolean reads(Exchange exchange) {
        return exchange.asked()
                .answering()
                .filter(operation -> response.reads(operation, exchange.answer()))
                .isPresent();
    }
}
