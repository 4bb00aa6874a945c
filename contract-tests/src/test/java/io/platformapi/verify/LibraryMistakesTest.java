package io.platformapi.verify;

import static org.assertj.core.api.Assertions.assertThat;

import io.platformapi.contract.check.ResponseCheck.Undocumented;
import io.platformapi.contract.dialect.Contract;
import io.platformapi.contract.http.Headers;
import io.platformapi.contract.reader.ContractReader;
import io.platformapi.contract.source.Access;
import io.platformapi.verify.cases.Budget;
import io.platformapi.verify.cases.Cases;
import io.platformapi.verify.cases.Credentials;
import io.platformapi.verify.cases.RunPhase;
import io.platformapi.verify.checks.Checks;
import io.platformapi.verify.checks.Failure;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a server does beside what it is asked for shows in other answers, and is told by the words for it. */
class LibraryMistakesTest {

    private static final Contract CONTRACT =
            new ContractReader(Access.SAME_ORIGIN).read("src/test/resources/io/platformapi/verify/library.yaml");

    private static Outcome outcome(Library library) {
        Credentials credentials = Credentials.of(Headers.of("Authorization", "Bearer key"), CONTRACT);
        Budget budget = new Budget(0, 0, 1, List.of(RunPhase.EXAMPLES, RunPhase.STATEFUL));
        return new Verification(
                        new Cases(CONTRACT, credentials, budget),
                        Checks.of(CONTRACT, Undocumented.ALLOWED),
                        library,
                        Verification.Progress.NONE)
                .outcome(CONTRACT.operations());
    }

    @Test
    void areNoneOfTheRightLibrary() {
        Outcome outcome = outcome(new Library(CONTRACT));

        assertThat(outcome.causes()).extracting(Cause::first).isEmpty();
        assertThat(outcome.unfollowed()).isEmpty();
        assertThat(outcome.tested()).hasSize(CONTRACT.operations().size());
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            value = {
                "ASKS_EVERYBODY | credentials-required | A valid request is refused with 401: it needs no credentials.",
                "LETS_IN_BY_HEAD | credentials-required | The request is not refused: it has no credentials.",
                "KEEPS_TWO_OF_THREE | created-is-found | Not all of what was created is found.",
                "CALLS_IT_OTHERWISE | created-is-found | The answer calls what was created otherwise than it calls itself.",
                "LOCATES_NOWHERE | created-is-found | Location leads nowhere.",
                "REMOVES_THE_FIRST_AS_WELL | rest-is-kept | Something else is listed no more.",
                "REMOVES_THE_SHELF_AS_WELL | rest-is-kept | What it was part of was removed, too.",
                "LISTS_BOOKS_OF_ALL | asked-is-answered | A resource is listed below one that it does not belong to.",
                "HAS_ALWAYS_ANOTHER_PAGE | paging-loses-nothing | Pages do not end.",
                "COUNTS_ONE_MORE | paging-loses-nothing | A list tells another total than it has items: X-Total-Count.",
                "COUNTS_THE_PAGE | paging-loses-nothing | A list tells another total than it has items: X-Total-Count.",
                "LEADS_TO_THE_SAME | paging-loses-nothing | The next page has an item of one before it.",
                "LEADS_TO_ALL_KINDS | paging-loses-nothing | The next page has items that the filter of the page before it keeps out.",
                "LEADS_PAST_ONE | paging-loses-nothing | The last page that is led to is not the last.",
                "LEADS_NO_FURTHER | paging-loses-nothing | The last page that is led to is not the last.",
                "LEADS_NOWHERE | paging-loses-nothing | The address of the next page is refused.",
                "IGNORES_KINDS | filter-keeps-what-it-says | A filter lets through what it should not: kind.",
            })
    void areTold(Library.Mistake mistake, String check, String cause) {
        assertThat(outcome(new Library(CONTRACT, mistake)).causes())
                .extracting(Cause::first)
                .filteredOn(failure -> failure.blame() == Failure.Blame.SERVER)
                .extracting(failure -> failure.check() + " " + failure.cause())
                .contains(check + " " + cause);
    }
}
