package io.platformapi.contract.format;

import io.platformapi.contract.http.Percent;
import io.platformapi.contract.http.Query;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A urlencoded form as names and values, held to its own rules: UTF-8 everywhere, and no {@code %} by itself. */
public final class UrlEncoded {

    private static final Pattern BAD_ESCAPE = Pattern.compile("%(?![0-9a-fA-F]{2})");

    private UrlEncoded() {}

    /**
     * The fields in order.
     *
     * @throws MalformedBody with the field and the place of what cannot be decoded
     */
    public static Query fields(byte[] body) throws MalformedBody {
        String text = Utf8.text(body);
        int start = 0;
        for (String field : text.split("&", -1)) {
            refuseBadEscapes(field, text, start);
            start += field.length() + 1;
        }
        return Query.of(text);
    }

    private static void refuseBadEscapes(String field, String text, int start) throws MalformedBody {
        if (Percent.decodedForm(field).isPresent()) {
            return;
        }
        String name = field.split("=", 2)[0];
        Matcher bad = BAD_ESCAPE.matcher(field);
        throw bad.find()
                ? Places.malformed("the field " + name + " has a '%' that escapes nothing", text, start + bad.start())
                : Places.malformed("the escapes of the field " + name + " are not UTF-8", text, start);
    }
}
