package io.platformapi.mock;

import io.platformapi.contract.admission.Admission.Negotiated;
import io.platformapi.contract.admission.ContractPages;
import io.platformapi.contract.admission.Gates.Anyone;
import io.platformapi.contract.admission.Passage;
import io.platformapi.contract.check.Refusal;
import io.platformapi.contract.dialect.Contract;
import io.platformapi.contract.http.HttpRequest;
import io.platformapi.contract.http.HttpResponse;
import io.platformapi.contract.page.ContractSite;
import io.platformapi.contract.source.Lazy;
import io.platformapi.grizzly.Head;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.BiConsumer;
import java.util.function.Supplier;

/**
 * The mock as the network sees it: an engine behind sessions, let in from other origins or not, each answer spoilt as
 * its session wants it, told to a log, and written down in the session's journal.
 */
final class MockedApi implements Mock {

    private final Supplier<MockEngine> engine;
    private final MockOptions.Origins origins;
    private final BiConsumer<HttpRequest, Answered> log;
    private final Sessions sessions;
    private final AdminCalls calls;
    private final Lazy<AdminApi> admin;
    private final Optional<Forwarding> forwarding;
    private final ApiCaller caller;

    /**
     * A mock by an engine that is asked for anew with each request.
     *
     * @param admin what tests tell the mock and ask it
     * @param forwarding where requests are handed on to, if they are
     * @param caller sends what the API sends by itself
     */
    MockedApi(
            Supplier<MockEngine> engine,
            MockOptions.Origins origins,
            BiConsumer<HttpRequest, Answered> log,
            Sessions sessions,
            AdminCalls admin,
            Optional<Forwarding> forwarding,
            ApiCaller caller) {
        this.engine = engine;
        this.origins = origins;
        this.log = log;
        this.sessions = sessions;
        this.forwarding = forwarding;
        this.caller = caller;
        this.calls = admin;
        this.admin = new Lazy<>(() -> new AdminApi(admin.byOperationId()));
    }

    /** A mock by an engine that is asked for anew with each request, with sessions of its own. */
    static MockedApi of(
            Contract contract,
            Supplier<MockEngine> engine,
            MockOptions.Origins origins,
            BiConsumer<HttpRequest, Answered> log) {
        return of(
                contract, engine, origins, log, new Sessions(() -> engine.get().world(), InstantSource.system()));
    }

    /** The same with sessions that others know. */
    static MockedApi of(
            Contract contract,
            Supplier<MockEngine> engine,
            MockOptions.Origins origins,
            BiConsumer<HttpRequest, Answered> log,
            Sessions sessions) {
        ApiCaller caller = new ApiCaller(
                contract, MockOptions.usual().calls(), MockOptions.usual().log());
        AdminCalls admin = new AdminCalls(
                sessions,
                contract,
                MockOptions.usual().seed(),
                () -> engine.get().plan(),
                caller);
        return new MockedApi(engine, origins, log, sessions, admin, Optional.empty(), caller);
    }

    /** The mock of a contract, with all that its options say, and sessions of its own. */
    static MockedApi of(Contract contract, MockOptions options) {
        return of(contract, options, new Sessions(options.stubs(), InstantSource.system()));
    }

    /** The mock of a contract, with all that its options say, and sessions that may outlive it. */
    static MockedApi of(Contract contract, MockOptions options, Sessions sessions) {
        MockEngine engine = new MockEngine(contract, options);
        ApiCaller caller = new ApiCaller(contract, options.calls(), options.log());
        return new MockedApi(
                () -> engine,
                options.origins(),
                RequestLog.of(contract, options),
                sessions,
                new AdminCalls(sessions, contract, options.seed(), engine::plan, caller),
                options.forwarding(),
                caller);
    }

    @Override
    public Answered apply(HttpRequest sent) {
        Asked asked = Asked.of(sent);
        if (AdminApi.isFor(asked.request())) {
            return administered(asked, asked.request());
        }
        if (isForwarded(asked)) {
            return forwarded(turn(asked, asked.request())).join();
        }
        return whole(turn(asked, asked.request()), asked.problem());
    }

    private boolean isForwarded(Asked asked) {
        return forwarding.isPresent()
                && asked.problem().isEmpty()
                && preflight(asked.request()).isEmpty();
    }

    private CompletableFuture<Answered> forwarded(Turn turn) {
        return forwarding
                .orElseThrow()
                .answered(turn.engine(), turn.request(), turn.session())
                .thenApply(answered -> finished(turn, answered));
    }

    private Answered administered(Asked asked, HttpRequest request) {
        HttpResponse answer = admin.get().answer(request, asked.session());
        return new Answered(
                AdminApi.isStream(request, answer)
                        ? new HttpResponse(200, answer.headers(), stream(asked).next())
                        : answer,
                () -> "administration");
    }

    /** The same for somebody who can listen. */
    private Step administration(Asked asked) {
        HttpResponse answer = admin.get().answer(asked.request(), asked.session());
        return AdminApi.isStream(asked.request(), answer)
                ? new Live(answer, stream(asked))
                : new Done(new Answered(answer, () -> "administration"));
    }

    private JournalStream stream(Asked asked) {
        return calls.stream(asked.session(), Arguments.after(asked.request()));
    }

    private Turn turn(Asked asked, HttpRequest request) {
        return Turn.of(engine.get(), sessions.of(asked.session()), request);
    }

    /** A page for people, or what an operation answers: to a browser as a page. */
    private Answered whole(Turn turn, Optional<String> problem) {
        HttpRequest request = turn.request();
        ContractSite site = turn.engine().site();
        Optional<HttpResponse> page = problem.isEmpty() ? site.page(request) : Optional.empty();
        if (page.isPresent()) {
            return new Answered(page.get(), () -> "page");
        }
        Optional<ContractSite.Reader> reader = problem.isEmpty() ? site.reader(request) : Optional.empty();
        return reader.map(browser -> {
                    Answered answered = operation(turn.asking(browser.asked()), problem);
                    return answered.with(browser.page(answered.response()));
                })
                .orElseGet(() -> operation(turn, problem));
    }

    private Answered operation(Turn turn, Optional<String> problem) {
        HttpRequest request = turn.request();
        return preflight(request)
                .map(answered -> told(turn, answered))
                .orElseGet(() -> finished(
                        turn,
                        problem.map(words -> turn.engine().misunderstood(words, request))
                                .orElseGet(() -> turn.engine().answered(request, turn.session()))));
    }

    @Override
    public Step begin(Head sent) {
        Asked asked = Asked.of(sent.request());
        if (AdminApi.isFor(asked.request())) {
            return sent.bodyLength() == 0
                    ? administration(asked)
                    : new Open(
                            body -> administered(asked, sent.of(asked.request()).with(body)));
        }
        if (isForwarded(asked)) {
            Head head = sent.of(asked.request());
            return new Elsewhere(body -> forwarded(turn(asked, head.with(body))));
        }
        if (sent.bodyLength() == 0 || asked.problem().isPresent()) {
            return new Done(whole(turn(asked, asked.request()), asked.problem()));
        }
        Head head = sent.of(asked.request());
        Optional<Refusal> excess =
                head.isTooLarge() ? Optional.of(ContractPages.tooLarge(head.mostBody())) : Optional.empty();
        return preflight(asked.request())
                .<Step>map(answered -> new Done(told(turn(asked, asked.request()), answered)))
                .orElseGet(() -> begun(asked, head, excess));
    }

    @Override
    public Optional<Onward> beyond(Head sent) {
        Asked asked = Asked.of(sent.request());
        if (AdminApi.isFor(asked.request()) || !isForwarded(asked)) {
            return Optional.empty();
        }
        Head head = sent.of(asked.request());
        Turn turn = turn(asked, head.request());
        Onward onward = forwarding.orElseThrow().passed(turn.engine(), head, turn.session());
        return Optional.of(new Onward(onward.body(), onward.answer().thenApply(answered -> finished(turn, answered))));
    }

    private Step begun(Asked asked, Head head, Optional<Refusal> excess) {
        HttpRequest announced = head.announced();
        Turn turn = turn(asked, announced);
        Passage<Negotiated<Anyone>> entered = turn.engine().enter(announced, excess);
        if (entered instanceof Passage.Ended) {
            return new Done(finished(turn, turn.engine().answered(entered, announced, turn.session())));
        }
        return new Open(body -> {
            Turn read = Turn.of(turn.engine(), turn.session(), head.with(body));
            return finished(read, read.engine().answered(entered, read.request(), read.session()));
        });
    }

    @Override
    public Optional<HttpResponse> refused(Refusal refusal, HttpRequest head) {
        Asked asked = Asked.of(head);
        Turn turn = turn(asked, asked.request());
        Answered answered = readable(head, turn.engine().refused(refusal, turn.request()));
        return Optional.of((head == Head.UNREADABLE ? answered : told(turn, answered)).response());
    }

    private Answered finished(Turn turn, Answered answered) {
        Optional<Misbehaviour> misbehaviour = Preference.misbehaviour(
                        turn.request().headers())
                .or(() -> turn.session().misbehaviour(answered.found().operation()));
        Answered sent = misbehaviour
                .map(how -> how.spoilt(answered, status -> turn.engine().failure(status, turn.request())))
                .orElse(answered);
        return told(turn, readable(turn.request(), caller.followed(sent, turn.session())));
    }

    private Answered told(Turn turn, Answered answered) {
        log.accept(turn.request(), answered);
        turn.session().journal().add(number -> turn.entry(number, answered));
        return answered;
    }

    private Optional<Answered> preflight(HttpRequest request) {
        return origins == MockOptions.Origins.ALL
                ? Cors.preflight(request).map(response -> new Answered(response, () -> "preflight"))
                : Optional.empty();
    }

    private Answered readable(HttpRequest request, Answered answered) {
        return origins == MockOptions.Origins.ALL
                ? answered.with(Cors.readable(answered.response(), request))
                : answered;
    }
}
