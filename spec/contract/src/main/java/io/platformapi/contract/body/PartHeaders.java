package io.platformapi.contract.body;

import io.platformapi.contract.Header;
import io.platformapi.contract.format.UnwritableValue;
import io.platformapi.contract.http.Headers;
import io.platformapi.contract.schema.Fault;
import io.platformapi.contract.source.Node;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The header fields that an encoding object wants of a part (OpenAPI 3.1, section 4.8.15.1): any but the two that the
 * part itself is made of.
 *
 * @param field the name of the part
 * @param documented the header fields by name
 */
record PartHeaders(String field, Map<String, Header> documented) {

    private static final String DISPOSITION = "Content-Disposition";
    private static final Set<String> OWN = Set.of("content-disposition", "content-type");

    private Stream<Header> others() {
        return documented.values().stream()
                .filter(header -> !OWN.contains(header.name().toLowerCase(Locale.ROOT)));
    }

    /** What is wrong with the fields that a part came with. */
    Stream<Fault> faults(Headers sent) {
        return others().flatMap(header -> faults(header, sent).stream());
    }

    private List<Fault> faults(Header header, Headers sent) {
        if (!sent.has(header.name())) {
            return header.required()
                    ? List.of(
                            Fault.told(pointer(), "required", "a part with the header " + header.name(), "one without"))
                    : List.of();
        }
        return new HeaderText(header)
                .faults(sent.text(header.name())).stream()
                        .map(fault -> Fault.told(
                                pointer(),
                                fault.rule(),
                                "in the header " + header.name() + " " + fault.expected(),
                                fault.received()))
                        .toList();
    }

    private String pointer() {
        return "/" + Node.escape(field);
    }

    /** The fields to send, with the values that the document shows. */
    Headers shown() {
        Headers shown = Headers.none();
        for (Header header : others().toList()) {
            Optional<String> text = new HeaderText(header).documented();
            if (text.isEmpty() && header.required()) {
                throw new UnwritableValue("The part " + field + " needs the header " + header.name()
                        + ", of which the document shows no value; document an example of it.");
            }
            shown = text.isEmpty() ? shown : shown.with(header.name(), text.get());
        }
        return shown;
    }

    /** The name of the file that the part is shown to hold. */
    Optional<String> filename() {
        return documented.values().stream()
                .filter(header -> header.name().equalsIgnoreCase(DISPOSITION))
                .flatMap(header -> new HeaderText(header).documented().stream())
                .map(Multipart::filename)
                .filter(name -> !name.isEmpty())
                .findFirst();
    }
}
