package io.platformapi.mock;

import io.platformapi.contract.admission.ContractPages;
import io.platformapi.contract.dialect.Contract;
import io.platformapi.contract.http.HttpRequest;
import io.platformapi.contract.http.HttpResponse;
import io.platformapi.grizzly.FailurePages;
import io.platformapi.grizzly.Head;
import io.platformapi.grizzly.Limits;
import java.util.Optional;
import java.util.function.Function;

/**
 * The mock of the contract that was read last. Another takes its place between two requests: those in progress end as
 * they began.
 */
final class Served implements Mock, FailurePages {

    private final Function<Contract, Mock> mocks;
    private final Limits limits;
    private volatile Edition edition;

    /** A mock of a contract, and of those to come, each made by a function. */
    Served(Contract contract, Function<Contract, Mock> mocks) {
        this(contract, mocks, Limits.USUAL);
    }

    /** The same for requests within limits. */
    Served(Contract contract, Function<Contract, Mock> mocks, Limits limits) {
        this.mocks = mocks;
        this.limits = limits;
        this.edition = edition(contract);
    }

    /** A contract with all that answers in its words. */
    private record Edition(Contract contract, Mock mock, ContractPages pages) {}

    private Edition edition(Contract contract) {
        return new Edition(contract, mocks.apply(contract), new ContractPages(contract, limits.bodyBytes()));
    }

    /** Answers by another contract from the next request on. */
    void serve(Contract contract) {
        edition = edition(contract);
    }

    Contract contract() {
        return edition.contract();
    }

    Limits limits() {
        return limits;
    }

    @Override
    public Step begin(Head head) {
        return edition.mock().begin(head);
    }

    @Override
    public Optional<Onward> beyond(Head head) {
        return edition.mock().beyond(head);
    }

    @Override
    public Answered apply(HttpRequest request) {
        return edition.mock().apply(request);
    }

    @Override
    public HttpResponse page(int status, HttpRequest head) {
        Edition current = edition;
        return current.mock()
                .refused(current.pages().refusal(status), head)
                .orElseGet(() -> current.pages().page(status, head));
    }
}
