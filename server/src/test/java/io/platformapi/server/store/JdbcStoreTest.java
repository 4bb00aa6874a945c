package io.platformapi.server.store;

import io.platformapi.domain.Store;
import io.platformapi.domain.StoreContract;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;

final class JdbcStoreTest implements StoreContract {

    private final List<Database> opened = new ArrayList<>();

    @Override
    public Store newStore() {
        Database database = Database.open(Database.Address.inMemory());
        opened.add(database);
        return new JdbcStore(database);
    }

    @AfterEach
    void closeDatabases() {
        opened.forEach(Database::close);
    }
}
