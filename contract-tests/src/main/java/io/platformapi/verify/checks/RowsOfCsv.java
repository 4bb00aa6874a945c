package io.platformapi.verify.checks;

import io.platformapi.verify.cases.CheckId;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** All rows of a table have as many cells as the first (RFC 4180, section 2, rule 4). */
final class RowsOfCsv implements Check {

    @Override
    public List<Failure> failures(Exchange exchange) {
        boolean csv = exchange.isAnsweredWith(2)
                && exchange.answer()
                        .contentType()
                        .filter(type -> type.essence().equals("text/csv"))
                        .isPresent();
        List<Integer> rows = csv ? rows(new String(exchange.answer().body(), StandardCharsets.UTF_8)) : List.of();
        if (rows.isEmpty() || rows.get(0) < 2) { // separated by something else, or one column
            return List.of();
        }
        return rows.stream()
                .filter(cells -> !cells.equals(rows.get(0)))
                .limit(1)
                .map(cells -> new Failure(
                        CheckId.DOCUMENTED_BODY.id(),
                        exchange.asked(),
                        "A row of the CSV has more or fewer cells than the first.",
                        rows.get(0) + " (RFC 4180, section 2)",
                        String.valueOf(cells),
                        exchange.asked().documented()))
                .toList();
    }

    /** How many cells each row has; none where quotes stand as RFC 4180 has none. */
    private static List<Integer> rows(String text) {
        if (text.matches("(?s)[^\"\r\n,]*[;\t|].*")) {
            return List.of();
        }
        List<Integer> rows = new ArrayList<>();
        boolean quoted = false;
        int cells = 1;
        int begin = 0;
        for (int at = 0; at <= text.length(); at++) {
            char sign = at < text.length() ? text.charAt(at) : '\n';
            quoted ^= sign == '"';
            if (!quoted && sign == ',') {
                cells++;
            } else if (!quoted && sign == '\n') {
                if (!text.substring(begin, at).isBlank()) {
                    rows.add(cells);
                }
                begin = at + 1;
                cells = 1;
            }
        }
        return quoted ? List.of() : rows;
    }
}
