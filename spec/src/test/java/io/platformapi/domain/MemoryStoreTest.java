package io.platformapi.domain;

final class MemoryStoreTest implements StoreContract {

    @Override
    public Store newStore() {
        return new MemoryStore();
    }
}
