package io.platformapi.contract.dto;

import io.platformapi.contract.dialect.Contract;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The types of a contract that programs declare, in the order of the document. Immutable. */
public final class Dtos {

    private final String title;
    private final Map<String, Dto> declared;
    private final Set<String> library;

    private Dtos(String title, Map<String, Dto> declared, Set<String> library) {
        this.title = title;
        this.declared = declared;
        this.library = library;
    }

    /** Reads them from a contract's components, and from what its operations declare in place. */
    public static Dtos of(Contract contract) {
        Map<String, Dto> declared = new LinkedHashMap<>();
        new DtoReader(contract).read().forEach(dto -> declared.put(dto.name(), dto));
        String title = contract.title() + " " + contract.version();
        return new Dtos(title, declared, contract.dialect().libraryTypes());
    }

    /** Those of some names, and what they hold. */
    public Dtos with(Set<String> names) {
        Set<String> kept = new LinkedHashSet<>();
        Deque<String> open = new ArrayDeque<>(names);
        while (!open.isEmpty()) {
            Dto dto = declared.get(open.remove());
            if (dto != null && kept.add(dto.name())) {
                bases(dto).forEach(open::add);
                references(dto).forEach(open::add);
            }
        }
        return of(kept);
    }

    /** What they are the types of. */
    String title() {
        return title;
    }

    List<Dto> declared() {
        return List.copyOf(declared.values());
    }

    boolean isChoice(String name) {
        return declared.get(name) instanceof Dto.Choice;
    }

    /** Whether there are client libraries of the API's platform, and types that they bring along. */
    boolean hasLibrary() {
        return !library.isEmpty();
    }

    /** Those that a program does not have already which uses the platform's client library. */
    Dtos besideLibrary() {
        if (library.isEmpty()) {
            return this;
        }
        Set<String> kept = new LinkedHashSet<>();
        Set<String> held = new LinkedHashSet<>(library);
        declared.values().stream()
                .filter(dto -> !library.contains(dto.name()))
                .forEach(dto -> held.addAll(references(dto)));
        declared.values().stream()
                .filter(dto -> held.contains(dto.name()) || dto instanceof Dto.Structure)
                .map(Dto::name)
                .filter(name -> !library.contains(name))
                .forEach(kept::add);
        return of(kept);
    }

    /** Bases before what is made of them, as languages want it that are read from the top. */
    List<Dto> basesFirst() {
        Map<String, Dto> ordered = new LinkedHashMap<>();
        declared.values().forEach(dto -> order(dto, ordered));
        return List.copyOf(ordered.values());
    }

    private void order(Dto dto, Map<String, Dto> ordered) {
        bases(dto).forEach(base -> Optional.ofNullable(declared.get(base)).ifPresent(found -> order(found, ordered)));
        ordered.putIfAbsent(dto.name(), dto);
    }

    private Dtos of(Set<String> names) {
        Map<String, Dto> kept = new LinkedHashMap<>(declared);
        kept.keySet().retainAll(names);
        return new Dtos(title, kept, library);
    }

    private static List<String> bases(Dto dto) {
        return dto instanceof Dto.Structure structure
                ? structure.base().stream().toList()
                : List.of();
    }

    private static List<String> references(Dto dto) {
        List<String> names = new ArrayList<>();
        if (dto instanceof Dto.Structure structure) {
            structure.all().forEach(member -> collect(member.type(), names));
        }
        return names;
    }

    private static void collect(DtoType type, List<String> names) {
        if (type instanceof DtoType.Named named) {
            names.add(named.name());
        } else if (type instanceof DtoType.ListOf list) {
            collect(list.items(), names);
        } else if (type instanceof DtoType.MapOf map) {
            collect(map.values(), names);
        } else if (type instanceof DtoType.OneOf union) {
            union.alternatives().forEach(each -> collect(each, names));
        }
    }
}
