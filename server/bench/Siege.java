import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * Attacks on the memory of server and mock, each given 128 MB, and what they cost somebody honest.
 *
 * <p>{@code mvn -q -DskipTests package && java server/bench/Siege.java [NAME…]}, where a name such as {@code bodies}
 * picks attacks. Every attack is held for some seconds, while one client asks on a new connection ten times a second;
 * it goes on for some seconds after the attacker has gone. The exit status is 1 if any of its requests fails or takes
 * more than a second, or if a process has ended.
 */
public final class Siege {

    private static final Duration HELD = Duration.ofSeconds(6);
    private static final Duration AFTER = Duration.ofSeconds(3);
    private static final long MOST_MILLIS = 1_000;
    private static final int PORT = 4820;
    private static final String CONTACT = "/api/contacts/c0000001-1f4b-4d8a-a37e-5b9c2e6d0f84";
    private static final String HOST = " HTTP/1.1\r\nHost: localhost\r\n";
    private static final String KEY = "Authorization: Bearer demo-key\r\n";
    private static final String JSON = "Content-Type: application/json\r\n";
    private static final String INVITE = "POST " + CONTACT + "/invite/contact" + HOST;
    private static final String LINKS = "GET " + CONTACT + "/links" + HOST + KEY;

    private Siege() {}

    /** What one connection of an attacker sends, and how many do. */
    private record Attack(int connections, byte[] first, byte[] more) {

        static Attack once(int connections, String text) {
            return new Attack(connections, bytes(text), new byte[0]);
        }

        static Attack endless(int connections, String text, String more) {
            return new Attack(connections, bytes(text), bytes(more));
        }
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }

    private static Map<String, Attack> attacks() {
        int body = 1 << 16;
        String short1 = INVITE + KEY + JSON + "Content-Length: " + body + "\r\n\r\n{" + " ".repeat(body - 2);
        Map<String, Attack> attacks = new LinkedHashMap<>();
        attacks.put("nobody", new Attack(0, new byte[0], new byte[0]));
        attacks.put("bodies", Attack.once(400, short1));
        attacks.put("bodies-of-strangers", Attack.once(400, short1.replace(KEY, "")));
        attacks.put("large-bodies", Attack.endless(
                300, INVITE + KEY + JSON + "Content-Length: 2000001\r\n\r\n", " ".repeat(20_000)));
        attacks.put("bodies-nowhere", Attack.endless(
                300, "POST /nope" + HOST + "Content-Length: 2000001\r\n\r\n", " ".repeat(20_000)));
        attacks.put("unread", Attack.endless(20, "", ("GET /nope" + HOST + "\r\n").repeat(300)));
        attacks.put("unread-answers", Attack.endless(200, "", (LINKS + "\r\n").repeat(100)));
        attacks.put("unread-heads", Attack.endless(100, "", (LINKS.replace("GET", "HEAD") + "\r\n").repeat(100)));
        attacks.put("unread-options", Attack.endless(100, "", ("OPTIONS " + CONTACT + "/links" + HOST + "\r\n").repeat(100)));
        attacks.put("unread-refusals", Attack.once(1500, "GARBAGE\r\n" + "x".repeat(60_000)));
        attacks.put("silence", Attack.once(5000, ""));
        attacks.put("half-heads", Attack.once(5000, LINKS + "X: " + "x".repeat(8_000)));
        attacks.put("many-fields", Attack.once(3000, INVITE + KEY + JSON + fields(94)
                + "Content-Length: 1000\r\n\r\n" + " ".repeat(900)));
        attacks.put("tiny-chunks", Attack.endless(
                300, INVITE + KEY + JSON + "Transfer-Encoding: chunked\r\n\r\n", "1\r\n \r\n".repeat(2_000)));
        attacks.put("chunk-extensions", Attack.endless(
                300, INVITE + KEY + JSON + "Transfer-Encoding: chunked\r\n\r\n", "1;a=" + "b".repeat(900) + "\r\n \r\n"));
        attacks.put("endless-size", Attack.endless(
                300, INVITE + KEY + JSON + "Transfer-Encoding: chunked\r\n\r\n", "0".repeat(10_000)));
        attacks.put("trailers", Attack.endless(
                300, INVITE + KEY + JSON + "Transfer-Encoding: chunked\r\n\r\n0\r\n", "A: b\r\n".repeat(1_000)));
        attacks.put("empty-lines", Attack.endless(300, "", "\r\n".repeat(5_000)));
        attacks.put("growing-json", Attack.endless(16, "", request("{\"Roles\":[" + "{},".repeat(21_000) + "{}]}")));
        attacks.put("deep-json", Attack.endless(16, "", request("[".repeat(60_000))));
        attacks.put("held-back", Attack.once(3000, LINKS + "Prefer: delay=300000\r\n\r\n"));
        return attacks;
    }

    private static String fields(int count) {
        var fields = new StringBuilder();
        for (int i = 0; i < count; i++) {
            fields.append('f').append(i).append(":\r\n");
        }
        return fields.toString();
    }

    private static String request(String body) {
        return INVITE + KEY + JSON + "Content-Length: " + body.length() + "\r\n\r\n" + body;
    }

    public static void main(String[] arguments) throws Exception {
        Path root = Path.of("").toAbsolutePath();
        Map<String, String[]> programs = new LinkedHashMap<>();
        programs.put("server", new String[] {root + "/server/target/server.jar", "--demo"});
        programs.put("mock", new String[] {root + "/mock-server/target/mock-server.jar", "--quiet", "--port", "" + PORT});
        boolean good = true;
        System.out.printf("%-8s%-22s%11s%9s%9s%10s%10s%8s%8s%n", "", "attack", "connections", "sent MB", "its CPU s", "worst ms", "after ms", "asked", "failed");
        for (Map.Entry<String, String[]> program : programs.entrySet()) {
            for (Map.Entry<String, Attack> attack : attacks().entrySet()) {
                if (arguments.length == 0 || List.of(arguments).contains(attack.getKey())) {
                    good &= run(program.getKey(), program.getValue(), attack.getKey(), attack.getValue());
                }
            }
        }
        System.exit(good ? 0 : 1);
    }

    private static boolean run(String name, String[] program, String attackName, Attack attack) throws Exception {
        Path log = Files.createTempFile("siege", ".log");
        Process process = start(program, log);
        try {
            awaitReady(process, log);
            Honest honest = new Honest();
            honest.warmUp();
            double before = cpu(process);
            Thread asking = new Thread(honest);
            asking.start();
            Attacker attacker = new Attacker(attack);
            attacker.hold(HELD);
            honest.attackEnds();
            attacker.leave();
            Thread.sleep(AFTER.toMillis());
            honest.stop();
            asking.join();
            boolean good = process.isAlive() && honest.isServed();
            System.out.printf("%-8s%-22s%11d%9.1f%9.1f%10d%10d%8d%8d%s%n", name, attackName, attacker.connected, attacker.sent / 1e6, cpu(process) - before,
                    honest.worst, honest.worstAfter, honest.asked, honest.failed,
                    good ? "" : process.isAlive() ? "  TOO LATE" : "  ENDED " + process.exitValue());
            return good;
        } finally {
            process.destroyForcibly().waitFor();
            Files.delete(log);
        }
    }

    private static double cpu(Process process) {
        return process.info().totalCpuDuration().orElse(Duration.ZERO).toMillis() / 1e3;
    }

    private static Process start(String[] program, Path log) throws IOException {
        List<String> command = new ArrayList<>(List.of("java", "-Xmx128m", "-jar"));
        command.addAll(List.of(program));
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log.toFile());
        builder.environment().put("PLATFORM_PORT", "" + PORT);
        builder.environment().put("PLATFORM_REQUESTS_PER_MINUTE", "0");
        return builder.start();
    }

    private static void awaitReady(Process process, Path log) throws Exception {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(90);
        while (!Files.readString(log, StandardCharsets.ISO_8859_1).contains("ready: ")) {
            if (!process.isAlive() || System.nanoTime() > end) {
                throw new IllegalStateException("does not start: " + Files.readString(log, StandardCharsets.ISO_8859_1));
            }
            Thread.sleep(100);
        }
    }

    /** Many connections that send what they have, as fast as it is taken, and read nothing. */
    private static final class Attacker {

        private final Attack attack;
        private final List<SocketChannel> channels = new ArrayList<>();
        private final List<ByteBuffer> pending = new ArrayList<>();
        private int connected;
        private long sent;

        Attacker(Attack attack) {
            this.attack = attack;
        }

        void hold(Duration time) throws InterruptedException {
            long end = System.nanoTime() + time.toNanos();
            while (System.nanoTime() < end) {
                for (int i = 0; i < 100 && channels.size() < attack.connections(); i++) {
                    connect();
                }
                boolean busy = false;
                for (int i = 0; i < channels.size(); i++) {
                    busy |= send(i);
                }
                if (!busy && channels.size() == attack.connections()) {
                    Thread.sleep(5);
                }
            }
        }

        private void connect() {
            try {
                SocketChannel channel = SocketChannel.open(new InetSocketAddress("127.0.0.1", PORT));
                channel.configureBlocking(false);
                channels.add(channel);
                pending.add(ByteBuffer.wrap(attack.first()));
                connected++;
            } catch (IOException refused) {
                // tries again in the next round
            }
        }

        /** Sends what is taken; who has been thrown out comes back. */
        private boolean send(int i) {
            try {
                if (!pending.get(i).hasRemaining() && attack.more().length > 0) {
                    pending.set(i, ByteBuffer.wrap(attack.more()));
                }
                int count = channels.get(i).write(pending.get(i));
                sent += count;
                return count > 0;
            } catch (IOException thrownOut) {
                close(channels.remove(i));
                pending.remove(i);
                connect();
                return true;
            }
        }

        void leave() {
            channels.forEach(Attacker::close);
        }

        private static void close(SocketChannel channel) {
            try {
                channel.close();
            } catch (IOException e) {
                // gone
            }
        }
    }

    /** One client that asks ten times a second, each time on a new connection, now to read and now to send. */
    private static final class Honest implements Runnable {

        private static final String ASK = LINKS + "Connection: close\r\n\r\n";
        private static final String CHECK = "{\"EmailAddress\":\"nobody\",\"Roles\":[]}";

        private volatile boolean attacked = true;
        private volatile boolean stopped;
        private long worst;
        private long worstAfter;
        private int asked;
        private int failed;

        void warmUp() throws InterruptedException {
            for (int i = 0; i < 60; i++) {
                ask(i);
                Thread.sleep(5);
            }
            worst = 0;
            failed = 0;
            asked = 0;
        }

        @Override
        public void run() {
            while (!stopped) {
                ask(asked);
                try {
                    Thread.sleep(100);
                } catch (InterruptedException e) {
                    return;
                }
            }
        }

        private void ask(int number) {
            boolean sends = number % 2 == 1;
            String request = sends
                    ? INVITE + KEY + JSON + "Connection: close\r\nContent-Length: " + CHECK.length() + "\r\n\r\n" + CHECK
                    : ASK;
            long begin = System.nanoTime();
            boolean during = attacked;
            boolean good = false;
            try (Socket socket = new Socket()) {
                socket.connect(new InetSocketAddress("127.0.0.1", PORT), 10_000);
                socket.setSoTimeout(10_000);
                socket.getOutputStream().write(bytes(request));
                good = read(socket.getInputStream()).startsWith(sends ? "HTTP/1.1 400 " : "HTTP/1.1 200 ");
            } catch (IOException e) {
                // counted
            }
            long millis = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - begin);
            asked++;
            failed += good ? 0 : 1;
            if (during) {
                worst = Math.max(worst, millis);
            } else {
                worstAfter = Math.max(worstAfter, millis);
            }
        }

        private static String read(InputStream in) throws IOException {
            var all = new ByteArrayOutputStream();
            in.transferTo(all);
            return all.toString(StandardCharsets.ISO_8859_1);
        }

        void attackEnds() {
            attacked = false;
        }

        void stop() {
            stopped = true;
        }

        boolean isServed() {
            return failed == 0 && asked > 0 && worst <= MOST_MILLIS && worstAfter <= MOST_MILLIS;
        }
    }
}
