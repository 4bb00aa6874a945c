package io.platformapi.compat.schema.facts;

import io.platformapi.compat.schema.language.Formats;
import io.platformapi.compat.schema.language.Language;
import io.platformapi.compat.schema.reading.SchemaReading;
import io.platformapi.compat.schema.shape.Identities;
import java.util.Collection;

/** The search that facts are a part of, as they see it: they ask it for values of what is inside theirs. */
public interface Searching {

    /** A value that satisfies some schemas and violates others. */
    SearchOutcome find(Collection<Literal> literals);

    void step();

    /** Takes so many steps, or gives up. */
    void steps(long count);

    /** The strings that contain a match. */
    Language language(String regex);

    /** Whether a regular expression has a language here. */
    boolean understands(String regex);

    Formats formats();

    Identities identities();

    /** How schemas are taken. */
    SchemaReading reading();
}
