package io.platformapi.compat;

import io.platformapi.contract.Operation;
import io.platformapi.contract.source.Node;
import io.platformapi.report.Finding;
import io.platformapi.report.Level;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Optional;

/**
 * The policy on top of the comparison: what was announced may go. {@code deprecated} with an {@code x-sunset} date in
 * the past, or without a date, announces a removal; {@code x-stability-level: draft} or {@code alpha} promises nothing.
 */
record Lifecycle(Comparison comparison) {

    static final String SUNSET = "x-sunset";
    static final String STABILITY = "x-stability-level";
    private static final List<String> LEVELS = List.of("draft", "alpha", "beta", "stable");

    /** The finding about a removed operation, at the level the announcements leave it. */
    Finding removal(Operation old, Finding removed) {
        if (isUnstable(old)) {
            return removed.on(Level.NOTE);
        } else if (!old.deprecated()) {
            return removed;
        }
        Optional<LocalDate> sunset = sunset(old.node());
        boolean early = sunset.isPresent() && sunset.get().isAfter(comparison.today());
        return early
                ? removed.saying(removed.message().replaceAll("\\.$", "") + " before its sunset, " + sunset.get() + ".")
                        .advising("keep it until " + sunset.get() + ", as was announced")
                : removed.on(Level.NOTE);
    }

    /** Whether nothing was promised about an operation. */
    static boolean isUnstable(Operation operation) {
        String level = operation.node().text(STABILITY, "");
        return level.equals("draft") || level.equals("alpha");
    }

    void compare(Operation before, Operation after) {
        if (isUnstable(before)) {
            comparison.promisesNothing(before);
        }
        if (after.deprecated() && !before.deprecated()) {
            comparison.report(
                    OperationComparison.note(Change.OPERATION_DEPRECATED.id(), before, "It is now deprecated."),
                    before.node(),
                    after.node().member("deprecated"));
        }
        sunset(before, "", before.node(), after.node());
        stability(before, after);
    }

    /**
     * Compares what was announced of an operation or a parameter.
     *
     * @param name the parameter, "" for the operation itself
     */
    void sunset(Operation operation, String name, Node before, Node after) {
        Node was = before.member(SUNSET);
        Node is = after.member(SUNSET);
        Optional<LocalDate> old = sunset(before);
        Optional<LocalDate> fresh = sunset(after);
        String about = name.isEmpty() ? "" : name + ": ";
        if (is.json().equals(was.json())) {
            return;
        }
        if (is.exists() && fresh.isEmpty()) {
            announced(
                    Change.SUNSET_UNREADABLE.id(),
                    operation,
                    about + "`x-sunset` is no date: " + is.json() + ".",
                    was,
                    is);
        } else if (old.isPresent() && !is.exists() && after.flag("deprecated")) {
            announced(
                    Change.SUNSET_REMOVED.id(),
                    operation,
                    about + "`x-sunset` was " + old.get() + " and is gone.",
                    was,
                    is);
        } else if (old.isPresent() && fresh.isPresent() && fresh.get().isBefore(old.get())) {
            String message = about + "`x-sunset` was " + old.get() + " and is " + fresh.get() + ".";
            announced(Change.SUNSET_EARLIER.id(), operation, message, was, is);
        } else {
            told(
                    Change.SUNSET_ANNOUNCED,
                    operation,
                    about + "`x-sunset` " + Contrast.of(was, is).sentence(),
                    was,
                    is);
        }
    }

    /** What was promised more, or announced in time, is worth telling to whoever asks for everything. */
    private void told(Change change, Operation operation, String message, Node was, Node is) {
        if (comparison.telling().isEverything()) {
            comparison.report(OperationComparison.note(change.id(), operation, message), message, was, is);
        }
    }

    /** Whether a deprecated thing may go by now: its sunset date has passed, or none was announced. */
    boolean isOver(Node old) {
        Optional<LocalDate> sunset = sunset(old);
        return old.flag("deprecated") && (sunset.isEmpty() || !sunset.get().isAfter(comparison.today()));
    }

    private void stability(Operation before, Operation after) {
        int was = LEVELS.indexOf(before.node().text(STABILITY, "stable"));
        int is = LEVELS.indexOf(after.node().text(STABILITY, "stable"));
        Node place = after.node().member(STABILITY);
        if (place.json().equals(before.node().member(STABILITY).json())) {
            return;
        }
        if (is < 0) {
            announced(
                    Change.STABILITY_UNKNOWN.id(),
                    before,
                    "`x-stability-level` is none of " + LEVELS + ".",
                    before.node(),
                    place);
        } else if (is < was) {
            announced(
                    Change.STABILITY_DECREASED.id(),
                    before,
                    "`x-stability-level` was " + LEVELS.get(was) + " and is " + LEVELS.get(is) + ".",
                    before.node(),
                    place);
        } else {
            Node said = before.node().member(STABILITY);
            told(
                    Change.DESCRIBED,
                    before,
                    "`x-stability-level` " + Contrast.of(said, place).sentence(),
                    said.exists() ? said : before.node(),
                    place.exists() ? place : after.node());
        }
    }

    private void announced(String id, Operation operation, String message, Node was, Node is) {
        String now = is.exists() ? message.replaceAll(" was .*", "").replace("`", "") + " " + is.json() : message;
        comparison.report(OperationComparison.breaking(id, operation, message), now, was, is);
    }

    private static Optional<LocalDate> sunset(Node operation) {
        try {
            String text = operation.text(SUNSET, "");
            return text.isEmpty()
                    ? Optional.empty()
                    : Optional.of(LocalDate.parse(text.length() > 10 ? text.substring(0, 10) : text));
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }
}
