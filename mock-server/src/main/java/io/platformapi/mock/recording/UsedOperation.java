package io.platformapi.mock.recording;

import java.util.Collection;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What a client has used of one operation.
 *
 * @param parameters what it has sent, by place and name, such as {@code query limit}
 * @param body the bodies it has sent; empty where it never sent one
 * @param answers what it was answered, by the key of the contract's response
 * @param credentials the ways in which it has identified itself, each the names of the schemes with a space between;
 *     one without a name for requests that had none where the contract asks for none
 */
record UsedOperation(
        SortedMap<String, UsedParameter> parameters,
        Optional<UsedBody> body,
        SortedMap<String, UsedAnswer> answers,
        SortedSet<String> credentials) {

    /** A parameter, and whether each request had it. */
    record UsedParameter(UsedValue value, boolean always) {

        UsedParameter with(UsedParameter other) {
            return new UsedParameter(value.with(other.value), always && other.always);
        }

        UsedParameter sometimes() {
            return new UsedParameter(value, false);
        }
    }

    /** Bodies by media type, as the contract writes it, and whether each request had one. */
    record UsedBody(SortedMap<String, UsedValue> contents, boolean always) {

        UsedBody with(UsedBody other) {
            return new UsedBody(joined(contents, other.contents), always && other.always);
        }

        UsedBody sometimes() {
            return new UsedBody(contents, false);
        }
    }

    /** Bodies of answers by media type, and the documented header fields that have come. */
    record UsedAnswer(SortedMap<String, UsedValue> contents, SortedSet<String> headers) {

        UsedAnswer with(UsedAnswer other) {
            SortedSet<String> all = new TreeSet<>(headers);
            all.addAll(other.headers);
            return new UsedAnswer(joined(contents, other.contents), all);
        }
    }

    /** What both show together; of requests on both sides, only what all of them had is always there. */
    UsedOperation with(UsedOperation other) {
        SortedMap<String, UsedParameter> sent = new TreeMap<>();
        parameters.forEach((name, own) -> {
            UsedParameter others = other.parameters.get(name);
            sent.put(name, others == null ? own.sometimes() : own.with(others));
        });
        other.parameters.forEach((name, others) -> sent.putIfAbsent(name, others.sometimes()));
        SortedMap<String, UsedAnswer> answered = new TreeMap<>(answers);
        other.answers.forEach((key, answer) -> answered.merge(key, answer, UsedAnswer::with));
        SortedSet<String> ways = new TreeSet<>(credentials);
        ways.addAll(other.credentials);
        return new UsedOperation(sent, bodyWith(other.body), answered, ways);
    }

    /** A way in, by the names of its schemes. */
    static String way(Collection<String> schemes) {
        return String.join(" ", new TreeSet<>(schemes));
    }

    private Optional<UsedBody> bodyWith(Optional<UsedBody> other) {
        return body.isPresent() && other.isPresent()
                ? Optional.of(body.get().with(other.get()))
                : body.or(() -> other).map(UsedBody::sometimes);
    }

    private static SortedMap<String, UsedValue> joined(
            SortedMap<String, UsedValue> one, SortedMap<String, UsedValue> other) {
        SortedMap<String, UsedValue> both = new TreeMap<>(one);
        other.forEach((type, value) -> both.merge(type, value, UsedValue::with));
        return both;
    }
}
