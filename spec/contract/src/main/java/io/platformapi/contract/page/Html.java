package io.platformapi.contract.page;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A piece of HTML. Texts and values of attributes become one by being escaped, and in no other way.
 *
 * @param markup how it is written
 */
public record Html(String markup) {

    public static final Html NOTHING = new Html("");

    public static Html text(String text) {
        return new Html(escaped(text));
    }

    /** An element around others. */
    public static Html element(String name, Html... content) {
        return new Html("<" + name + ">" + joined(Stream.of(content)) + "</" + name + ">\n");
    }

    /** An element around a text. */
    public static Html element(String name, String text) {
        return element(name, text(text));
    }

    public static Html link(String target, String text) {
        return element("a", text).with("href", target);
    }

    public static Html all(List<Html> pieces) {
        return new Html(joined(pieces.stream()));
    }

    public static Html all(Html... pieces) {
        return all(List.of(pieces));
    }

    /** This element with an attribute. */
    public Html with(String attribute, String value) {
        int end = markup.indexOf('>');
        return new Html(
                markup.substring(0, end) + " " + attribute + "=\"" + escaped(value) + "\"" + markup.substring(end));
    }

    private static String joined(Stream<Html> pieces) {
        return pieces.map(Html::markup).collect(Collectors.joining());
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("'", "&#39;");
    }
}
