package io.platformapi.server.store;

/** The databases that everything about the store has to hold on. */
public enum DatabaseKind {
    H2 {
        @Override
        public Database.Address newAddress() {
            return Database.Address.inMemory();
        }

        @Override
        String numbers(int most) {
            return "system_range(1, " + most + ") as numbers (x)";
        }

        @Override
        void end(Database database) {
            database.write(handle -> handle.execute("drop all objects"));
            database.close();
        }
    },
    POSTGRESQL {
        @Override
        public Database.Address newAddress() {
            return Postgres.running().newDatabase();
        }

        @Override
        String numbers(int most) {
            return "generate_series(1, " + most + ") as numbers (x)";
        }
    };

    /** A new database with nothing in it. */
    public abstract Database.Address newAddress();

    /** The numbers from one on, as a table in SQL with the column x. */
    abstract String numbers(int most);

    /**
     * Closes a database that has much in it, and lets go of that: what is in memory stays there for who opens it again.
     */
    void end(Database database) {
        database.close();
    }

    public Database open() {
        return Database.open(newAddress());
    }
}
