package io.platformapi.verify.checks;

import io.platformapi.contract.source.Excerpt;
import io.platformapi.verify.cases.CheckId;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A refusal or failure tells nobody how the server is built. */
final class InternalsHidden implements Check {

    private static final int LONGEST = 100;

    private static final Map<String, Pattern> SIGNS = signs();

    private static Map<String, Pattern> signs() {
        Map<String, Pattern> signs = new LinkedHashMap<>();
        signs.put(
                "a stack trace",
                Pattern.compile(
                        "\\bat [\\w$.<>/]+\\((\\w+\\.(java|kt|scala|groovy):\\d+|Native Method|Unknown Source)\\)"
                                + "|\\bat [\\w.]+\\([^)]*\\) in .{1,200}:line \\d+|Traceback \\(most recent call last\\)"
                                + "|File \\\\?\"[^\"]+\\\\?\", line \\d+|goroutine \\d+ \\[|\\bat .{1,80}\\.[jt]s:\\d+:\\d+"
                                + "|\\b[\\w/]+\\.(rb|php|py|go|cs|java|kt)(:| on line |, line | line )\\d+"));
        signs.put(
                "the name of a class",
                Pattern.compile("\\b(java|javax|jakarta|org|com|io|net|kotlin|scala)(\\.[a-z_0-9]+)+\\.[A-Z]\\w+"
                        + "|\\bSystem\\.\\w+Exception|\\b(NullPointer|IllegalArgument|IllegalState|NumberFormat|ClassCast"
                        + "|IndexOutOfBounds|ArrayIndexOutOfBounds|JsonParse|JsonMapping|HttpMessageNotReadable"
                        + "|DataIntegrityViolation|SQL|PSQL|NullReference|KeyNotFound)Exception\\b"
                        + "|\\b(Key|Type|Attribute|Index|Name|Integrity|Operational|Programming|ZeroDivision|UnicodeDecode"
                        + "|Recursion|NoMethod|Reference|JSONDecode)Error\\b"
                        + "|\\bsqlalchemy\\.|\\bpsycopg2?\\b|\\bsqlite3?\\.\\w+|undefined method"));
        signs.put(
                "a statement or fault of SQL",
                Pattern.compile(
                        "\\bSELECT\\b.{1,200}\\bFROM\\b|\\bINSERT INTO\\b|\\bDELETE FROM\\b|\\bUPDATE \\w+ SET\\b"
                                + "|(?i)SQLSTATE|\\bORA-\\d{4,5}|error in your SQL syntax|syntax error at or near"
                                + "|unique constraint failed|violates (unique|foreign key|not-null|check) constraint"
                                + "|no such (table|column)"));
        signs.put(
                "a path of the machine",
                Pattern.compile("(?<![\\w./:-])/(home|usr|var|etc|opt|srv|root)/[\\w.-]+(/[\\w.-]+)+"
                        + "|\\b[A-Z]:\\\\{1,2}[\\w ]+\\\\"));
        return Map.copyOf(signs);
    }

    @Override
    public List<Failure> failures(Exchange exchange) {
        if (!exchange.isAnsweredWith(4) && !exchange.isAnsweredWith(5)) {
            return List.of();
        }
        String text = exchange.answer().text();
        return SIGNS.entrySet().stream()
                .filter(sign -> shown(sign.getValue(), text, exchange).length() > 0)
                .sorted(Map.Entry.comparingByKey())
                .map(sign -> new Failure(
                        CheckId.INTERNALS_HIDDEN.id(),
                        exchange.asked(),
                        "A refusal shows " + sign.getKey() + ".",
                        "what is wrong with the request, and no more",
                        Excerpt.of(shown(sign.getValue(), text, exchange), LONGEST),
                        exchange.asked().documented()))
                .limit(1)
                .toList();
    }

    /** What shows it, unless it is what was sent; empty where nothing does. */
    private static String shown(Pattern sign, String text, Exchange exchange) {
        Matcher found = sign.matcher(text);
        String body = new String(exchange.asked().request().body(), StandardCharsets.UTF_8);
        while (found.find()) {
            String part = found.group();
            if (!body.contains(part) && !exchange.asked().request().target().contains(part)) {
                return part;
            }
        }
        return "";
    }
}
