package io.platformapi.verify.checks;

import io.platformapi.contract.Operation;
import io.platformapi.contract.PathTemplate;
import io.platformapi.contract.dialect.Contract;
import io.platformapi.verify.cases.CheckId;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** A refusal of a method says which are allowed, all of them and no others (RFC 9110, section 15.5.6). */
final class AllowedMethods implements Check {

    /** Those that an operation can be documented for, and that do something. */
    private static final Set<String> DOING = Set.of("GET", "POST", "PUT", "PATCH", "DELETE");

    private final Contract contract;

    AllowedMethods(Contract contract) {
        this.contract = contract;
    }

    @Override
    public List<Failure> failures(Exchange exchange) {
        boolean has = exchange.answer().headers().has("Allow");
        if (exchange.answer().status() == 405 && !has) {
            return List.of(failure(
                    exchange,
                    "A 405 does not say which methods are allowed.",
                    "a header Allow (RFC 9110, section 15.5.6)",
                    "405 without it"));
        }
        boolean asked = exchange.answer().status() == 405
                || exchange.isAnsweredWith(2)
                        && exchange.asked().request().method().equals("OPTIONS");
        return asked && has ? difference(exchange).stream().toList() : List.of();
    }

    private Optional<Failure> difference(Exchange exchange) {
        PathTemplate path = PathTemplate.of(exchange.asked().subject().replaceFirst("^\\S+ ", ""));
        Set<String> documented = methods(other -> other.shape().equals(path.shape()));
        Set<String> allowed = Arrays.stream(
                        exchange.answer().headers().text("Allow").split("[,\\s]+"))
                .map(method -> method.toUpperCase(Locale.ROOT))
                .filter(DOING::contains)
                .collect(Collectors.toCollection(TreeSet::new));
        boolean all = allowed.containsAll(documented);
        return documented.isEmpty()
                        || all && methods(other -> other.takesIn(path)).containsAll(allowed)
                ? Optional.empty()
                : Optional.of(failure(
                        exchange,
                        "Allow has other methods than the path.",
                        "Allow: " + String.join(", ", documented),
                        "Allow: " + exchange.answer().headers().text("Allow")));
    }

    private Set<String> methods(Predicate<PathTemplate> paths) {
        return contract.operations().stream()
                .filter(operation -> paths.test(operation.path()))
                .map(Operation::method)
                .filter(DOING::contains)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Failure failure(Exchange exchange, String cause, String expected, String received) {
        return new Failure(
                CheckId.ALLOW_HEADER.id(),
                exchange.asked(),
                cause,
                expected,
                received,
                exchange.asked().documented());
    }
}
