package io.platformapi.report;

import io.platformapi.contract.source.Access;
import io.platformapi.contract.source.Sources;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** The kinds of findings of a tool, each an entry of its table in {@code kinds}, and those about waivers. */
public final class FindingKinds {

    private static final List<String> TOOLS = List.of("compat", "verify", "lint");

    private final Map<String, FindingKind> kinds = new LinkedHashMap<>();

    private FindingKinds(List<String> tables) {
        tables.forEach(this::read);
    }

    /** What a tool can find. */
    public static FindingKinds of(String tool) {
        return new FindingKinds(List.of(tool, "waivers"));
    }

    /** What a file of waivers can be about: it is one for all tools. */
    static FindingKinds ofAllTools() {
        return new FindingKinds(TOOLS);
    }

    private void read(String table) {
        String name = "kinds/" + table + ".yaml";
        try (InputStream stream = Objects.requireNonNull(FindingKinds.class.getResourceAsStream(name), name)) {
            String text = new String(stream.readAllBytes(), StandardCharsets.UTF_8);
            Sources.of(text, URI.create("file:///" + name), name, Access.SAME_ORIGIN)
                    .members()
                    .forEach((id, written) -> kinds.put(id, FindingKind.of(id, written)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** All kinds, in the order of the table. */
    public Collection<FindingKind> all() {
        return kinds.values();
    }

    /** The kind of an id. */
    public Optional<FindingKind> find(String id) {
        return Optional.ofNullable(kinds.get(id));
    }

    /** A fact that the table says of a kind; "" where it says none. */
    public String fact(String id, String name) {
        return find(id).map(kind -> kind.fact(name)).orElse("");
    }

    /** The finding with what the table says of its kind, where the finding itself does not say it. */
    public Finding told(Finding finding) {
        return find(finding.id()).map(kind -> told(finding, kind)).orElse(finding);
    }

    private static Finding told(Finding finding, FindingKind kind) {
        Finding told = finding;
        if (told.consequence() == null && !kind.hurts().isEmpty()) {
            told = told.hurting(kind.hurts());
        }
        if (told.advice() == null && !kind.instead().isEmpty()) {
            told = told.advising(kind.instead());
        }
        return told.evidence().isEmpty() && told.level().fails()
                ? told.provedBy(List.of(new Evidence("no witness", kind.proof())))
                : told;
    }
}
