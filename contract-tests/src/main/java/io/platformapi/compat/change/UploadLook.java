package io.platformapi.compat.change;

import io.platformapi.compat.schema.reading.SchemaReading;
import io.platformapi.contract.source.Node;
import java.util.Set;

/**
 * A look at two schemas of documents of OpenAPI 3.0 and of a later version that say in the words of their versions that
 * a string holds bytes: {@code format: binary} and {@code format: byte} became {@code contentMediaType} and
 * {@code contentEncoding}, and what describes a whole body of bytes need not say a type at all.
 */
public record UploadLook(FlatSchema old, FlatSchema fresh) {

    private static final Set<String> LATER = Set.of("type", "format", "contentMediaType", "contentEncoding");
    private static final Set<String> OF_BYTES = Set.of("format", "contentMediaType", "contentEncoding");

    /** Looks at two schemas of documents of these dialects. */
    public static boolean isSame(SchemaReading.Dialect older, Node before, SchemaReading.Dialect newer, Node after) {
        return older.isOpenApi30() != newer.isOpenApi30()
                && new UploadLook(FlatSchema.of(before, older), FlatSchema.of(after, newer)).isSame();
    }

    /** Whether they say so, and nothing else. */
    boolean isSame() {
        FlatSchema first = old.isOpenApi30() ? old : fresh;
        FlatSchema later = old.isOpenApi30() ? fresh : old;
        return isOfBytes() && says(first, Set.of("type", "format")) && says(later, LATER) && !first.isNullable();
    }

    /** Whether they say so, whatever else they say. */
    boolean isOfBytes() {
        if (old.isOpenApi30() == fresh.isOpenApi30()) {
            return false;
        }
        FlatSchema first = old.isOpenApi30() ? old : fresh;
        FlatSchema later = old.isOpenApi30() ? fresh : old;
        String format = first.keyword("format").json().asText();
        boolean bytes = format.equals("binary")
                || format.equals("byte")
                        && later.keyword("contentEncoding").json().asText().equals("base64");
        return bytes && later.keyword("type").json().asText("string").equals("string");
    }

    /** Whether a keyword says that a string holds bytes. */
    static boolean tells(String keyword) {
        return OF_BYTES.contains(keyword);
    }

    private static boolean says(FlatSchema schema, Set<String> most) {
        return schema.keywords().keySet().stream()
                .allMatch(
                        each -> most.contains(each) || KeywordSorts.DESCRIBING.contains(each) || each.startsWith("x-"));
    }
}
