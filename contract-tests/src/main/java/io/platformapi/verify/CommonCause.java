package io.platformapi.verify;

import io.platformapi.contract.Server;
import io.platformapi.contract.dialect.Contract;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** Finds the one reason why many operations could not be tested, and what to do about it. */
final class CommonCause {

    private static final String EVERY = "Every valid request ";
    private static final Set<Integer> NOT_THERE = Set.of(404, 405);
    private static final int MOST_PAGES = 3;
    private static final int UNAUTHORIZED = 401;

    private final Contract contract;
    private final URI url;

    CommonCause(Contract contract, URI url) {
        this.contract = contract;
        this.url = url;
    }

    /** The reasons, a line each; none where each operation has its own. */
    List<String> lines(Outcome outcome) {
        Map<String, List<Miss>> misses = outcome.misses();
        List<String> lines = new ArrayList<>();
        List<String> closed = where(misses, miss -> miss.status() == UNAUTHORIZED);
        if (!closed.isEmpty()) {
            lines.add("Not let in (401): " + NameList.some(closed) + ". Give a credential: "
                    + new CredentialAdvice(contract).options(closed) + ".");
        }
        Set<Miss> kinds = misses.values().stream().flatMap(List::stream).collect(Collectors.toSet());
        Set<Miss> pages = outcome.pages();
        boolean telling = pages.stream().noneMatch(page -> page.status() == UNAUTHORIZED || page.status() / 100 == 3);
        if (!pages.isEmpty() && telling) {
            lines.add(EVERY + ofPages(pages));
            return lines;
        }
        boolean common = outcome.tested().isEmpty() || misses.size() > 1;
        if (common && !kinds.isEmpty() && closed.size() < misses.size()) {
            shared(kinds, outcome.tested().isEmpty()).ifPresent(lines::add);
        }
        return lines;
    }

    /** The operations all of whose answers are of a kind. */
    private static List<String> where(Map<String, List<Miss>> misses, Predicate<Miss> kind) {
        return misses.entrySet().stream()
                .filter(operation -> operation.getValue().stream().allMatch(kind))
                .map(Map.Entry::getKey)
                .toList();
    }

    private Optional<String> shared(Set<Miss> kinds, boolean everywhere) {
        String every = everywhere ? EVERY : "Every valid request to what was not tested ";
        Set<Integer> statuses = kinds.stream().map(Miss::status).collect(Collectors.toSet());
        if (kinds.stream().allMatch(kind -> kind.status() / 100 == 3)) {
            Set<String> targets = kinds.stream().map(Miss::elsewhere).collect(Collectors.toSet());
            return Optional.of(
                    every + "is redirected (" + joined(statuses) + ") to " + NameList.some(List.copyOf(targets))
                            + ": give the address that answers as --url, or the credential that it misses.");
        }
        if (kinds.stream().allMatch(kind -> kind.status() / 100 == 5)) {
            return Optional.of(every + "fails (" + joined(statuses) + "): look into the server's log.");
        }
        if (NOT_THERE.containsAll(statuses)) {
            return Optional.of(every + "is answered with " + joined(statuses) + "." + elsewhere(statuses));
        }
        return statuses.size() == 1
                ? of(statuses.iterator().next()).map(advice -> every + "is answered with " + advice)
                : Optional.empty();
    }

    private String ofPages(Set<Miss> pages) {
        Set<Integer> statuses = pages.stream().map(Miss::status).collect(Collectors.toSet());
        String titles = pages.stream()
                .map(page -> "\"" + page.page() + "\"")
                .distinct()
                .sorted()
                .limit(MOST_PAGES)
                .collect(Collectors.joining(", "));
        return "is answered with an HTML page, " + titles + " (" + joined(statuses)
                + "): a login page or a proxy may stand before the server." + elsewhere(statuses);
    }

    private Optional<String> of(int status) {
        return switch (status) {
            case 403 -> Optional.of("403: the credential that was given may not do this, or a gateway refuses it.");
            case 429 -> Optional.of("429: the tester is rate limited; raise the server's limit or --max-time.");
            default -> Optional.empty();
        };
    }

    /** What else to ask than an address that knows none of the paths. */
    private String elsewhere(Set<Integer> statuses) {
        String base = contract.servers().stream()
                .map(Server::basePath)
                .filter(path -> !path.isEmpty())
                .findFirst()
                .orElse("");
        String given = url.toString().replaceAll("/+$", "");
        if (!NOT_THERE.containsAll(statuses)) {
            return "";
        }
        return base.isEmpty() || given.endsWith(base)
                ? " Is " + given
                        + " where the paths of the document begin, and are the values of its examples known there?"
                : " The document's servers say " + base + ": try --url " + given + base + ".";
    }

    private static String joined(Set<Integer> statuses) {
        return statuses.stream().sorted().map(String::valueOf).collect(Collectors.joining(", "));
    }
}
