package io.platformapi.contract.dto;

import java.util.List;
import java.util.Optional;

/** A type that a file declares. */
sealed interface Dto {

    String name();

    String description();

    /** The methods and paths that it calls; none for what is no request of its own. */
    default List<String> routes() {
        return List.of();
    }

    /**
     * Members under a name.
     *
     * @param base the type whose members it has besides
     * @param own its members but for those of the base
     * @param all its members, those of the base first
     * @param call what it calls, where it is a request of its own
     */
    record Structure(
            String name,
            String description,
            Optional<String> base,
            List<DtoMember> own,
            List<DtoMember> all,
            Optional<Call> call)
            implements Dto {

        @Override
        public List<String> routes() {
            return call.map(Call::routes).orElse(List.of());
        }
    }

    /** One text of several. */
    record Choice(String name, String description, List<String> values) implements Dto {}

    /**
     * The operations that a type calls.
     *
     * @param routes their methods and paths
     * @param answer what comes back; empty for nothing
     */
    record Call(List<String> routes, Optional<DtoType> answer) {}
}
