package io.platformapi.report;

import java.util.List;
import java.util.Map;

/**
 * What a run did in which media types, for one subject, and what of its description it reached.
 *
 * @param subject what it is about, such as {@code GET /pets/{petId}}
 * @param sent how many bodies were sent, by type
 * @param checked how many bodies were received, decoded and held to their schema, by type
 * @param unchecked how many bodies were received of which nothing but the type was looked at, by type
 * @param untried documented types of requests that nothing could be sent in
 * @param unseen documented types of answers that never came
 * @param points all else that can be reached
 */
public record Coverage(
        String subject,
        Map<String, Integer> sent,
        Map<String, Integer> checked,
        Map<String, Integer> unchecked,
        List<String> untried,
        List<String> unseen,
        List<Point> points) {

    /**
     * Something that can be reached.
     *
     * @param kind {@code operations}, {@code statuses}, {@code parameters} or {@code rules}
     * @param what what it is, such as {@code 404}, {@code query limit left out} or {@code /query/limit maximum broken}
     * @param times how often it was
     */
    public record Point(String kind, String what, int times) {

        public boolean isReached() {
            return times > 0;
        }
    }

    public Coverage {
        points = List.copyOf(points);
    }

    /** Types alone. */
    public Coverage(
            String subject,
            Map<String, Integer> sent,
            Map<String, Integer> checked,
            Map<String, Integer> unchecked,
            List<String> untried,
            List<String> unseen) {
        this(subject, sent, checked, unchecked, untried, unseen, List.of());
    }

    /** The points of a kind. */
    public List<Point> points(String kind) {
        return points.stream().filter(point -> point.kind().equals(kind)).toList();
    }
}
