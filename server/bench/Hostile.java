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
 * What becomes of a server, given 128 MB, that is asked for nonsense.
 *
 * <p>{@code mvn -q -DskipTests package && java server/bench/Hostile.java [REQUESTS [SEED]]} sends a million requests of all
 * operations that are broken in one place or several. No limit of how often somebody may ask holds them off. Every second it looks at
 * the memory of the process, its threads and its open files. Needs Linux. The exit status is 1 if an answer is 5xx (but for 501
 * and 505, of methods and versions that nobody has), if a connection is neither answered nor closed within 40 seconds, or if
 * after two minutes or more there is more of what it looked at than near the beginning.
 */
public final class Hostile {

    private static final int CLIENTS = 8;
    private static final int PATIENCE = 40_000;
    private static final int LEAST_SAMPLES = 120;
    private static final String LISTED = "ContactTypes=7e000001-4c1d-4f6a-9b2e-6d5c3a8f1e70&IncludeIgnoredRequests=true&";
    private static final String KEY = "Authorization: Bearer demo-key\r\n";
    private static final String JSON = "Content-Type: application/json\r\n";
    private static final String INVITE = "{\"EmailAddress\":\"%s@example.org\",\"Roles\":[\"5e000003-2b7f-4e19-8c64-0f9d7a3b5e18\"]}";
    private static final String UPDATE = "{\"ContactId\":\"c0000001-1f4b-4d8a-a37e-5b9c2e6d0f84\",\"ContactTypeId\":\"7e000002-4c1d-4f6a-9b2e-6d5c3a8f1e70\",\"RoleId\":\"5e000003-2b7f-4e19-8c64-0f9d7a3b5e18\"}";
    private static final Pattern STATUS = Pattern.compile("HTTP/1\\.1 (\\d{3}) ");

    private final Process process;
    private final int port;
    private final TreeMap<Integer, Long> statuses = new TreeMap<>();
    private final List<String> faults = new ArrayList<>();
    private final AtomicLong sent = new AtomicLong();
    private volatile boolean over;

    private Hostile(Process process, int port) {
        this.process = process;
        this.port = port;
    }

    public static void main(String[] arguments) throws Exception {
        long most = arguments.length > 0 ? Long.parseLong(arguments[0]) : 1_000_000;
        long seed = arguments.length > 1 ? Long.parseLong(arguments[1]) : System.nanoTime();
        Path log = Files.createTempFile("hostile", ".log");
        Process process = start(log);
        Runtime.getRuntime().addShutdownHook(new Thread(process::destroyForcibly));
        boolean isGood;
        try {
            isGood = new Hostile(process, port(process, log)).run(most, seed);
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
        builder.environment().put("PLATFORM_PORT", "0");
        builder.environment().put("PLATFORM_REQUESTS_PER_MINUTE", "0");
        builder.environment().put("PLATFORM_FAILED_LOGINS_PER_MINUTE", "0");
        builder.environment().put("PLATFORM_ACCESS_LOG", "false");
        return builder.start();
    }

    /** Where it listens, once it does. */
    private static int port(Process process, Path log) throws Exception {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(180);
        while (true) {
            String told = Files.readString(log, StandardCharsets.ISO_8859_1);
            Matcher ready = Pattern.compile("ready: .*:(\\d+)\\s").matcher(told);
            if (ready.find()) {
                return Integer.parseInt(ready.group(1));
            }
            if (!process.isAlive() || System.nanoTime() > end) {
                throw new IllegalStateException("does not start: " + told);
            }
            Thread.sleep(100);
        }
    }

    private boolean run(long most, long seed) throws Exception {
        long begin = System.nanoTime();
        List<Thread> clients = new ArrayList<>();
        var running = new AtomicInteger(CLIENTS);
        for (int number = 0; number < CLIENTS; number++) {
            var requests = new Requests(new Random(seed + number));
            clients.add(new Thread(() -> {
                while (!over && sent.get() < most) {
                    ask(requests.next());
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
            socket.connect(new InetSocketAddress("127.0.0.1", port), PATIENCE);
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
        private int made;

        Requests(Random random) {
            this.random = random;
        }

        String next() {
            if (random.nextBoolean()) { // a body that is announced rightly
                String type = "Content-Type: " + TYPES[random.nextInt(TYPES.length)] + "\r\n";
                return post(target(), type, broken(body()));
            }
            return broken(random.nextBoolean() ? get(read(), KEY) : post(target(), JSON, body()));
        }

        private String read() {
            String list = List.of("/links", "/connectionrequests/sent?", "/connectionrequests/received?").get(random.nextInt(3));
            String format = List.of("csv", "xml", "jsv", "json").get(random.nextInt(4));
            return contact() + list + (list.endsWith("?") ? LISTED : "?") + "format=" + format;
        }

        private String target() {
            return switch (random.nextInt(5)) {
                case 0 -> "/api/connectionrequests/" + number("cc", "6e2d-4b58-9f13-a4d7c0e8b219") + "/resend";
                case 1 -> "/api/connections/" + number("cc", "6e2d-4b58-9f13-a4d7c0e8b219") + "/cancel";
                case 2 -> "/api/connections/" + number("cc", "6e2d-4b58-9f13-a4d7c0e8b219") + "/remove";
                case 3 -> contact() + "/invite/" + number("c0", "1f4b-4d8a-a37e-5b9c2e6d0f84");
                default -> contact() + "/invite/contact";
            };
        }

        private String body() {
            return random.nextBoolean() ? INVITE.formatted("a" + made++) : UPDATE;
        }

        private String contact() {
            return "/api/contacts/c000000" + (1 + random.nextInt(2)) + "-1f4b-4d8a-a37e-5b9c2e6d0f84";
        }

        private String number(String kind, String rest) {
            return kind + "0000" + "%02d".formatted(1 + random.nextInt(12)) + "-" + rest;
        }

        private static String get(String target, String fields) {
            return "GET " + target + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n" + fields + "\r\n";
        }

        private static String post(String target, String fields, String body) {
            return "POST " + target + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n" + KEY + fields + "Content-Length: "
                    + body.length() + "\r\n\r\n" + body;
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
