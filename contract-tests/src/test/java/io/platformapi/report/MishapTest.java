package io.platformapi.report;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class MishapTest {

    @Test
    void saysHowAFullHeapIsGivenMore() {
        long heap = Runtime.getRuntime().maxMemory() / (1 << 20);

        assertThat(Mishap.of(new OutOfMemoryError("Java heap space")))
                .isEqualTo("there is not enough memory (Java heap space): the heap has " + heap
                        + " MB; give it more, such as JAVA_TOOL_OPTIONS=-Xmx" + 2 * heap + "m");
    }

    @Test
    void namesThePlaceOfAnythingElse() {
        assertThat(Mishap.of(new StackOverflowError()))
                .startsWith("StackOverflowError at io.platformapi.report.MishapTest.namesThePlaceOfAnythingElse(");
    }
}
