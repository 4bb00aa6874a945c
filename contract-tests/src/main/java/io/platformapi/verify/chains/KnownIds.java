package io.platformapi.verify.chains;

import io.platformapi.contract.Operation;
import io.platformapi.contract.PathTemplate;
import io.platformapi.contract.http.HttpRequest;
import io.platformapi.contract.http.Percent;
import io.platformapi.verify.cases.Case;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Puts resources that are there into the paths of requests.
 *
 * @param ids the texts by which resources are asked for, by the shapes of their paths
 */
record KnownIds(Map<String, String> ids) {

    /** The shape of the beginning of a path, to a segment and with it. */
    static String shape(PathTemplate path, int segment) {
        return PathTemplate.of("/"
                        + path.segments().subList(0, segment + 1).stream()
                                .map(PathTemplate.Segment::text)
                                .collect(Collectors.joining("/")))
                .shape();
    }

    /** Whether a path, below whatever base, is one of a template. */
    static boolean fits(PathTemplate path, String text) {
        String[] segments = text.split("/", -1);
        int shift = segments.length - path.segments().size();
        boolean fits = shift >= 1;
        for (int i = 0; fits && i < path.segments().size(); i++) {
            PathTemplate.Segment segment = path.segments().get(i);
            fits = !segment.variables().isEmpty() || segment.text().equals(segments[i + shift]);
        }
        return fits;
    }

    /** A case for resources that are there, as far as any are known. */
    Case placed(Operation operation, Case asked) {
        return asked.asking(placed(operation, asked.request()));
    }

    private HttpRequest placed(Operation operation, HttpRequest request) {
        List<PathTemplate.Segment> template = operation.path().segments();
        String[] segments = request.path().split("/", -1);
        int shift = segments.length - template.size();
        for (int i = 0; i < template.size() && shift >= 0; i++) {
            String id = ids.get(shape(operation.path(), i));
            if (id != null && !template.get(i).variables().isEmpty()) {
                segments[i + shift] = Percent.encoded(id);
            }
        }
        return request.withPath(String.join("/", segments));
    }
}
