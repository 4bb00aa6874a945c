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
import io.platformapi.verify.checks.Target;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Versions that are asked for by their tags, and parts that are asked for by their bytes. */
class NotesMistakesTest {

    private static final Contract CONTRACT =
            new ContractReader(Access.SAME_ORIGIN).read("src/test/resources/io/platformapi/verify/notes.yaml");

    private static Outcome outcome(Target notes) {
        Budget budget = new Budget(0, 0, 1, List.of(RunPhase.EXAMPLES, RunPhase.STATEFUL));
        return new Verification(
                        new Cases(CONTRACT, Credentials.of(Headers.none(), CONTRACT), budget),
                        Checks.of(CONTRACT, Undocumented.ALLOWED),
                        notes,
                        Verification.Progress.NONE)
                .outcome(CONTRACT.operations());
    }

    @Test
    void areNoneOfTheRightNotes() {
        Outcome outcome = outcome(new Notes(CONTRACT));

        assertThat(breaches(outcome)).isEmpty();
        assertThat(outcome.unfollowed()).isEmpty();
    }

    @Test
    void whatIsKeptAsBytesNeedNotComeInAnotherType() {
        assertThat(outcome(new Notes(CONTRACT)).causes())
                .extracting(Cause::first)
                .extracting(failure -> failure.blame() + " " + failure.cause())
                .containsExactly("NOBODY Asked for application/pdf alone, the server answers in another type.");
    }

    private static List<Failure> breaches(Outcome outcome) {
        return outcome.causes().stream()
                .map(Cause::first)
                .filter(failure -> failure.blame() == Failure.Blame.SERVER)
                .toList();
    }

    @Test
    void aRequiredTagIsThatOfTheCurrentVersion() {
        assertThat(outcome(new Notes(CONTRACT)).tested())
                .hasSize(CONTRACT.operations().size());
    }

    @Test
    void whoKnowsNoPartsAnswersTheWhole() {
        Notes notes = new Notes(CONTRACT);

        assertThat(breaches(outcome(request -> notes.answer(request.without("Range")))))
                .isEmpty();
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            value = {
                "CHANGES_ANY_VERSION | preconditions | A version that is not the current one is changed.",
                "REMOVES_ANY_VERSION | preconditions | A version that is not the current one is removed.",
                "CHANGES_WHAT_IT_REFUSES | refused-changes-nothing | What was refused has changed something.",
                "OVERWRITES_WHAT_IS_THERE | preconditions | What is there is overwritten by who wants to make what is not.",
                "CHANGES_WHAT_IS_NOT_THERE | preconditions | What is not there is made by who wants to change what is.",
                "MADE_AS_IF_REPLACED | put-tells-creation | A PUT that made a resource does not say so.",
                "REPLACED_AS_IF_MADE | put-tells-creation | A PUT that replaced a resource says that it made one.",
                "NAMES_THE_OLD_VERSION | entity-tags | A change names another version than there is after it.",
                "SUFFIX_FROM_THE_START | ranges | A part does not say truly which it is.",
                "LAST_BYTE_IS_MISSING | ranges | A part has other bytes than the whole.",
                "ALWAYS_FROM_THE_START | ranges | A part has other bytes than the whole.",
                "LENGTH_OF_THE_PART | ranges | A part does not say truly which it is.",
                "PART_WITHOUT_RANGE | response-fields | A part does not say which it is.",
                "PART_AS_WHOLE | ranges | A part is answered as if it were the whole.",
                "PART_BEHIND_THE_END | ranges | A part behind the end is not refused as such.",
                "APPENDS_UPLOADS | change-is-kept | What was uploaded is not what is downloaded.",
                "CUTS_UPLOADS | change-is-kept | What was uploaded is not what is downloaded.",
                "FORGETS_SETTINGS | change-is-kept | What was changed did not stay so: /font.",
                "CHANGES_WIPE_SETTINGS | rest-is-kept | What was not to be changed has changed: /font.",
                "REFUSED_SETTINGS_STAY | refused-changes-nothing | A request that was refused has changed something.",
                "REFUSES_PARTS | ranges | A part that is there is refused.",
            })
    void areTold(Notes.Mistake mistake, String check, String cause) {
        told(mistake, Failure.Blame.SERVER, check + " " + cause);
    }

    /** Many servers compare one tag as a text: that is against HTTP, and hurts few. */
    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            value = {
                "REFUSES_ANY_OF_SEVERAL | preconditions | A change of the current version is refused.",
                "REFUSES_STAR | preconditions | A change of the current version is refused.",
                "KNOWS_ONE_TAG_ALONE | entity-tags | Who has the current version is not told so where it says that otherwise.",
                "KNOWS_NO_WEAK_TAG | entity-tags | Who has the current version is not told so where it says that otherwise.",
                "KNOWS_NO_STAR | entity-tags | Who has the current version is not told so where it says that otherwise.",
                "NOT_MODIFIED_WITHOUT_TAG | entity-tags | An answer that nothing has changed does not name the version.",
                "PART_OF_ANY_VERSION | ranges | Who has another version gets a part of this one.",
            })
    void areNoted(Notes.Mistake mistake, String check, String cause) {
        told(mistake, Failure.Blame.NOBODY, check + " " + cause);
    }

    private static void told(Notes.Mistake mistake, Failure.Blame blame, String words) {
        assertThat(outcome(new Notes(CONTRACT, mistake)).causes())
                .extracting(Cause::first)
                .filteredOn(failure -> failure.blame() == blame)
                .extracting(failure -> failure.check() + " " + failure.cause())
                .contains(words);
    }
}
