package io.platformapi.verify.cases;

import io.platformapi.contract.check.Applied;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Members of a made-up body that speak of something that has to be there, such as the product of an order, or repeat
 * what stands in the path: no server knows what was made up.
 */
final class MadeUpReferences {

    private static final Pattern REFERRING =
            Pattern.compile(".*([a-z0-9](Id|ID|Ids|IDs|Uuid|UUID|Ref|Refs)|_(id|ids|uuid|ref|refs))|parent");

    private static final Pattern LOWER =
            Pattern.compile("(from|start|begin|since|min)([A-Z_].*)?|.*(_(from|start|begin|min)|From|Start|Begin|Min)");
    private static final Pattern UPPER =
            Pattern.compile("(to|end|until|till|max)([A-Z_].*)?|.*(_(to|end|until|max)|To|End|Until|Max)");

    private static final List<String> SHOWN = List.of("example", "examples", "default", "enum", "const");

    private MadeUpReferences() {}

    /** Whether there are any whose value the document does not show. */
    static boolean areIn(RequestValues input) {
        if (!input.hasBody()) {
            return false;
        }
        if (Stream.of(LOWER, UPPER)
                .allMatch(end -> input.body().properties().stream()
                        .anyMatch(member -> end.matcher(member.getKey()).matches()))) {
            return true; // which of both has to be the less no schema tells
        }
        Applied body = Applied.of(Objects.requireNonNull(input.content()).schema());
        return input.body().properties().stream()
                .filter(member -> !member.getValue().isNull())
                .map(member -> member.getKey())
                .filter(name -> REFERRING.matcher(name).matches() || isInPath(input, name))
                .anyMatch(name -> body.member(name).schemas().stream()
                        .allMatch(schema -> SHOWN.stream()
                                .allMatch(keyword -> schema.keyword(keyword).isMissingNode())));
    }

    private static boolean isInPath(RequestValues input, String name) {
        return input.operation().path().segments().stream()
                .flatMap(segment -> segment.variables().stream())
                .anyMatch(variable -> plain(variable).equals(plain(name)));
    }

    private static String plain(String name) {
        return name.replaceAll("[^A-Za-z0-9]", "").toLowerCase(Locale.ROOT);
    }
}
