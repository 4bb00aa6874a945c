package io.platformapi.verify.cases;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * The secrets in the credentials that a user gave, which must not be shown where they were moved to, either.
 *
 * @param names by which names a credential may stand anywhere, regardless of case
 * @param texts all that was given, without the names of schemes and cookies
 */
record GivenSecrets(Set<String> names, List<String> texts) {

    /** By which name a token stands in a query (RFC 6750, section 2.3). */
    static final String TOKEN = "access_token";

    static GivenSecrets of(Credentials given) {
        Set<String> names = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
        names.addAll(given.secret());
        names.addAll(given.keys());
        names.addAll(given.cookies());
        names.add(TOKEN);
        Stream<String> fields = given.secret().stream()
                .filter(name -> !name.equalsIgnoreCase("Cookie"))
                .flatMap(name -> Stream.of(given.headers(), given.other()).flatMap(all -> all.all(name).stream()))
                .map(WrongCredential::secret);
        Stream<String> cookies = Stream.of(given.headers(), given.other())
                .flatMap(all -> Credentials.cookies(all.text("Cookie")))
                .filter(given::isCookieKey)
                .map(cookie -> cookie.substring(cookie.indexOf('=') + 1));
        Stream<String> asked =
                given.keys().stream().filter(given.query()::containsKey).map(given.query()::get);
        return new GivenSecrets(
                names,
                Stream.of(fields, cookies, asked)
                        .flatMap(all -> all)
                        .filter(text -> !text.isEmpty())
                        .distinct()
                        .toList());
    }

    /** Whether the value of a header field is a credential that was given for another place. */
    boolean isMoved(String header, String value) {
        return names.contains(header) && texts.contains(value);
    }

    /** How they are spelled in a query, as {@code name=text}. */
    Stream<String> pairs() {
        return names.stream()
                .flatMap(name ->
                        texts.stream().map(text -> Credentials.encoded(name) + "=" + Credentials.encoded(text)));
    }

    /** A command for a shell that shows none of them in its query: {@code access_token='"$ACCESS_TOKEN"'}. */
    String hidden(String command) {
        return pairs().reduce(command, (shown, pair) -> {
            String name = pair.substring(0, pair.indexOf('='));
            String variable = name.toUpperCase(Locale.ROOT).replaceAll("[^A-Z0-9]", "_");
            return shown.replace(pair, name + "='\"$" + variable + "\"'");
        });
    }
}
