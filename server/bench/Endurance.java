import java.io.BufferedWriter;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * What becomes of a server, given 128 MB and a database in a file, that is asked for long.
 *
 * <p>{@code mvn -q -DskipTests package && java server/bench/Endurance.java [MINUTES [SEED]]}: eight clients, each with fifty contacts and
 * a key of its own, ask for all operations for ten minutes. No limit of how often somebody may ask holds them off, and each knows which
 * status it must be answered with. Every second the memory of the process, its threads and its open files are looked at. Needs Linux.
 * The exit status is 1 if fewer than 95 of a hundred answers are as expected, if one is 5xx or does not come within 40 seconds, or if
 * after five minutes or more there is more of what is looked at than near the beginning.
 */
public final class Endurance {

    private static final int CLIENTS = 8;
    private static final int EACH = 50;

    /** Of each kind of thing that a contact has, and that is changed once. */
    private static final int THINGS = 20;

    /** A contact may have 1,000 open requests, those of the beginning included. */
    private static final int MOST_INVITED = 900;

    private static final int LEAST_SAMPLES = 300;
    private static final Duration PATIENCE = Duration.ofSeconds(40);
    private static final String ROLE = "5e000001-0000-4000-8000-000000000000";
    private static final String REAL = "7e000001-4c1d-4f6a-9b2e-6d5c3a8f1e70";
    private static final String VIRTUAL = "7e000002-4c1d-4f6a-9b2e-6d5c3a8f1e70";
    private static final String TYPES = "?ContactTypes=" + REAL + "," + VIRTUAL + "&IncludeIgnoredRequests=true&format=";

    private final Map<String, Long> answers = new TreeMap<>();
    private final List<String> faults = new ArrayList<>();
    private long asked;
    private long unexpected;

    public static void main(String[] arguments) throws Exception {
        long minutes = arguments.length > 0 ? Long.parseLong(arguments[0]) : 10;
        long seed = arguments.length > 1 ? Long.parseLong(arguments[1]) : System.nanoTime();
        Path folder = Files.createTempDirectory("endurance");
        boolean isGood;
        try (var server = new Server(folder)) {
            isGood = new Endurance().run(server, minutes, seed);
        } finally {
            try (Stream<Path> files = Files.walk(folder)) {
                files.sorted(Comparator.reverseOrder()).forEach(file -> file.toFile().delete());
            }
        }
        System.out.println(isGood ? "good" : "NOT GOOD; the seed was " + seed);
        System.exit(isGood ? 0 : 1);
    }

    private boolean run(Server server, long minutes, long seed) throws Exception {
        long begin = System.nanoTime();
        long end = begin + TimeUnit.MINUTES.toNanos(minutes);
        List<Thread> clients = new ArrayList<>();
        for (int number = 0; number < CLIENTS; number++) {
            var client = new Client(server.uri, server.keys.get(number), number, new Random(seed + number));
            clients.add(new Thread(() -> {
                while (System.nanoTime() < end && server.process.isAlive()) {
                    count(client.ask());
                }
            }));
        }
        clients.forEach(Thread::start);
        List<long[]> samples = new ArrayList<>();
        while (System.nanoTime() < end && server.process.isAlive()) {
            samples.add(sample(server.process.pid()));
            Thread.sleep(1000);
        }
        for (Thread client : clients) {
            client.join();
        }
        return told(samples, (System.nanoTime() - begin) / 1_000_000_000) && server.process.isAlive();
    }

    private synchronized void count(Answer answer) {
        asked++;
        answers.merge(answer.operation() + " " + answer.status(), 1L, Long::sum);
        if (answer.status() != answer.expected()) {
            unexpected++;
            faults.add(answer.toString());
        }
        if (answer.status() == 0 || answer.status() >= 500) {
            faults.add(0, "FAULT: " + answer);
        }
    }

    private boolean told(List<long[]> samples, long seconds) {
        long[] early = medians(samples.subList(samples.size() / 4, samples.size() / 2 + 1));
        long[] late = medians(samples.subList(samples.size() * 4 / 5, samples.size()));
        System.out.println(asked + " requests in " + seconds + " s, of which " + unexpected + " were not answered as expected: " + answers);
        System.out.println("MB, threads, files in the second quarter " + Arrays.toString(early) + ", in the last fifth " + Arrays.toString(late));
        faults.stream().limit(5).forEach(System.out::println);
        boolean isJudged = samples.size() >= LEAST_SAMPLES; // before it is still being compiled
        boolean isAnswered = faults.stream().noneMatch(fault -> fault.startsWith("FAULT")) && unexpected * 20 <= asked;
        return isAnswered && asked > 0 && (!isJudged || isNoMore(late, early));
    }

    private static String id(String kind, int number) {
        return kind + "000000-0000-4000-8000-%012d".formatted(number);
    }

    /** How a request was answered; 0 if it was not. */
    private record Answer(String operation, int expected, int status, String body) {}

    /** Asks for fifty contacts, and remembers what it has changed. */
    private static final class Client {

        private final HttpClient http = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).connectTimeout(PATIENCE).build();
        private final Set<String> done = new HashSet<>();
        private final int[] invited = new int[EACH];
        private final String server;
        private final String key;
        private final int first;
        private final Random random;

        Client(String server, String key, int number, Random random) {
            this.server = server;
            this.key = key;
            this.first = number * EACH;
            this.random = random;
        }

        Answer ask() {
            int at = random.nextInt(EACH);
            int person = first + at;
            int thing = person * THINGS + random.nextInt(THINGS);
            String contact = "/api/contacts/" + id("c0", person);
            String format = List.of("csv", "xml", "jsv", "json").get(random.nextInt(4));
            String update = "{\"ContactId\":\"" + id("c0", person) + "\",\"RoleId\":\"" + ROLE + "\",\"ContactTypeId\":\"";
            return switch (random.nextInt(16)) {
                case 0 -> post("resend", "/api/connectionrequests/" + id("c1", thing) + "/resend", update + REAL + "\"}", 429);
                case 1 -> post("cancel", "/api/connections/" + id("c2", thing) + "/cancel", update + VIRTUAL + "\"}", 200);
                case 2 -> post("remove", "/api/connections/" + id("c3", thing) + "/remove", update + REAL + "\"}", 200);
                case 3 -> post("invite by id", contact + "/invite/" + id("c4", thing), invitation("c4-" + thing), 409);
                case 4 -> post("invite badly", contact + "/invite/contact", invitation(" "), 400);
                case 5 -> get("links of others", "/api/contacts/" + id("c0", (person + EACH) % (CLIENTS * EACH)) + "/links", key, 403);
                case 6 -> get("links with no key", contact + "/links", "nobody's", 401);
                case 7 -> get("nothing", "/nothing", key, 404);
                case 8, 9 -> get("received", contact + "/connectionrequests/received" + TYPES + format, key, 200);
                case 10 -> get("sent", contact + "/connectionrequests/sent" + TYPES + format, key, 200);
                case 11, 12, 13 -> get("links", contact + "/links?format=" + format, key, 200);
                default -> invited[at]++ < MOST_INVITED
                        ? post("invite", contact + "/invite/contact", invitation("new" + person + "-" + invited[at]), 200)
                        : get("links", contact + "/links?format=" + format, key, 200);
            };
        }

        private static String invitation(String name) {
            return "{\"EmailAddress\":\"" + name + "@example.org\",\"Roles\":[\"" + ROLE + "\"]}";
        }

        private Answer get(String operation, String target, String credential, int expected) {
            return sent(operation, request(target, credential), expected);
        }

        /** @param again what is answered where it has been done before; 200 is expected the first time, unless it is always refused */
        private Answer post(String operation, String target, String body, int again) {
            int expected = again == 400 || !done.add(operation + target + body) ? again : 200;
            HttpRequest.Builder request = request(target, key).header("Content-Type", "application/json");
            return sent(operation, request.POST(BodyPublishers.ofString(body)), expected);
        }

        private HttpRequest.Builder request(String target, String credential) {
            URI uri = URI.create(server + target);
            return HttpRequest.newBuilder(uri).timeout(PATIENCE).header("Authorization", "Bearer " + credential);
        }

        private Answer sent(String operation, HttpRequest.Builder request, int expected) {
            try {
                var response = http.send(request.build(), BodyHandlers.ofString());
                return new Answer(operation, expected, response.statusCode(), response.body());
            } catch (IOException | InterruptedException e) {
                return new Answer(operation, expected, 0, e.toString());
            }
        }
    }

    /** A server in a process of its own, with whom the clients ask for. */
    private static final class Server implements AutoCloseable {

        private final Path folder;
        private final List<String> keys = new ArrayList<>();
        private final Process process;
        private final String uri;

        Server(Path folder) throws Exception {
            this.folder = folder;
            Path world = folder.resolve("world.jsonl");
            try (BufferedWriter out = Files.newBufferedWriter(world)) {
                out.write("{\"role\":{\"id\":\"" + ROLE + "\",\"name\":\"Client\",\"isLicensee\":false}}\n");
                for (int person = 0; person < CLIENTS * EACH; person++) {
                    person(out, person);
                }
            }
            run("import", world.toString());
            for (int client = 0; client < CLIENTS; client++) {
                List<String> ids = IntStream.range(client * EACH, (client + 1) * EACH).mapToObj(at -> id("c0", at)).toList();
                keys.add(run("key", "add", "client" + client, "--for", String.join(",", ids)).strip());
            }
            Path log = folder.resolve("log");
            String[] options = {"--port", "0", "--requests-per-minute", "0", "--failed-logins-per-minute", "0", "--access-log", "false"};
            process = command(options).redirectOutput(log.toFile()).start();
            Runtime.getRuntime().addShutdownHook(new Thread(process::destroyForcibly));
            uri = address(log);
        }

        /** Somebody who can be reminded, somebody asked, a friend, and somebody to ask, each of these many times. */
        private static void person(BufferedWriter out, int person) throws IOException {
            contact(out, "c0", person, REAL, "");
            for (int thing = person * THINGS; thing < (person + 1) * THINGS; thing++) {
                contact(out, "c1", thing, REAL, "");
                contact(out, "c2", thing, VIRTUAL, ",\"enteredBy\":\"" + id("c0", person) + "\"");
                contact(out, "c3", thing, REAL, "");
                contact(out, "c4", thing, VIRTUAL, ",\"enteredBy\":\"" + id("c0", person) + "\"");
                connection(out, "request", id("c1", thing), id("50", person), id("51", thing), "PENDING");
                connection(out, "request", id("c2", thing), id("50", person), id("52", thing), "PENDING");
                connection(out, "connection", id("c3", thing), id("53", thing), id("50", person), "ACTIVE");
                if (thing % THINGS < 3) {
                    connection(out, "request", id("c5", thing), id("51", thing), id("50", person), "PENDING");
                }
            }
        }

        private static void contact(BufferedWriter out, String kind, int number, String type, String more) throws IOException {
            out.write("{\"contact\":{\"id\":\"" + id(kind, number) + "\",\"type\":\"" + (type.equals(REAL) ? "REAL_PERSON" : "VIRTUAL_PERSON")
                    + "\",\"fullName\":\"Somebody\",\"emailAddress\":\"" + kind + "-" + number + "@example.org\"" + more + "}}\n");
            out.write("{\"contactRole\":{\"id\":\"" + id("5" + kind.charAt(1), number) + "\",\"contact\":\"" + id(kind, number) + "\",\"role\":\""
                    + ROLE + "\",\"start\":\"2026-01-01T00:00:00Z\"}}\n");
        }

        private static void connection(
                BufferedWriter out, String kind, String id, String requestor, String receiver, String state) throws IOException {
            out.write("{\"" + kind + "\":{\"id\":\"" + id + "\",\"requestor\":\"" + requestor + "\",\"receiver\":\"" + receiver + "\",\"state\":\""
                    + state + "\",\"since\":\"2026-01-01T00:00:00Z\",\"lastSent\":\"2026-01-01T00:00:00Z\"}}\n");
        }

        private ProcessBuilder command(String... arguments) {
            String jar = Path.of("server/target/server.jar").toAbsolutePath().toString();
            List<String> command = new ArrayList<>(List.of("java", "-Xmx128m", "-jar", jar));
            command.addAll(List.of("--database-url", "jdbc:h2:" + folder.resolve("data")));
            command.addAll(List.of(arguments));
            return new ProcessBuilder(command).redirectError(folder.resolve("err").toFile());
        }

        private String run(String... arguments) throws Exception {
            Process run = command(arguments).start();
            String out = new String(run.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            if (run.waitFor() != 0) {
                throw new IllegalStateException(out + Files.readString(folder.resolve("err")));
            }
            return out;
        }

        private String address(Path log) throws Exception {
            while (true) {
                Matcher ready = Pattern.compile("ready: .* at (\\S+)\\n").matcher(Files.readString(log));
                if (ready.find()) {
                    return ready.group(1).replaceFirst("/$", "");
                }
                if (!process.isAlive()) {
                    throw new IllegalStateException(Files.readString(log) + Files.readString(folder.resolve("err")));
                }
                Thread.sleep(100);
            }
        }

        @Override
        public void close() throws InterruptedException {
            process.destroyForcibly().waitFor();
        }
    }

    /** What a process has of what can leak: megabytes in memory, threads, open files. */
    private static long[] sample(long pid) throws IOException {
        String status = Files.readString(Path.of("/proc/" + pid + "/status"));
        try (Stream<Path> files = Files.list(Path.of("/proc/" + pid + "/fd"))) {
            return new long[] {number(status, "VmRSS") / 1024, number(status, "Threads"), files.count()};
        }
    }

    private static long number(String status, String name) {
        Matcher line = Pattern.compile(name + ":\\s+(\\d+)").matcher(status);
        return line.find() ? Long.parseLong(line.group(1)) : 0;
    }

    private static long[] medians(List<long[]> all) {
        return IntStream.range(0, 3).mapToLong(at -> all.stream().mapToLong(each -> each[at]).sorted().toArray()[all.size() / 2]).toArray();
    }

    /** A heap may still fill up to its bound where it has not yet; a tenth and 24 MB are no leak of an hour. */
    private static boolean isNoMore(long[] late, long[] early) {
        return late[0] <= early[0] * 11 / 10 + 24 && late[1] <= early[1] + 4 && late[2] <= early[2] + 16;
    }
}
