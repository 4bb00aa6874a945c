package io.platformapi.contract;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PathTemplateTest {

    @ParameterizedTest
    @CsvSource({
        "/pets/{id}, /pets/{name}, true",
        "/pets/{id}, /pets/mine, true",
        "/pets/{id}, /pets/{name}.{format}, true",
        "/pets/{name}.json, /pets/rex.json, true",
        "/pets/{name}.json, /pets/{other}.json, true",
        "/{a}/{b}, /pets/{id}, true",
        "/pets/mine, /pets/{id}, false",
        "/pets/{name}.json, /pets/{id}, false",
        "/pets/{name}.json, /pets/rex.xml, false",
        "/pets/{id}, /cats/{id}, false",
        "/pets/{id}, /pets/{id}/toys, false",
        "/pets/{id}, /pets, false",
    })
    void takesInWhatHasNoOtherPaths(String one, String other, boolean takesIn) {
        assertThat(PathTemplate.of(one).takesIn(PathTemplate.of(other))).isEqualTo(takesIn);
    }
}
