package io.platformapi.verify.checks;

import java.util.List;
import java.util.Locale;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What texts show of the inside of the servers that wrote them, in the languages that servers are written in. */
final class Internals {

    private static final List<Sign> SIGNS = List.of(
            sign(
                    "a stack trace",
                    "\\bat [\\w$.<>/]+\\((\\w+\\.(java|kt|scala|groovy):\\d+|Native Method|Unknown Source)\\)",
                    "at "),
            sign("a stack trace", "\\bat [\\w.]+\\([^)]*\\) in .{1,200}:line \\d+", ":line "),
            sign("a stack trace", "Traceback \\(most recent call last\\)", "traceback"),
            sign("a stack trace", "File \\\\?\"[^\"]+\\\\?\", line \\d+", "file "),
            sign("a stack trace", "goroutine \\d+ \\[", "goroutine "),
            sign("a stack trace", "\\bat .{1,80}\\.[jt]s:\\d+:\\d+", ".js:", ".ts:"),
            sign(
                    "a stack trace",
                    "\\b[\\w/]+\\.(rb|php|py|go|cs|java|kt)(:| on line |, line | line )\\d+",
                    ".rb",
                    ".php",
                    ".py",
                    ".go",
                    ".cs",
                    ".java",
                    ".kt"),
            sign(
                    "a path of the machine",
                    "(?<![\\w./:-])/(home|usr|var|etc|opt|srv|root)/[\\w.-]+(/[\\w.-]+)+",
                    "/home/",
                    "/usr/",
                    "/var/",
                    "/etc/",
                    "/opt/",
                    "/srv/",
                    "/root/"),
            sign("a path of the machine", "\\b[A-Z]:\\\\{1,2}[\\w ]+\\\\", ":\\"),
            sign("a statement or fault of SQL", "\\bSELECT\\b.{1,200}\\bFROM\\b", "select"),
            sign("a statement or fault of SQL", "\\bINSERT INTO\\b|\\bDELETE FROM\\b", "insert into", "delete from"),
            sign("a statement or fault of SQL", "\\bUPDATE \\w+ SET\\b", "update "),
            sign("a statement or fault of SQL", "\\bORA-\\d{4,5}", "ora-"),
            sign(
                    "a statement or fault of SQL",
                    "(?i)violates (unique|foreign key|not-null|check) constraint",
                    "violates "),
            sign(
                    "a statement or fault of SQL",
                    "(?i)SQLSTATE|error in your SQL syntax|syntax error at or near|unique constraint failed|no such (table|column)",
                    "sqlstate",
                    "sql syntax",
                    "syntax error at or near",
                    "unique constraint failed",
                    "no such "),
            sign(
                    "the name of a class",
                    "\\b(java|javax|jakarta|org|com|io|net|kotlin|scala)(\\.[a-z_0-9]+)+\\.[A-Z]\\w+",
                    "java.",
                    "javax.",
                    "jakarta.",
                    "org.",
                    "com.",
                    "io.",
                    "net.",
                    "kotlin.",
                    "scala."),
            sign(
                    "the name of a class",
                    "\\bSystem\\.\\w+Exception|\\b(NullPointer|IllegalArgument|IllegalState|NumberFormat|ClassCast"
                            + "|IndexOutOfBounds|ArrayIndexOutOfBounds|JsonParse|JsonMapping|HttpMessageNotReadable"
                            + "|DataIntegrityViolation|SQL|PSQL|NullReference|KeyNotFound)Exception\\b",
                    "exception"),
            sign(
                    "the name of a class",
                    "\\b(Key|Type|Attribute|Index|Name|Integrity|Operational|Programming|ZeroDivision|UnicodeDecode"
                            + "|Recursion|NoMethod|Reference|JSONDecode)Error\\b",
                    "error"),
            sign(
                    "the name of a class",
                    "\\bsqlalchemy\\.|\\bpsycopg2?\\b|\\bsqlite3?\\.\\w+|undefined method",
                    "sqlalchemy.",
                    "psycopg",
                    "sqlite",
                    "undefined method"));

    /**
     * What a text shows of a server's inside.
     *
     * @param marks in small letters, one of which stands in whatever the pattern finds: most answers have none of them,
     *     and looking for a fixed text costs a hundredth of looking for a pattern
     */
    private record Sign(String shows, Pattern pattern, List<String> marks) {

        boolean isPossibleIn(String small) {
            for (String mark : marks) {
                if (small.contains(mark)) {
                    return true;
                }
            }
            return false;
        }
    }

    private static Sign sign(String shows, String pattern, String... marks) {
        return new Sign(shows, Pattern.compile(pattern), List.of(marks));
    }

    private Internals() {}

    /**
     * A part of a text that shows something.
     *
     * @param what what it is, with its article
     */
    record Shown(String what, String part) {}

    /** All that a text shows, the most telling first. */
    static Stream<Shown> in(String text) {
        String small = text.toLowerCase(Locale.ROOT);
        return SIGNS.stream()
                .filter(sign -> sign.isPossibleIn(small))
                .flatMap(sign -> sign.pattern()
                        .matcher(text)
                        .results()
                        .map(MatchResult::group)
                        .map(part -> new Shown(sign.shows(), part)));
    }
}
