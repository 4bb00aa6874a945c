package io.platformapi.bench;

import java.util.Set;
import java.util.UUID;

/** Who asks, and for which contacts they may. */
public record Caller(String client, Set<UUID> contacts) {

    static final String ATTRIBUTE = Caller.class.getName();
}
