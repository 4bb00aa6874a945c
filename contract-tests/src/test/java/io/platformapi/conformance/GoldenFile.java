package io.platformapi.conformance;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * A {@code .http} file of exchanges: a line that begins with {@code ###} ends one and names the next. An exchange that
 * has no answer yet gets one when the file is rewritten.
 *
 * @param name its path below the folder of all of them
 */
record GoldenFile(Path folder, String name, String text) {

    static GoldenFile read(Path folder, Path file) throws IOException {
        return new GoldenFile(folder, folder.relativize(file).toString().replace('\\', '/'), Files.readString(file));
    }

    /** The text this file would have if the answers of today were the right ones. */
    String playedAgainst(Running running) throws IOException {
        List<String> played = new ArrayList<>();
        for (String part : text.split("(?m)^(?=###)")) {
            played.add(isHeading(part) ? part.strip() + "\n" : played(GoldenExchange.read(part), running));
        }
        return String.join("\n", played);
    }

    private static String played(GoldenExchange exchange, Running running) throws IOException {
        running.reset();
        return exchange.with(running.answer(exchange.request()));
    }

    private static boolean isHeading(String part) {
        return part.lines().allMatch(line -> line.startsWith("#") || line.isBlank());
    }

    void rewrite(String other) throws IOException {
        Files.writeString(folder.resolve(name), other);
    }

    @Override
    public String toString() {
        return name;
    }
}
