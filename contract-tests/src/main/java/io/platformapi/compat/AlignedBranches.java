package io.platformapi.compat;

import io.platformapi.contract.reader.Inside;
import io.platformapi.contract.source.Node;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * The objects inside the newer of two schemas by the steps of the older: branches of {@code allOf}, {@code oneOf} and
 * {@code anyOf} stand beside those that say the same, wherever they come in the list, and the rest in its order.
 */
final class AlignedBranches {

    private static final List<String> KEYWORDS = List.of("allOf", "oneOf", "anyOf");

    private AlignedBranches() {}

    static Map<String, Inside> of(Map<String, Inside> olds, Map<String, Inside> freshes) {
        Map<String, Inside> aligned = new LinkedHashMap<>(freshes);
        for (String keyword : KEYWORDS) {
            List<String> was = steps(olds, keyword);
            List<String> is = steps(freshes, keyword);
            if (was.size() > 1 && is.size() > 1) {
                is.forEach(aligned::remove);
                align(olds, freshes, was, is).forEach((step, from) -> aligned.put(step, branch(freshes, from)));
            }
        }
        return aligned;
    }

    private static List<String> steps(Map<String, Inside> all, String keyword) {
        return all.keySet().stream()
                .filter(step -> step.startsWith(keyword + "/"))
                .toList();
    }

    /** Which of the new steps each takes: of an equal branch, else the next that is left. */
    private static Map<String, String> align(
            Map<String, Inside> olds, Map<String, Inside> freshes, List<String> was, List<String> is) {
        Map<String, String> taken = new LinkedHashMap<>();
        List<String> left = new ArrayList<>(is);
        for (String step : was) {
            left.stream()
                    .filter(each -> isLike(
                            branch(olds, step).node(), branch(freshes, each).node()))
                    .findFirst()
                    .ifPresent(each -> {
                        taken.put(step, each);
                        left.remove(each);
                    });
        }
        for (String step : was) {
            if (!taken.containsKey(step) && !left.isEmpty()) {
                taken.put(step, left.remove(0));
            }
        }
        left.forEach(step -> taken.putIfAbsent(free(taken, step, is), step));
        return taken;
    }

    /** Whether two say the same, or are behind references of one name. */
    private static boolean isLike(Node one, Node other) {
        boolean named = !one.name().matches("\\d+") && one.name().equals(other.name());
        return named || one.json().equals(other.json());
    }

    private static String free(Map<String, String> taken, String step, List<String> is) {
        return is.stream().filter(each -> !taken.containsKey(each)).findFirst().orElse(step);
    }

    private static Inside branch(Map<String, Inside> all, String step) {
        return Objects.requireNonNull(all.get(step));
    }
}
