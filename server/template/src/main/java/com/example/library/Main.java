package com.example.library;

import io.platformapi.jaxrs.ContractServer;
import java.io.IOException;

/** The command: listens on port 8080, or on the one of {@code --port}. */
public final class Main {

    private static final int PORT = 8080;
    private static final int LARGEST_PORT = 65_535;

    private Main() {}

    public static void main(String[] args) {
        int port = port(args);
        if (port < 0 || port > LARGEST_PORT) {
            System.err.println("usage: library [--port NUMBER], from 0 (any that is free) to " + LARGEST_PORT);
            System.exit(2);
        }
        try {
            ContractServer server = start(port);
            Runtime.getRuntime().addShutdownHook(new Thread(server::close));
            System.out.println("ready: Library at " + server.uri());
        } catch (IOException | RuntimeException e) {
            System.err.println("library cannot start on port " + port + ": " + e.getMessage());
            System.exit(1);
        }
    }

    /** The port that is asked for; -1 where that is not understood. */
    private static int port(String[] args) {
        if (args.length == 0) {
            return PORT;
        }
        boolean isPort = args.length == 2 && args[0].equals("--port") && args[1].matches("[0-9]{1,5}");
        return isPort ? Integer.parseInt(args[1]) : -1;
    }

    /** Starts the server; port 0 is any that is free. */
    static ContractServer start(int port) throws IOException {
        return ContractServer.of(Main.class.getResource("/openapi.yaml")).port(port).start(new BooksResource());
    }
}
