package io.platformapi.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

final class DifferenceTest {

    private static String exchange(String answer) {
        return "# pets\n\n### json\nGET /pets HTTP/1.1\n\nHTTP/1.1 200\n\n" + answer + "\n";
    }

    @Test
    void isNothingWhereTextsAreAlike() {
        assertThat(Difference.between("pets.http", exchange("{}"), exchange("{}")))
                .isEmpty();
    }

    @Test
    void showsChangedLinesWithWhatIsAroundThemAndTheExchange() {
        assertThat(Difference.between("pets.http", exchange("{}"), exchange("[]")))
                .isEqualTo("""
                        --- pets.http
                        +++ pets.http as answered
                        @@ json @@
                         GET /pets HTTP/1.1
                        \s
                         HTTP/1.1 200
                        \s
                        -{}
                        +[]
                        \s
                        """);
    }

    @Test
    void showsOfALongLineTheMembersAroundTheChange() {
        String members =
                IntStream.range(0, 40).mapToObj(i -> "\"m" + i + "\":" + i).collect(Collectors.joining(","));

        assertThat(Difference.between("pets.http", exchange(members), exchange(members.replace("20", "x"))))
                .isEqualTo("""
                        --- pets.http
                        +++ pets.http as answered
                        @@ json @@
                         ↪ "m16":16,
                         ↪ "m17":17,
                         ↪ "m18":18,
                         ↪ "m19":19,
                        -↪ "m20":20,
                        +↪ "mx":x,
                         ↪ "m21":21,
                         ↪ "m22":22,
                         ↪ "m23":23,
                         ↪ "m24":24,
                        """);
    }
}
