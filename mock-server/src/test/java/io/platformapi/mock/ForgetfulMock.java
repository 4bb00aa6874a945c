package io.platformapi.mock;

import io.platformapi.contract.dialect.Contract;
import io.platformapi.contract.reader.ContractReader;
import io.platformapi.contract.source.Access;
import io.platformapi.grizzly.GrizzlyServer;
import java.io.IOException;
import java.net.InetSocketAddress;

/** A mock without sessions and journal, for measuring what those cost: a port and a document. */
final class ForgetfulMock {

    private ForgetfulMock() {}

    public static void main(String[] args) throws IOException, InterruptedException {
        Contract contract = new ContractReader(Access.SAME_ORIGIN).read(args[1]);
        MockEngine engine = new MockEngine(contract, MockOptions.usual());
        Mock mock = request -> {
            Answered answered = engine.answered(request);
            return answered.with(Cors.readable(answered.response(), request));
        };
        GrizzlyServer server = ListeningMock.listening(
                new Served(contract, any -> mock),
                new Clock(),
                InetSocketAddress.createUnresolved("127.0.0.1", Integer.parseInt(args[0])));
        System.out.println("ready at " + server.address());
        Thread.currentThread().join();
    }
}
