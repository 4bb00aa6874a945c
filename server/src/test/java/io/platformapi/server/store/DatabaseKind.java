package io.platformapi.server.store;

/** The databases that everything about the store has to hold on. */
public enum DatabaseKind {
    H2 {
        @Override
        public Database.Address newAddress() {
            return Database.Address.inMemory();
        }
    },
    POSTGRESQL {
        @Override
        public Database.Address newAddress() {
            return Postgres.running().newDatabase();
        }
    };

    /** A new database with nothing in it. */
    public abstract Database.Address newAddress();

    Database open() {
        return Database.open(newAddress());
    }
}
