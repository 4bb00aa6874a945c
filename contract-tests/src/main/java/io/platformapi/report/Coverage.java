package io.platformapi.report;

import java.util.List;
import java.util.Map;

/**
 * What a run did in which media types, for one subject.
 *
 * @param subject what it is about, such as {@code GET /pets/{petId}}
 * @param sent how many bodies were sent, by type
 * @param checked how many bodies were received, decoded and held to their schema, by type
 * @param unchecked how many bodies were received of which nothing but the type was looked at, by type
 * @param untried documented types of requests that nothing could be sent in
 * @param unseen documented types of answers that never came
 */
public record Coverage(
        String subject,
        Map<String, Integer> sent,
        Map<String, Integer> checked,
        Map<String, Integer> unchecked,
        List<String> untried,
        List<String> unseen) {}
