package io.platformapi.servicestack;

import io.platformapi.contract.format.Jsv;
import io.platformapi.contract.format.Xml;
import io.platformapi.contract.schema.Typing;
import java.util.Locale;
import java.util.Optional;

/** How the platform spells values as text. */
final class PlatformText {

    /**
     * {@code true}, {@code t}, {@code y}, {@code 1} and their opposites in any letter case, and {@code on}, as
     * ServiceStack reads them.
     */
    private static final Typing TYPING = (text, schema) -> Typing.of(text, schema, PlatformText::truth);

    /** JSV, in which the values of paths, queries and forms are spelled too. */
    static final Jsv JSV = new Jsv(TYPING);

    /** XML, with XML Schema's own spellings of booleans. */
    static final Xml XML = Xml.ofDataContracts(XmlObjects.FACTS);

    private PlatformText() {}

    private static Optional<Boolean> truth(String text) {
        return switch (text.toLowerCase(Locale.ROOT)) {
            case "true", "t", "y", "1" -> Optional.of(true);
            case "false", "f", "n", "0" -> Optional.of(false);
            default -> text.equals("on") ? Optional.of(true) : Optional.empty();
        };
    }
}
