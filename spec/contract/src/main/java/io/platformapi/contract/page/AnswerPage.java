package io.platformapi.contract.page;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.platformapi.contract.Content;
import io.platformapi.contract.Response;
import io.platformapi.contract.Route;
import io.platformapi.contract.dialect.Contract;
import io.platformapi.contract.http.HttpRequest;
import io.platformapi.contract.http.HttpResponse;
import io.platformapi.contract.http.MediaType;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * An operation's answer for a reader in a browser: its data as a table, a failure in words, and how to have it
 * otherwise.
 *
 * @param contract the contract
 * @param route where the request led
 * @param credential what the host takes
 */
record AnswerPage(Contract contract, Route.Found route, Credential credential) {

    private static final ObjectMapper JSON = JsonMapper.builder().build();
    private static final int LARGEST = 150_000;
    private static final List<String> MESSAGES = List.of("Message", "message", "detail", "title", "error");

    HttpResponse of(HttpRequest request, HttpResponse answer, String address) {
        String title = request.method() + " " + route.operation().path();
        Optional<JsonNode> value = value(answer);
        List<Markup> pieces = new ArrayList<>();
        if (answer.status() >= 400) {
            pieces.add(Markup.element("p", words(answer.status(), value)).with("class", "note"));
        }
        if (answer.status() == 401) {
            pieces.add(authentication(request, address));
        }
        pieces.add(Markup.element("h2", "Data"));
        pieces.add(data(answer, value));
        pieces.add(otherwise(request, answer, address));
        Markup header = Markup.all(
                Markup.element("nav", Markup.link("/", contract.title())).with("aria-label", "All operations"),
                Markup.element("h1", Markup.text(title + " "), Markup.element("small", "answered " + answer.status())),
                Markup.element("p", route.operation().summary()));
        HttpResponse page = Frame.page(answer.status(), answer.status() + " " + title, header, Markup.all(pieces));
        return new HttpResponse(answer.status(), answer.headers().with(page.headers()), page.body());
    }

    static Optional<JsonNode> value(HttpResponse answer) {
        boolean json = answer.contentType().map(MediaType::syntax).orElse("").contains("json");
        try {
            return json ? Optional.of(JSON.readTree(answer.body())) : Optional.empty();
        } catch (JsonProcessingException e) {
            return Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Markup data(HttpResponse answer, Optional<JsonNode> value) {
        if (answer.body().length == 0) {
            return Markup.element("p", "The answer has no content.");
        }
        Markup table = value.map(ValueTable::of)
                .orElseGet(() -> Markup.element("pre", answer.text()).with("tabindex", "0"));
        return table.html().length() > LARGEST
                ? Markup.element("p", "The answer is too large to be shown here: take it as one of the formats below.")
                : table;
    }

    static String words(int status, Optional<JsonNode> value) {
        String kind = switch (status) {
            case 401 -> "This needs a credential.";
            case 403 -> "This caller may not do so.";
            case 404 -> "There is no such thing.";
            case 429 -> "This was asked too often.";
            default -> status < 500 ? "The request was refused." : "The server failed.";
        };
        return kind + value.flatMap(AnswerPage::message).map(text -> " " + text).orElse("");
    }

    private static Optional<String> message(JsonNode value) {
        return MESSAGES.stream()
                .map(value::findValue)
                .flatMap(found -> Optional.ofNullable(found).stream())
                .filter(JsonNode::isTextual)
                .map(JsonNode::asText)
                .findFirst();
    }

    private Markup authentication(HttpRequest request, String address) {
        return Markup.all(
                Markup.element("h2", "Give a credential"),
                Markup.element("p", credential.advice() + " A browser does not send it by itself; this does:"),
                command(request, address, List.of()));
    }

    private Markup command(HttpRequest request, String address, List<String> more) {
        List<String> words = new ArrayList<>(List.of("curl", SampleRequest.quoted(address + request.target())));
        credential.fields(contract, route.operation()).forEach(field -> words.add(field.option()));
        words.addAll(more);
        return Markup.element("pre", String.join(" ", words))
                .with("class", "whole")
                .with("tabindex", "0");
    }

    private Markup otherwise(HttpRequest request, HttpResponse answer, String address) {
        List<Markup> items = types(answer)
                .map(type -> Markup.element("li", inType(request, type, address)))
                .toList();
        return items.isEmpty()
                ? Markup.NOTHING
                : Markup.all(Markup.element("h2", "Other formats"), Markup.element("ul", Markup.all(items)));
    }

    private Stream<MediaType> types(HttpResponse answer) {
        return route.operation().response(answer.status()).map(Response::contents).orElse(List.of()).stream()
                .map(Content::type)
                .filter(type -> !type.isRange());
    }

    /** A link where an address can ask for the type; else a command. */
    private Markup inType(HttpRequest request, MediaType type, String address) {
        Map<String, HttpRequest> ways = contract.dialect().asking(request, type);
        Optional<String> target = ways.entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .map(way -> way.getValue().target())
                .filter(other -> !other.equals(request.target()))
                .findFirst();
        return target.map(other -> Markup.link(other, type.toString()))
                .orElseGet(() -> command(request, address, List.of("-H " + SampleRequest.quoted("Accept: " + type))));
    }
}
