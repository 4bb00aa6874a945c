import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What becomes of a server, given 128 MB, that is asked for long.
 *
 * <p>{@code mvn -q -DskipTests package && java server/bench/Endurance.java soak [MINUTES]} sends eight clients' mixed load for
 * ten minutes, {@code … hostile [REQUESTS [SEED]]} sends a million requests that are broken in one place or several. Every second it
 * looks at the memory of the process, its threads and its open files. Needs Linux. The exit status is 1 if an answer is
 * 5xx (but for 501 and 505, of methods and versions that nobody has), if a connection is neither answered nor closed within 40
 * seconds, or if after five minutes or more there is more of what it looked at than near the beginning.
 */
public final class Endurance {

    private static final int PORT = 4841;
    private static final int CLIENTS = 8;
    private static final int PATIENCE = 40_000;
    private static final int LEAST_SAMPLES = 300;
    private static final String CONTACT = "/api/contacts/c0000001-1f4b-4d8a-a37e-5b9c2e6d0f84";
    private static final String KEY = "Authorization: Bearer demo-key\r\n";
    private static final String JSON = "Content-Type: application/json\r\n";
    private static final String INVITE = "{\"EmailAddress\":\"%s@example.org\",\"Roles\":[\"5e000003-2b7f-4e19-8c64-0f9d7a3b5e18\"]}";
    private static final Pattern STATUS = Pattern.compile("HTTP/1\\.1 (\\d{3}) ");

    private final Process process;
    private final TreeMap<Integer, Long> statuses = new TreeMap<>();
    private final List<String> faults = new ArrayList<>();
    private final AtomicLong sent = new AtomicLong();
    private volatile boolean over;

    private Endurance(Process process) {
        this.process = process;
    }

    public static void main(String[] arguments) throws Exception {
        if (arguments.length == 0 || !arguments[0].matches("soak|hostile")) {
            System.err.println("expected soak [MINUTES] or hostile [REQUESTS [SEED]]");
            System.exit(2);
        }
        boolean isSoak = arguments[0].equals("soak");
        long most = arguments.length > 1 ? Long.parseLong(arguments[1]) : isSoak ? 10 : 1_000_000;
        long seed = arguments.length > 2 ? Long.parseLong(arguments[2]) : System.nanoTime();
        Path log = Files.createTempFile("endurance", ".log");
        Process process = start(log);
        Runtime.getRuntime().addShutdownHook(new Thread(process::destroyForcibly));
        boolean isGood;
        try {
            awaitReady(process, log);
            isGood = new Endurance(process).run(isSoak, most, seed);
        } finally {
            process.destroyForcibly().waitFor();
            Files.delete(log);
        }
        System.out.println(isGood ? "good" : "NOT GOOD; the seed was " + seed);
        System.exit(isGood ? 0 : 1);
    }

    private static Process start(Path log) throws IOException {
        var builder = new ProcessBuilder(
                        "java", "-Xmx128m", "-jar", Path.of("server/target/server.jar").toAbsolutePath().toString(), "--demo")
                .redirectErrorStream(true)
                .redirectOutput(log.toFile());
        builder.environment().put("PLATFORM_PORT", "" + PORT);
        builder.environment().put("PLATFORM_REQUESTS_PER_MINUTE", "0");
        builder.environment().put("PLATFORM_ACCESS_LOG", "false");
        return builder.start();
    }

    private static void awaitReady(Process process, Path log) throws Exception {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(180);
        while (!Files.readString(log, StandardCharsets.ISO_8859_1).contains("ready: ")) {
            if (!process.isAlive() || System.nanoTime() > end) {
                throw new IllegalStateException("does not start: " + Files.readString(log, StandardCharsets.ISO_8859_1));
            }
            Thread.sleep(100);
        }
    }

    private boolean run(boolean isSoak, long most, long seed) throws Exception {
        long begin = System.nanoTime();
        long end = begin + TimeUnit.MINUTES.toNanos(isSoak ? most : 24 * 60);
        List<Thread> clients = new ArrayList<>();
        var running = new AtomicInteger(CLIENTS);
        for (int number = 0; number < CLIENTS; number++) {
            var requests = new Requests(new Random(seed + number), number);
            clients.add(new Thread(() -> {
                while (System.nanoTime() < end && !over && (isSoak || sent.get() < most)) {
                    ask(isSoak ? requests.honest() : requests.hostile());
                }
                running.decrementAndGet();
            }));
        }
        clients.forEach(Thread::start);
        List<Sample> samples = new ArrayList<>();
        while (running.get() > 0 && process.isAlive()) {
            Thread.sleep(1000);
            if (process.isAlive()) {
                samples.add(Sample.of(process.pid()));
            }
        }
        over = true;
        for (Thread client : clients) {
            client.join();
        }
        return told(samples, (System.nanoTime() - begin) / 1_000_000_000);
    }

    private boolean told(List<Sample> samples, long seconds) throws Exception {
        Thread.sleep(2000); // connections close
        Sample early = Sample.median(samples.subList(samples.size() / 4, Math.max(samples.size() / 2, samples.size() / 4 + 1)));
        Sample late = Sample.median(samples.subList(samples.size() * 4 / 5, samples.size()));
        System.out.println(sent + " requests in " + seconds + " s: " + statuses);
        System.out.println("second quarter " + early);
        System.out.println("last fifth     " + late);
        faults.stream().limit(5).forEach(System.out::println);
        if (!process.isAlive()) {
            System.out.println("the process has ended by " + process.exitValue());
        }
        boolean isJudged = samples.size() >= LEAST_SAMPLES;
        if (!isJudged) {
            System.out.println("too short to judge memory, threads and files by: it is still being compiled");
        }
        return faults.isEmpty() && process.isAlive() && (!isJudged || late.isNoMoreThan(early));
    }

    /** What a process has of what can leak. */
    private record Sample(long rssMegabytes, long threads, long files) {

        static Sample of(long pid) throws IOException {
            String status = Files.readString(Path.of("/proc/" + pid + "/status"));
            try (Stream<Path> files = Files.list(Path.of("/proc/" + pid + "/fd"))) {
                return new Sample(number(status, "VmRSS") / 1024, number(status, "Threads"), files.count());
            }
        }

        private static long number(String status, String name) {
            Matcher line = Pattern.compile(name + ":\\s+(\\d+)").matcher(status);
            return line.find() ? Long.parseLong(line.group(1)) : 0;
        }

        static Sample median(List<Sample> samples) {
            int middle = samples.size() / 2;
            return new Sample(
                    samples.stream().map(Sample::rssMegabytes).sorted().toList().get(middle),
                    samples.stream().map(Sample::threads).sorted().toList().get(middle),
                    samples.stream().map(Sample::files).sorted().toList().get(middle));
        }

        /** A heap may still fill up to its bound where it has not yet; a tenth and 24 MB are no leak of an hour. */
        boolean isNoMoreThan(Sample early) {
            return rssMegabytes <= early.rssMegabytes * 11 / 10 + 24 && threads <= early.threads + 4 && files <= early.files + 16;
        }
    }

    /** Sends one request on a connection of its own, says that there is no more, and reads until the end. */
    private void ask(String request) {
        String answer;
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress("127.0.0.1", PORT), PATIENCE);
            socket.setSoTimeout(PATIENCE);
            try {
                socket.getOutputStream().write(request.getBytes(StandardCharsets.ISO_8859_1));
                socket.shutdownOutput();
            } catch (IOException e) {
                // refused before all of it was sent
            }
            answer = read(socket.getInputStream());
        } catch (java.net.SocketTimeoutException e) {
            fault("no answer and no end in " + PATIENCE + " ms", request);
            return;
        } catch (IOException e) {
            answer = "";
        }
        sent.incrementAndGet();
        Matcher status = STATUS.matcher(answer);
        count(status.lookingAt() ? Integer.parseInt(status.group(1)) : 0, request, answer);
    }

    private static String read(InputStream in) throws IOException {
        var all = new ByteArrayOutputStream();
        try {
            in.transferTo(all);
        } catch (java.net.SocketTimeoutException e) {
            throw e;
        } catch (IOException e) {
            // reset: what came before counts
        }
        return all.toString(StandardCharsets.ISO_8859_1);
    }

    private synchronized void count(int status, String request, String answer) {
        statuses.merge(status, 1L, Long::sum);
        boolean isOfTheRequest = status == 501 || status == 505; // a method or a version that nobody has
        if (status >= 500 && !isOfTheRequest) {
            fault(answer, request);
        }
    }

    private synchronized void fault(String what, String request) {
        faults.add("FAULT: " + what.strip() + "\n  for " + request.replace("\r", "\\r").replace("\n", "\\n"));
        over = faults.size() > 20;
    }

    /** What clients send: every kind of request, or something made of one. */
    private static final class Requests {

        private static final String[] PIECES = {
            "\r\n", "\0", " ", "\t", ":", "%", "%00", "%2e%2e/", "\u00ff\u00fe", "{", "}", "[", "]", "\"", "\\u0000", ",", "null", "1e999999",
            "-1", "Transfer-Encoding: chunked\r\n", "Content-Length: 5\r\n", "Content-Encoding: gzip\r\n", "Host: a/b\r\n",
            "Expect: 100-continue\r\n", "Upgrade: h2c\r\n", "Accept: x/y;q=nan\r\n", "?format=%", "&format=csv", "HTTP/1.0", "<!DOCTYPE a [<!ENTITY b SYSTEM \"file:///etc/passwd\">]>", "[".repeat(300), "x".repeat(5000)
        };
        private static final String[] TYPES = {
            "application/json", "application/xml", "text/csv", "text/jsv", "text/jsonl", "application/x-www-form-urlencoded", "multipart/form-data", "a"
        };

        private final Random random;
        private final int client;
        private int made;

        Requests(Random random, int client) {
            this.random = random;
            this.client = client;
        }

        String honest() {
            String name = "m" + client + "x" + made++ % 200; // who is known after a while, so that the data do not grow for ever
            return switch (random.nextInt(8)) {
                case 0 -> post(CONTACT + "/invite/contact", INVITE.formatted(name));
                case 1 -> post(CONTACT + "/invite/contact", INVITE.formatted("not an address"));
                case 2 -> get("/api/contacts/c0000099-1f4b-4d8a-a37e-5b9c2e6d0f84/links", KEY);
                case 3 -> get(CONTACT + "/links", "");
                case 4 -> get("/nothing", KEY);
                case 5 -> get(CONTACT + "/links?format=" + List.of("csv", "xml", "jsv", "json").get(random.nextInt(4)), KEY);
                default -> get(CONTACT + "/links", KEY);
            };
        }

        private static String get(String target, String fields) {
            return "GET " + target + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n" + fields + "\r\n";
        }

        private static String post(String target, String body) {
            return post(target, JSON, body);
        }

        private static String post(String target, String fields, String body) {
            return "POST " + target + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n" + KEY + fields + "Content-Length: "
                    + body.length() + "\r\n\r\n" + body;
        }

        String hostile() {
            if (random.nextBoolean()) { // a body that is announced rightly
                String type = "Content-Type: " + TYPES[random.nextInt(TYPES.length)] + "\r\n";
                return post(CONTACT + "/invite/contact", type, broken(INVITE.formatted("a" + made++ % 100)));
            }
            return broken(random.nextBoolean() ? honest() : post(CONTACT + "/invite/" + CONTACT.substring(14), "{}"));
        }

        private String broken(String text) {
            var broken = new StringBuilder(text);
            for (int times = 1 + random.nextInt(4); times > 0; times--) {
                int at = random.nextInt(broken.length() + 1);
                switch (random.nextInt(4)) {
                    case 0 -> broken.insert(at, PIECES[random.nextInt(PIECES.length)]);
                    case 1 -> broken.delete(at, Math.min(broken.length(), at + 1 + random.nextInt(20)));
                    case 2 -> broken.insert(at, (char) random.nextInt(256));
                    default -> broken.insert(at, broken.substring(at, Math.min(broken.length(), at + random.nextInt(40))));
                }
            }
            return broken.toString();
        }
    }
}
