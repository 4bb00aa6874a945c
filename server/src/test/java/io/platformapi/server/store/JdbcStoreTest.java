package io.platformapi.server.store;

import io.platformapi.domain.Store;
import io.platformapi.domain.StoreContract;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

@ParameterizedClass
@EnumSource(DatabaseKind.class)
final class JdbcStoreTest implements StoreContract {

    private final List<Database> opened = new ArrayList<>();
    private final DatabaseKind kind;

    JdbcStoreTest(DatabaseKind kind) {
        this.kind = kind;
    }

    @Override
    public Store newStore() {
        Database database = kind.open();
        opened.add(database);
        return new JdbcStore(database);
    }

    @AfterEach
    void closeDatabases() {
        opened.forEach(Database::close);
    }
}
