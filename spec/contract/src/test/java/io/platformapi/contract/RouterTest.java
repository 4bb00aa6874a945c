package io.platformapi.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.platformapi.contract.dialect.Contract;
import io.platformapi.contract.reader.ContractReader;
import io.platformapi.contract.source.Access;
import java.net.URI;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class RouterTest {

    private static Router router(PathMatching matching, String... routes) {
        String paths = Stream.of(routes)
                .map(route -> route.split(" ", 2))
                .collect(Collectors.groupingBy(
                        route -> route[1],
                        Collectors.mapping(
                                route ->
                                        route[0].toLowerCase(Locale.ROOT) + ": {responses: {'200': {description: ok}}}",
                                Collectors.joining(", "))))
                .entrySet()
                .stream()
                .map(path -> "  '" + path.getKey() + "': {" + path.getValue() + "}\n")
                .collect(Collectors.joining());
        Contract contract = new ContractReader(Access.SAME_ORIGIN)
                .read(
                        "openapi: 3.0.3\ninfo: {title: t, version: '1'}\npaths:\n" + paths,
                        URI.create("file:///t.yaml"),
                        "t.yaml");
        return new Router(contract.operations(), matching);
    }

    private static String found(Route route) {
        Route.Found found = (Route.Found) route;
        return found.operation() + " " + found.pathValues();
    }

    @Test
    void prefersALiteralToAVariable() {
        Router router = router(PathMatching.EXACT, "GET /pets/{id}", "GET /pets/mine");

        assertThat(found(router.route("GET", "/pets/mine"))).isEqualTo("GET /pets/mine {}");
        assertThat(found(router.route("GET", "/pets/7"))).isEqualTo("GET /pets/{id} {id=7}");
    }

    @Test
    void goesBackWhenALiteralLeadsNowhere() {
        Router router = router(PathMatching.EXACT, "GET /pets/mine", "GET /pets/{id}/toys");

        assertThat(found(router.route("GET", "/pets/mine/toys"))).isEqualTo("GET /pets/{id}/toys {id=mine}");
    }

    @Test
    void findsVariablesWithinASegment() {
        Router router = router(PathMatching.EXACT, "GET /files/{name}.{type}", "GET /files/{name}");

        assertThat(found(router.route("GET", "/files/a.b.txt")))
                .isEqualTo("GET /files/{name}.{type} {name=a, type=b.txt}");
        assertThat(found(router.route("GET", "/files/readme"))).isEqualTo("GET /files/{name} {name=readme}");
    }

    @Test
    void decodesEachSegmentByItself() {
        Router router = router(PathMatching.EXACT, "GET /a b/{id}");

        assertThat(found(router.route("GET", "/a%20b/x%2Fy"))).isEqualTo("GET /a b/{id} {id=x/y}");
    }

    @Test
    void namesTheMethodsOfAPath() {
        Router router = router(PathMatching.EXACT, "GET /pets", "POST /pets");

        assertThat(router.route("DELETE", "/pets")).hasToString("MethodNotAllowed[allowed=[GET, POST]]");
        assertThat(router.route("GET", "/pet")).isInstanceOf(Route.NotFound.class);
    }

    @Test
    void countsLetterCaseAndSlashesOnlyWhenExact() {
        Router exact = router(PathMatching.EXACT, "GET /api/pets");
        Router lenient = router(PathMatching.LENIENT, "GET /api/pets");

        assertThat(exact.route("GET", "/API/pets/")).isInstanceOf(Route.NotFound.class);
        assertThat(lenient.route("GET", "/API//pets/")).isInstanceOf(Route.Found.class);
    }
}
