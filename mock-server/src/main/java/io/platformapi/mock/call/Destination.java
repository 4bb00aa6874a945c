package io.platformapi.mock.call;

import io.platformapi.contract.http.Percent;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Where a call goes, or why it goes nowhere. */
public sealed interface Destination {

    /** An address of HTTP. */
    record Known(URI address) implements Destination {}

    /**
     * None.
     *
     * @param reason why, as a phrase; holds nothing that was sent
     */
    record Unknown(String reason) implements Destination {}

    /** An expression in braces. */
    Pattern EXPRESSION = Pattern.compile("\\{(\\$[^{}]*)}");

    /** Where an address with expressions leads on an occasion. */
    static Destination of(String template, Occasion occasion) {
        StringBuilder address = new StringBuilder();
        Matcher expression = EXPRESSION.matcher(template);
        int end = 0;
        while (expression.find()) {
            address.append(template, end, expression.start());
            Optional<String> value = occasion.value(expression.group(1));
            if (value.isEmpty()) {
                return new Unknown("nothing is at " + expression.group(1));
            }
            // what an address begins with is one itself; what is put into one must not end a part of it
            address.append(address.isEmpty() ? value.get() : Percent.encoded(value.get()));
            end = expression.end();
        }
        return of(address.append(template.substring(end)).toString());
    }

    /** An address as a text. */
    static Destination of(String address) {
        try {
            URI uri = new URI(address);
            boolean isHttp = "http".equalsIgnoreCase(uri.getScheme()) || "https".equalsIgnoreCase(uri.getScheme());
            return isHttp && uri.getHost() != null
                    ? new Known(uri)
                    : new Unknown("its address is none of HTTP, such as http://127.0.0.1:9000/events");
        } catch (URISyntaxException e) {
            return new Unknown("its address is none of HTTP, such as http://127.0.0.1:9000/events");
        }
    }
}
