package io.platformapi.report;

import java.util.List;

/**
 * Where a finding counts, so that it can be waived there and nowhere else.
 *
 * @param subject what it is about, such as {@code GET /pets}
 * @param place where in its messages, such as {@code 200 body (application/json) /name}; "" where it is about all of it
 * @param values what exactly is found there, such as the values an enumeration lost, each as JSON; none where the place
 *     says it all
 * @param message what is said of it there
 */
public record Site(String subject, String place, List<String> values, String message) {

    public Site {
        values = List.copyOf(values);
    }
}
