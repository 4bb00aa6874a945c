package io.platformapi.server.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.platformapi.domain.ExampleWorld;
import io.platformapi.domain.Platform;
import io.platformapi.server.store.Scans.Scan;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** A database with the example world whose scans are counted, and the rules over it. */
record ScannedWorld(DatabaseKind kind, Database database, Scans scans, Platform platform) {

    /**
     * As many more rows as a statement may look at in the larger world: those of the smaller may all be on one page.
     */
    private static final int SLACK = 20;

    static ScannedWorld open(DatabaseKind kind) {
        Database.Address address = kind.newAddress();
        Scans scans = Scans.at(address);
        Database database = Database.open(address);
        var store = new JdbcStore(database);
        ExampleWorld.enter(store);
        return new ScannedWorld(kind, database, scans, Platform.over(store));
    }

    /** The same once it has looked at its tables, as it does by itself after a while. */
    ScannedWorld settled() {
        database.write(handle -> handle.execute("analyze"));
        return this;
    }

    Outbox outbox() {
        return new Outbox(database);
    }

    void close() {
        kind.end(database);
    }

    /** Holds each work to as many rows, statement by statement, in the larger world as in the smaller. */
    static void assertSame(Map<String, Consumer<ScannedWorld>> works, ScannedWorld few, ScannedWorld many) {
        List<String> more = new ArrayList<>();
        works.forEach((name, work) -> {
            List<Scan> one = few.scans().of(() -> work.accept(few));
            List<Scan> other = many.scans().of(() -> work.accept(many));
            assertThat(one).as(name).isNotEmpty();
            assertThat(statements(other)).as(name).isEqualTo(statements(one));
            for (int i = 0; i < one.size(); i++) {
                if (other.get(i).rows() > one.get(i).rows() + SLACK) {
                    more.add("%s: %d rows, and not %d, for %s"
                            .formatted(
                                    name,
                                    other.get(i).rows(),
                                    one.get(i).rows(),
                                    one.get(i).statement()));
                }
            }
        });
        assertThat(more).isEmpty();
    }

    private static List<String> statements(List<Scan> scans) {
        return scans.stream().map(Scan::statement).toList();
    }
}
