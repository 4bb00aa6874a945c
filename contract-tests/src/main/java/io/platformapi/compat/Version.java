package io.platformapi.compat;

import io.platformapi.contract.dialect.Contract;
import io.platformapi.report.Finding;
import io.platformapi.report.Level;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A version by semantic versioning, and which one a change deserves. */
record Version(int major, int minor, int patch) implements Comparable<Version> {

    private static final Pattern TEXT = Pattern.compile("v?(\\d{1,9})(?:\\.(\\d{1,9}))?(?:\\.(\\d{1,9}))?.*");

    private static final Pattern DATE = Pattern.compile("v?(19|20)\\d\\d([-./_]?)(0?[1-9]|1[0-2])(\\2\\d.*)?");

    /** The version a text spells, if it spells one; a date says when, and nothing about what changed. */
    static Optional<Version> of(String text) {
        if (DATE.matcher(text.strip()).matches()) {
            return Optional.empty();
        }
        Matcher matcher = TEXT.matcher(text.strip());
        return matcher.matches()
                ? Optional.of(new Version(number(matcher, 1), number(matcher, 2), number(matcher, 3)))
                : Optional.empty();
    }

    private static int number(Matcher matcher, int group) {
        return matcher.group(group) == null ? 0 : Integer.parseInt(matcher.group(group));
    }

    /** The next version that tells the truth about a change. */
    Version after(List<Finding> findings, boolean same) {
        boolean breaks = findings.stream().anyMatch(each -> each.level().fails());
        if (breaks) {
            return major == 0 ? new Version(0, minor + 1, 0) : new Version(major + 1, 0, 0);
        }
        boolean adds = findings.stream().anyMatch(each -> each.level() == Level.NOTE && !Change.isUnseen(each.id()));
        return adds ? new Version(major, minor + 1, 0) : same ? this : new Version(major, minor, patch + 1);
    }

    /**
     * What a new version says of a change.
     *
     * @param level an error if it says too little, undecided if nobody can tell
     */
    record Claim(Level level, String words) {}

    /** What the version should be, where {@code isSame} tells whether nothing at all is said otherwise; it is dear. */
    static Claim claim(Contract old, Contract fresh, List<Finding> findings, BooleanSupplier isSame) {
        Optional<Version> before = of(old.version());
        if (before.isEmpty()) {
            return new Claim(
                    Level.UNDECIDED,
                    "info.version " + old.version() + " is no semantic version, so that none can follow.");
        }
        boolean same = findings.isEmpty() && isSame.getAsBoolean();
        Version honest = before.get().after(findings, same);
        boolean enough =
                of(fresh.version()).map(is -> is.compareTo(honest) >= 0).orElse(false);
        return enough
                ? new Claim(Level.NOTE, "info.version " + fresh.version() + " is honest; " + honest + " would do.")
                : new Claim(
                        Level.ERROR,
                        "info.version " + fresh.version() + " says too little: this change deserves " + honest + ".");
    }

    @Override
    public int compareTo(Version other) {
        int majors = Integer.compare(major, other.major);
        int minors = Integer.compare(minor, other.minor);
        return majors != 0 ? majors : minors != 0 ? minors : Integer.compare(patch, other.patch);
    }

    @Override
    public String toString() {
        return major + "." + minor + "." + patch;
    }
}
