package io.platformapi.contract.source;

import java.net.URI;
import java.util.Collection;
import java.util.Optional;

/**
 * The address that a file gives itself by {@code $self} (OpenAPI 3.2, section 4.1.2.2), beside the one it was read
 * from.
 *
 * @param file where it was read from
 * @param self its own address; the same where it gives none
 */
record SelfNames(URI file, URI self) {

    static SelfNames of(SourceFile file) {
        String self = file.root().path("openapi").asText("").startsWith("3.2")
                ? file.root().path("$self").asText("")
                : "";
        try {
            return new SelfNames(
                    file.uri(), self.isEmpty() ? file.uri() : file.uri().resolve(self));
        } catch (IllegalArgumentException e) { // no address, which the table of fields has told
            return new SelfNames(file.uri(), file.uri());
        }
    }

    /**
     * Where what an address names was read from, or can be: a file of that name, or one that stands to a file with an
     * address of its own as the two addresses do.
     */
    URI place(URI address, Collection<SourceFile> known) {
        if (self.equals(file) && !address.isAbsolute()) {
            return file.resolve(address);
        }
        return named(self.resolve(address), known)
                .or(() -> address.isAbsolute() ? beside(address, known) : Optional.empty())
                .orElseGet(() -> file.resolve(address));
    }

    private static Optional<URI> beside(URI address, Collection<SourceFile> known) {
        return known.stream()
                .map(SelfNames::of)
                .filter(each -> !each.self.equals(each.file))
                .map(each -> each.file.resolve(each.self.resolve(".").relativize(address)))
                .filter(place -> !place.equals(address))
                .findFirst();
    }

    private static Optional<URI> named(URI address, Collection<SourceFile> known) {
        return known.stream()
                .map(SelfNames::of)
                .filter(each -> each.self.equals(address))
                .map(SelfNames::file)
                .findFirst();
    }
}
