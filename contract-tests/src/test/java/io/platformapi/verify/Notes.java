package io.platformapi.verify;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.platformapi.contract.Route;
import io.platformapi.contract.check.RequestCheck;
import io.platformapi.contract.dialect.Contract;
import io.platformapi.contract.format.Json;
import io.platformapi.contract.format.MalformedBody;
import io.platformapi.contract.http.Headers;
import io.platformapi.contract.http.HttpRequest;
import io.platformapi.contract.http.HttpResponse;
import io.platformapi.verify.checks.Target;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Notes that have versions, and a manual that has parts; tests let it make one mistake at a time. */
final class Notes implements Target {

    private static final Pattern RANGE = Pattern.compile("bytes=(\\d*)-(\\d*)");

    private final Contract contract;
    private final Optional<Mistake> mistake;
    private final Map<String, Note> notes = new LinkedHashMap<>();
    private byte[] manual = "Write down what you know.".getBytes(StandardCharsets.UTF_8);
    private ObjectNode settings = JsonNodeFactory.instance.objectNode().put("font", "Sans");
    private int versions;

    private record Note(JsonNode shown, String tag) {}

    /** What it does otherwise than a right one. */
    enum Mistake {
        CHANGES_ANY_VERSION,
        REMOVES_ANY_VERSION,
        REFUSES_ANY_OF_SEVERAL,
        REFUSES_STAR,
        CHANGES_WHAT_IT_REFUSES,
        OVERWRITES_WHAT_IS_THERE,
        CHANGES_WHAT_IS_NOT_THERE,
        MADE_AS_IF_REPLACED,
        REPLACED_AS_IF_MADE,
        NAMES_THE_OLD_VERSION,
        KNOWS_ONE_TAG_ALONE,
        KNOWS_NO_WEAK_TAG,
        KNOWS_NO_STAR,
        NOT_MODIFIED_WITHOUT_TAG,
        SUFFIX_FROM_THE_START,
        LAST_BYTE_IS_MISSING,
        ALWAYS_FROM_THE_START,
        LENGTH_OF_THE_PART,
        PART_WITHOUT_RANGE,
        PART_AS_WHOLE,
        PART_BEHIND_THE_END,
        PART_OF_ANY_VERSION,
        REFUSES_PARTS,
        APPENDS_UPLOADS,
        CUTS_UPLOADS,
        FORGETS_SETTINGS,
        CHANGES_WIPE_SETTINGS,
        REFUSED_SETTINGS_STAY
    }

    Notes(Contract contract, Mistake... made) {
        this.contract = contract;
        this.mistake = Stream.of(made).findFirst();
    }

    private boolean makes(Mistake one) {
        return mistake.filter(one::equals).isPresent();
    }

    @Override
    public HttpResponse answer(HttpRequest request) {
        boolean head = request.method().equals("HEAD");
        HttpRequest asked = head ? request.withMethod("GET").without("Range") : request;
        if (!(contract.route(asked) instanceof Route.Found found)) {
            boolean known = contract.route(asked) instanceof Route.MethodNotAllowed;
            String methods = asked.path().equals("/manual")
                    ? "GET, HEAD, PUT"
                    : (asked.path().startsWith("/notes/") ? "DELETE, " : "") + "GET, HEAD, PATCH, PUT";
            return known ? status(405).with(Headers.of("Allow", methods)) : status(404);
        }
        if (contract.dialect().negotiation(found, asked).isPresent()
                || !RequestCheck.violations(contract.dialect().bind(found, asked))
                        .isEmpty()) {
            if (makes(Mistake.REFUSED_SETTINGS_STAY) && asked.method().equals("PUT")) {
                settings = settings.deepCopy().put("size", ++versions % 90 + 1);
            }
            return status(400);
        }
        HttpResponse answer = switch (found.operation().id()) {
            case "getManual" -> manual(asked);
            case "putManual" -> uploaded(asked);
            case "getSettings" -> json(settings);
            case "putSettings", "changeSettings" -> settings(asked);
            default -> note(found.operation().id(), asked);
        };
        return head ? answer.withoutBody() : answer;
    }

    private HttpResponse uploaded(HttpRequest request) {
        byte[] sent = request.body();
        byte[] kept = makes(Mistake.CUTS_UPLOADS) ? Arrays.copyOf(sent, sent.length - 1) : sent;
        byte[] before = makes(Mistake.APPENDS_UPLOADS) ? manual : new byte[0];
        manual = Arrays.copyOf(before, before.length + kept.length);
        System.arraycopy(kept, 0, manual, before.length, kept.length);
        return status(204);
    }

    private HttpResponse settings(HttpRequest request) {
        try {
            ObjectNode sent = (ObjectNode) new Json().read(request.body());
            boolean whole = request.method().equals("PUT");
            boolean merges = !whole && !makes(Mistake.CHANGES_WIPE_SETTINGS);
            ObjectNode changed = merges ? settings.deepCopy() : settings.objectNode();
            changed.setAll(sent);
            if (!changed.has("font")) {
                changed.put("font", "Sans");
            }
            if (!makes(Mistake.FORGETS_SETTINGS)) {
                settings = changed;
            }
            return json(changed);
        } catch (MalformedBody e) {
            return status(400);
        }
    }

    private static HttpResponse json(JsonNode shown) {
        return HttpResponse.of(200, "application/json", new Json().write(shown));
    }

    private HttpResponse note(String operation, HttpRequest request) {
        String key = request.path().substring("/notes/".length());
        Note note = notes.get(key);
        if (note == null && !operation.equals("putNote")) {
            return status(404);
        }
        if (operation.equals("getNote")) {
            return conditional(request, note.tag(), json(note.shown()));
        }
        boolean any = makes(operation.equals("removeNote") ? Mistake.REMOVES_ANY_VERSION : Mistake.CHANGES_ANY_VERSION);
        boolean refused = !any && !holds(request, note);
        if (refused && !makes(Mistake.CHANGES_WHAT_IT_REFUSES)) {
            return status(412);
        }
        if (operation.equals("removeNote")) {
            notes.remove(key);
            return HttpResponse.of(refused ? 412 : 204, Headers.none());
        }
        HttpResponse kept = kept(request, key, note);
        return refused ? status(412) : kept;
    }

    private HttpResponse kept(HttpRequest request, String key, Note before) {
        try {
            JsonNode sent = new Json().read(request.body());
            Note after = new Note(sent, "\"v" + ++versions + "\"");
            notes.put(key, after);
            boolean old = makes(Mistake.NAMES_THE_OLD_VERSION) && before != null;
            boolean made = before == null && !makes(Mistake.MADE_AS_IF_REPLACED);
            boolean told = made
                    || makes(Mistake.REPLACED_AS_IF_MADE) && request.method().equals("PUT");
            return HttpResponse.of(told ? 201 : 200, "application/json", new Json().write(sent))
                    .with(Headers.of("ETag", old ? before.tag() : after.tag()));
        } catch (MalformedBody e) {
            return status(400);
        }
    }

    private boolean holds(HttpRequest request, Note note) {
        String match = request.headers().text("If-Match");
        boolean onlyNew =
                request.headers().text("If-None-Match").equals("*") && !makes(Mistake.OVERWRITES_WHAT_IS_THERE);
        if (onlyNew && note != null) {
            return false;
        }
        List<String> tags = List.of(match.split(",\\s*"));
        boolean star = match.equals("*") && !makes(Mistake.REFUSES_STAR);
        boolean named = note != null
                && (makes(Mistake.REFUSES_ANY_OF_SEVERAL) ? match.equals(note.tag()) : tags.contains(note.tag()));
        boolean absent = note == null && makes(Mistake.CHANGES_WHAT_IS_NOT_THERE);
        return match.isEmpty() || absent || note != null && star || named;
    }

    private HttpResponse conditional(HttpRequest request, String tag, HttpResponse whole) {
        String none = request.headers().text("If-None-Match");
        boolean same = none.equals(tag)
                || none.equals("*") && !makes(Mistake.KNOWS_NO_STAR)
                || none.equals("W/" + tag) && !makes(Mistake.KNOWS_NO_WEAK_TAG)
                || List.of(none.split(",\\s*")).contains(tag) && !makes(Mistake.KNOWS_ONE_TAG_ALONE);
        if (!same) {
            return whole.with(Headers.of("ETag", tag));
        }
        return HttpResponse.of(304, makes(Mistake.NOT_MODIFIED_WITHOUT_TAG) ? Headers.none() : Headers.of("ETag", tag));
    }

    private HttpResponse manual(HttpRequest request) {
        HttpResponse whole = HttpResponse.of(200, "text/plain", manual).with(Headers.of("Accept-Ranges", "bytes"));
        Matcher range = RANGE.matcher(request.headers().text("Range"));
        boolean other = request.headers().has("If-Range") && !makes(Mistake.PART_OF_ANY_VERSION);
        if (!range.matches()
                || other
                || range.group(1).isEmpty() && range.group(2).isEmpty()) {
            return conditional(request, "\"m" + Arrays.hashCode(manual) + "\"", whole);
        }
        boolean suffix = range.group(1).isEmpty();
        int length = manual.length;
        int from = suffix ? Math.max(0, length - number(range.group(2))) : number(range.group(1));
        int to = suffix || range.group(2).isEmpty() ? length - 1 : Math.min(length - 1, number(range.group(2)));
        if (suffix && makes(Mistake.SUFFIX_FROM_THE_START)) {
            to -= from;
            from = 0;
        }
        if (makes(Mistake.REFUSES_PARTS) || from > to && !makes(Mistake.PART_BEHIND_THE_END)) {
            return status(416).with(Headers.of("Content-Range", "bytes */" + length));
        }
        return part(Math.min(from, length - 1), to);
    }

    private static int number(String digits) {
        return Integer.parseInt(digits.substring(0, Math.min(8, digits.length())));
    }

    private HttpResponse part(int from, int to) {
        int start = makes(Mistake.ALWAYS_FROM_THE_START) ? 0 : from;
        int end = makes(Mistake.LAST_BYTE_IS_MISSING) ? to : to + 1;
        byte[] some = Arrays.copyOfRange(manual, start, Math.max(start, start + end - from));
        int length = makes(Mistake.LENGTH_OF_THE_PART) ? some.length : manual.length;
        HttpResponse part = HttpResponse.of(makes(Mistake.PART_AS_WHOLE) ? 200 : 206, "text/plain", some);
        return makes(Mistake.PART_WITHOUT_RANGE) || makes(Mistake.PART_AS_WHOLE)
                ? part
                : part.with(Headers.of("Content-Range", "bytes " + from + "-" + to + "/" + length));
    }

    private static HttpResponse status(int status) {
        return HttpResponse.of(status, Headers.none());
    }
}
