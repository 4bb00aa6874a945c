package io.platformapi.contract.dto;

import java.util.List;
import java.util.Optional;

/** A language that types are written in. Implementations are immutable and thread-safe. */
public interface DtoLanguage {

    /** All of them, those of the platform's own clients first. */
    List<DtoLanguage> ALL = List.of(
            new TypeScriptDtos(),
            new PythonDtos(),
            new KotlinDtos(),
            new JavaDtos(),
            new CSharpDtos(),
            new SwiftDtos(),
            new DartDtos(),
            new GoDtos());

    /** The name in addresses, such as {@code typescript}. */
    String id();

    /** The name for people. */
    String title();

    /** How a file of it is called. */
    String file();

    /** The types as a whole file. */
    String text(Dtos dtos);

    static Optional<DtoLanguage> named(String id) {
        return ALL.stream().filter(language -> language.id().equals(id)).findFirst();
    }
}
