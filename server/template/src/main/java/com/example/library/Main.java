package com.example.library;

import io.platformapi.jaxrs.ContractServer;
import java.io.IOException;

/** The command: listens on port 8080, or on the one of {@code --port}. */
public final class Main {

    private Main() {}

    public static void main(String[] args) throws IOException {
        ContractServer server = start(args.length == 2 && args[0].equals("--port") ? Integer.parseInt(args[1]) : 8080);
        Runtime.getRuntime().addShutdownHook(new Thread(server::close));
        System.out.println("ready: Library at " + server.uri());
    }

    /** Starts the server; port 0 is any that is free. */
    static ContractServer start(int port) throws IOException {
        return ContractServer.of(Main.class.getResource("/openapi.yaml")).port(port).start(new BooksResource());
    }
}
