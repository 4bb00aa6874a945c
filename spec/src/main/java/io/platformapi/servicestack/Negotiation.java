package io.platformapi.servicestack;

import io.platformapi.contract.In;
import io.platformapi.contract.Route;
import io.platformapi.contract.body.Bodies;
import io.platformapi.contract.check.Refusal;
import io.platformapi.contract.check.Violation;
import io.platformapi.contract.format.Csv;
import io.platformapi.contract.format.Form;
import io.platformapi.contract.format.Json;
import io.platformapi.contract.format.Jsonl;
import io.platformapi.contract.format.MessageFormats;
import io.platformapi.contract.http.Accept;
import io.platformapi.contract.http.Headers;
import io.platformapi.contract.http.HttpRequest;
import io.platformapi.contract.http.MediaType;
import io.platformapi.contract.http.Query;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Which format a request is in, and which its answer.
 *
 * <p>An answer's is chosen by the path's suffix, else by {@code ?format=}, else by {@code Accept} with its weights. Who
 * accepts anything gets the format of the request's body, else JSON. Of types with one weight, that of the request's
 * body comes first, then they count in the platform's order. An accepted alias is the type sent.
 */
final class Negotiation {

    static final MediaType FORM = MediaType.of("application/x-www-form-urlencoded");

    private static final MessageFormats FORMATS = new MessageFormats(List.of(
            MessageFormats.Entry.of(new Json(), "application/json", "text/json"),
            MessageFormats.Entry.of(PlatformText.XML, "application/xml", "text/xml"),
            MessageFormats.Entry.of(PlatformText.JSV, "text/jsv", "application/jsv"),
            MessageFormats.Entry.of(new Jsonl(), "text/jsonl", "application/jsonl", "application/x-ndjson"),
            MessageFormats.Entry.of(new Csv(PlatformText.JSV), "text/csv")));

    /** What is offered to requests in each format, and to those in none. */
    private static final Map<MediaType, List<MediaType>> OFFERS = FORMATS.entries().stream()
            .map(MessageFormats.Entry::type)
            .collect(Collectors.toUnmodifiableMap(Function.identity(), Negotiation::offers));

    private static final List<MediaType> FIRST_JSON =
            offers(FORMATS.entries().get(0).type());

    private static final Bodies BODIES = Bodies.of(new MessageFormats(Stream.concat(
                    FORMATS.entries().stream(),
                    Stream.of(MessageFormats.Entry.of(new Form(PlatformText.JSV), FORM.essence())))
            .toList()));

    /** The formats of answers; requests may be in one of these or a form. */
    MessageFormats formats() {
        return FORMATS;
    }

    /** How bodies are read and written. */
    Bodies bodies() {
        return BODIES;
    }

    /** The format a name stands for; the pages call one of them {@code other}. */
    static String format(String name) {
        return name.equals("other") ? "jsonl" : name;
    }

    Optional<Refusal> refusal(Route.Found route, HttpRequest request) {
        if (request.hasBody()
                && !request.contentType().map(BODIES::spellsStructure).orElse(false)) {
            return Optional.of(Refusal.of(Refusal.Kind.MEDIA_TYPE, unread(request))
                    .with("Accept", String.join(", ", readTypes())));
        }
        Optional<String> name = formatName(request);
        if (route.suffix().isEmpty()
                && name.isPresent()
                && FORMATS.named(name.get()).isEmpty()) {
            return Optional.of(unknownFormat(name.get()));
        }
        return answerType(route, request).isPresent()
                ? Optional.empty()
                : Optional.of(Refusal.of(Refusal.Kind.UNACCEPTABLE, notOffered(request)));
    }

    /** The type to answer in; empty if what is asked for is not offered. */
    Optional<MediaType> answerType(Route route, HttpRequest request) {
        if (route instanceof Route.Found found && !found.suffix().isEmpty()) {
            return typeNamed(format(found.suffix()));
        }
        Optional<String> name = formatName(request);
        return name.isPresent() ? typeNamed(name.get()) : accepted(request);
    }

    /** Whether the path or the query says which format to answer in. */
    boolean choosesFormat(Route.Found route, HttpRequest request) {
        return !route.suffix().isEmpty() || formatName(request).isPresent();
    }

    /** A request that asks for a type by header, by suffix, and by parameter. */
    Map<String, HttpRequest> asking(HttpRequest request, MediaType type) {
        Map<String, HttpRequest> ways = new LinkedHashMap<>();
        ways.put("accept", request.with("Accept", type.toString()));
        FORMATS.of(type).map(entry -> entry.format().name()).ifPresent(name -> {
            ways.put("suffix", request.withPath(request.path() + "." + name));
            String given = request.query().isEmpty() ? "" : request.query() + "&";
            ways.put("format", request.withQuery(given + "format=" + name));
        });
        return ways;
    }

    private static Optional<MediaType> typeNamed(String name) {
        return FORMATS.named(name).map(MessageFormats.Entry::type);
    }

    private static Optional<String> formatName(HttpRequest request) {
        if (request.query().isEmpty()) {
            return Optional.empty();
        }
        return Query.of(request.query()).pairs().stream()
                .filter(pair -> pair.name().equalsIgnoreCase("format"))
                .map(pair -> format(pair.value().toLowerCase(Locale.ROOT)))
                .filter(name -> !name.isEmpty())
                .findFirst();
    }

    private Optional<MediaType> accepted(HttpRequest request) {
        Accept accept = Accept.of(request.headers());
        List<MediaType> offers = offersTo(request);
        if (accept.anything()) {
            return Optional.of(offers.get(0));
        }
        return accept.bestOffer(offers);
    }

    private static List<MediaType> offersTo(HttpRequest request) {
        Optional<MessageFormats.Entry> own = request.contentType().flatMap(FORMATS::of);
        return own.map(entry -> OFFERS.getOrDefault(entry.type(), FIRST_JSON)).orElse(FIRST_JSON);
    }

    /** Every type that can be sent: the request's own first, then the documented types, then their aliases. */
    private static List<MediaType> offers(MediaType own) {
        Stream<MediaType> types = FORMATS.entries().stream().map(MessageFormats.Entry::type);
        Stream<MediaType> aliases = FORMATS.entries().stream().flatMap(entry -> entry.aliases().stream());
        return Stream.of(Stream.of(own), types, aliases)
                .flatMap(all -> all)
                .distinct()
                .toList();
    }

    List<String> readTypes() {
        return Stream.concat(FORMATS.entries().stream().map(MessageFormats.Entry::type), Stream.of(FORM))
                .map(MediaType::essence)
                .toList();
    }

    private String unread(HttpRequest request) {
        String what = request.headers()
                .first("Content-Type")
                .map(type -> "'" + type + "' is not read here.")
                .orElse("The body has no Content-Type.");
        return what + " Send one of " + String.join(", ", readTypes()) + ".";
    }

    private static String notOffered(HttpRequest request) {
        String types =
                FORMATS.entries().stream().map(entry -> entry.type().essence()).collect(Collectors.joining(", "));
        return "'" + request.headers().text("Accept") + "' is not offered. Ask for one of " + types + ".";
    }

    private static Refusal unknownFormat(String name) {
        String names =
                FORMATS.entries().stream().map(entry -> entry.format().name()).collect(Collectors.joining(", "));
        String message = "There is no format '" + name + "'. Ask for one of " + names + ".";
        Violation violation = Violation.of(In.QUERY, "format", "format-unknown", message, name);
        return new Refusal(Refusal.Kind.UNACCEPTABLE, message, List.of(violation), Headers.none());
    }
}
