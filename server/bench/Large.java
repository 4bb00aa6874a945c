import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;

/**
 * What much data costs: a contact with 100,000 requests beside one with ten, and a million contacts beside a thousand.
 *
 * <p>{@code mvn -q -DskipTests package && java server/bench/Large.java [REQUESTS [CONTACTS]]}. Fills a database, starts a
 * server with 128 MB on it, and asks one after the other. Told are the medians of the time to the first byte of a list, and the time of
 * the processor that a request costs (/proc, Linux only). The exit status is 1 if the list begins more than 50 ms later, if an
 * invitation costs more than 1.3 times as much, or if a process ends.
 */
public final class Large {

    private static final int PORT = 4851;
    private static final int ROUNDS = 6;

    /** Six rounds of them: a contact may have 1,000 open requests. */
    private static final int EACH = 150;

    /** As many others ask as much before, until it is compiled. */
    private static final int OTHERS = 30;

    private static final String ROLE = "5e000001-0000-4000-8000-000000000000";
    private static final String TYPES = "ContactTypes=7e000001-4c1d-4f6a-9b2e-6d5c3a8f1e70";
    private static final double MOST_TIMES = 1.3;
    private static final double MOST_MILLIS = 50;
    private static final int FEW = 10;

    private final Path folder;
    private int invited;

    private Large(Path folder) {
        this.folder = folder;
    }

    public static void main(String[] arguments) throws Exception {
        int requests = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 100_000;
        int contacts = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 1_000_000;
        Path folder = Files.createTempDirectory("large");
        var large = new Large(folder);
        boolean isGood = large.requests(requests) & large.contacts(contacts);
        try (var files = Files.walk(folder)) {
            files.sorted(java.util.Comparator.reverseOrder()).forEach(file -> file.toFile().delete());
        }
        System.exit(isGood ? 0 : 1);
    }

    /** One contact has so many requests, another has ten. */
    private boolean requests(int many) throws Exception {
        Server server = served("requests", people(1, many + FEW + OTHERS + 2), requests(3, many + 2, 2, 0), requests(3, FEW + 2, 1, many));
        try {
            String few = "/api/contacts/" + id("c0", 1);
            String much = "/api/contacts/" + id("c0", 2);
            double listFew = firstByte(server, few);
            double listMany = firstByte(server, much);
            System.out.printf("first byte of received: with %d requests %.1f ms, with %d %.1f ms%n", FEW, listFew, many, listMany);
            return listMany - listFew <= MOST_MILLIS & invite(server, few, server, much, FEW + " requests", many + " requests");
        } finally {
            server.end();
        }
    }

    /** One server has so many contacts, another a thousand. */
    private boolean contacts(int many) throws Exception {
        List<Server> servers = new ArrayList<>();
        try {
            for (int number : new int[] {1_000, many}) {
                servers.add(served("contacts" + number, people(1, number)));
            }
            String contact = "/api/contacts/" + id("c0", 1);
            return invite(servers.get(0), contact, servers.get(1), contact, "1000 contacts", many + " contacts");
        } finally {
            for (Server server : servers) {
                server.end();
            }
        }
    }

    private static String id(String kind, int number) {
        return kind + "000000-0000-4000-8000-%012d".formatted(number);
    }

    /** People with consecutive numbers, and the role that each has. */
    private static String people(int first, int last) {
        String name = "'p' || x, 'p' || x || '@example.org', 'p' || x || '@example.org'";
        return "insert into contacts (id, type, full_name, email_address, email_key) select " + row("c0", "x") + ", 'REAL_PERSON', " + name
                + from(first, last) + "insert into contact_roles (id, contact_id, role_id, start_date) select " + row("c5", "x") + ", "
                + row("c0", "x") + ", '" + ROLE + "', timestamp with time zone '2026-01-01 00:00:00Z'" + from(first, last);
    }

    /** A request of each of these people to one of them. */
    private static String requests(int first, int last, int receiver, int more) {
        String moment = "timestamp with time zone '2026-01-01 00:00:00Z'";
        return "insert into connections (id, requestor_contact_id, requestor_contact_role_id, requestor_role_id, receiver_contact_id,"
                + " receiver_contact_role_id, receiver_role_id, state, since, last_sent) select " + row("cc", "x + " + more) + ", "
                + party("x") + ", " + party("" + receiver) + ", 'PENDING', " + moment + ", " + moment + from(first, last);
    }

    private static String party(String number) {
        return row("c0", number) + ", " + row("c5", number) + ", '" + ROLE + "'";
    }

    private static String row(String kind, String number) {
        return "cast('" + kind + "000000-0000-4000-8000-' || lpad(cast(" + number + " as varchar), 12, '0') as uuid)";
    }

    private static String from(int first, int last) {
        return " from system_range(" + first + ", " + last + ") as numbers (x);\n";
    }

    /** A server in a process of its own, and a key for it. */
    private record Server(Process process, int port, String key) {

        void end() throws InterruptedException {
            process.destroyForcibly().waitFor();
        }

        double cpuMicros() {
            return process.info().totalCpuDuration().orElseThrow().toNanos() / 1e3;
        }
    }

    private Server served(String name, String... fill) throws Exception {
        String url = "jdbc:h2:" + folder.resolve(name);
        long begin = System.nanoTime();
        Path roles = folder.resolve("roles.jsonl");
        Files.writeString(roles, "{\"role\":{\"id\":\"" + ROLE + "\",\"name\":\"Client\",\"isLicensee\":false}}\n");
        command("-jar", jar(), "--database-url", url, "import", roles.toString());
        Path script = folder.resolve("fill.sql"); // by statements, which take a tenth of the time of an import
        Files.writeString(script, String.join("", fill));
        command("-cp", jar(), "org.h2.tools.RunScript", "-url", url, "-user", "", "-script", script.toString());
        System.out.printf("%s: filled within %d s%n", name, (System.nanoTime() - begin) / 1_000_000_000);
        List<String> contacts = IntStream.rangeClosed(1, FEW + 2 + OTHERS).mapToObj(number -> id("c0", number)).toList();
        String key = command("-jar", jar(), "--database-url", url, "key", "add", "bench", "--for", String.join(",", contacts)).strip();
        int port = PORT + Math.floorMod(name.hashCode(), 100);
        Path log = folder.resolve(name + ".log");
        Process process = new ProcessBuilder(
                        "java", "-Xmx128m", "-jar", jar(), "--database-url", url, "--port", "" + port, "--requests-per-minute", "0",
                        "--access-log", "false", "--mail-host", "127.0.0.1", "--mail-port", "9")
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
        Runtime.getRuntime().addShutdownHook(new Thread(process::destroyForcibly));
        long end = System.nanoTime() + TimeUnit.MINUTES.toNanos(5);
        while (!Files.readString(log).contains("ready: ")) {
            if (!process.isAlive() || System.nanoTime() > end) {
                process.destroyForcibly();
                throw new IllegalStateException("does not start: " + Files.readString(log));
            }
            Thread.sleep(100);
        }
        return new Server(process, port, key);
    }

    private static String jar() {
        return Path.of("server/target/server.jar").toAbsolutePath().toString();
    }

    private String command(String... arguments) throws Exception {
        List<String> command = new ArrayList<>(List.of("java"));
        command.addAll(List.of(arguments));
        Path err = folder.resolve("command.err");
        Process process = new ProcessBuilder(command).redirectError(err.toFile()).start();
        String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (process.waitFor() != 0) {
            throw new IllegalStateException(List.of(arguments) + ": " + out + Files.readString(err));
        }
        return out;
    }

    /** The median time to the first byte of a list, in milliseconds. */
    private static double firstByte(Server server, String contact) throws IOException {
        List<Double> times = new ArrayList<>();
        for (int number = 0; number < 60; number++) {
            String request = "GET " + contact + "/connectionrequests/received?" + TYPES + "&IncludeIgnoredRequests=true HTTP/1.1\r\n";
            times.add(ask(server, request, ""));
        }
        return times.subList(30, 60).stream().sorted().toList().get(15);
    }

    private boolean invite(Server one, String few, Server other, String much, String fewName, String muchName) throws IOException {
        List<Double> costsFew = new ArrayList<>();
        List<Double> costsMuch = new ArrayList<>();
        for (int number = FEW + 3; number < FEW + 3 + OTHERS; number++) {
            invite(one, "/api/contacts/" + id("c0", number));
            invite(other, "/api/contacts/" + id("c0", number));
        }
        for (int round = 0; round < ROUNDS; round++) {
            double before = one.cpuMicros();
            invite(one, few);
            costsFew.add((one.cpuMicros() - before) / EACH);
            double beforeOther = other.cpuMicros();
            invite(other, much);
            costsMuch.add((other.cpuMicros() - beforeOther) / EACH);
        }
        double costFew = costsFew.stream().sorted().toList().get(ROUNDS / 2);
        double costMuch = costsMuch.stream().sorted().toList().get(ROUNDS / 2);
        System.out.printf("invite: with %s %.0f us, with %s %.0f us, %.2f times%n", fewName, costFew, muchName, costMuch, costMuch / costFew);
        return costMuch <= MOST_TIMES * costFew;
    }

    private void invite(Server server, String contact) throws IOException {
        for (int i = 0; i < EACH; i++) {
            String body = "{\"EmailAddress\":\"new" + invited++ + "@example.com\",\"Roles\":[\"" + ROLE + "\"]}";
            ask(server, "POST " + contact + "/invite/contact HTTP/1.1\r\nContent-Type: application/json\r\nContent-Length: "
                    + body.length() + "\r\n", body);
        }
    }

    /** Asks on a connection of its own; gives the milliseconds to the first byte. */
    private static double ask(Server server, String head, String body) throws IOException {
        try (Socket socket = new Socket("127.0.0.1", server.port())) {
            socket.setSoTimeout(60_000);
            OutputStream out = socket.getOutputStream();
            InputStream in = socket.getInputStream();
            long begin = System.nanoTime();
            out.write((head + "Host: localhost\r\nConnection: close\r\nAuthorization: Bearer " + server.key() + "\r\n\r\n" + body)
                    .getBytes(StandardCharsets.ISO_8859_1));
            int first = in.read();
            double millis = (System.nanoTime() - begin) / 1e6;
            String answer = (char) first + new String(in.readAllBytes(), StandardCharsets.ISO_8859_1);
            if (!answer.startsWith("HTTP/1.1 200 ")) {
                throw new IllegalStateException(head + answer.substring(0, Math.min(500, answer.length())));
            }
            return millis;
        }
    }
}
