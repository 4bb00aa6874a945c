package io.platformapi.contract.page;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A piece of HTML. Texts and values of attributes become one by being escaped, and in no other way.
 *
 * @param html how it is written
 */
public record Markup(String html) {

    public static final Markup NOTHING = new Markup("");

    public static Markup text(String text) {
        return new Markup(escaped(text));
    }

    /** An element around others. */
    public static Markup element(String name, Markup... content) {
        return new Markup("<" + name + ">" + joined(Stream.of(content)) + "</" + name + ">\n");
    }

    /** An element around a text. */
    public static Markup element(String name, String text) {
        return element(name, text(text));
    }

    public static Markup link(String target, String text) {
        return element("a", text).with("href", target);
    }

    public static Markup all(List<Markup> pieces) {
        return new Markup(joined(pieces.stream()));
    }

    public static Markup all(Markup... pieces) {
        return all(List.of(pieces));
    }

    /** This element with an attribute. */
    public Markup with(String attribute, String value) {
        int end = html.indexOf('>');
        return new Markup(
                html.substring(0, end) + " " + attribute + "=\"" + escaped(value) + "\"" + html.substring(end));
    }

    private static String joined(Stream<Markup> pieces) {
        return pieces.map(Markup::html).collect(Collectors.joining());
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("'", "&#39;");
    }
}
