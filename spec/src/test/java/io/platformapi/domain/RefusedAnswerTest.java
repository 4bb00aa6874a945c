package io.platformapi.domain;

import static org.assertj.core.api.Assertions.assertThat;

import io.platformapi.model.ErrorCode;
import io.platformapi.wire.RefusedAnswer;
import io.platformapi.wire.RetryAfter;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What clients of server and mock are told of refusals by the rules. */
final class RefusedAnswerTest {

    @ParameterizedTest
    @CsvSource({"FORBIDDEN, 403", "INVALID, 400", "NOT_FOUND, 404", "CONFLICT, 409", "TOO_SOON, 429", "TOO_MUCH, 429"})
    void hasTheStatusThatTheDocumentGivesTheReason(Refused.Reason reason, int status) {
        var fault = new Mistake(ErrorCode.FORBIDDEN, "", "No.");

        assertThat(RefusedAnswer.of(Refused.of(reason, fault)).status()).isEqualTo(status);
    }

    @Test
    void namesEveryFaultAndTheFirstOneForAll() {
        var first = new Mistake(ErrorCode.INVALID_ROLE, "Roles", "No such role.");
        var second = new Mistake(ErrorCode.EMAIL, "EmailAddress", "No such address.");

        RefusedAnswer answer = RefusedAnswer.of(Refused.invalid(List.of(first, second)));

        assertThat(answer.retryAfter()).isEmpty();
        assertThat(answer.body().responseStatus().errorCode()).isEqualTo(ErrorCode.INVALID_ROLE);
        assertThat(answer.body().responseStatus().message()).isEqualTo("No such role.");
        assertThat(answer.body().responseStatus().errors())
                .extracting(error -> error.errorCode() + " " + error.fieldName() + " " + error.message())
                .containsExactly(
                        ErrorCode.INVALID_ROLE + " Roles No such role.",
                        ErrorCode.EMAIL + " EmailAddress No such address.");
    }

    @Test
    void saysWhereTheWaitStands() {
        RefusedAnswer answer = RefusedAnswer.of(Refused.tooSoon(Duration.ofMillis(1001)));

        assertThat(answer.retryAfter()).isEqualTo(Optional.of("2"));
        assertThat(answer.body().responseStatus().message())
                .isEqualTo("Asked again too soon. Try again after the number of seconds in Retry-After.");
    }

    @ParameterizedTest
    @CsvSource({"0, 1", "1, 1", "1000, 1", "1001, 2", "3600000, 3600"})
    void tellsTheWaitInWholeSecondsAndAtLeastOne(long milliseconds, String seconds) {
        assertThat(RetryAfter.seconds(Duration.ofMillis(milliseconds))).isEqualTo(seconds);
    }
}
