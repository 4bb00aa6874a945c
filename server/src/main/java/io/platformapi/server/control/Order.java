package io.platformapi.server.control;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * A command on its way to a server.
 *
 * @param user who gives it, by their name at this machine
 * @param folder where it was given, from which its files are seen
 * @param arguments as they were given
 */
public record Order(String user, String folder, List<String> arguments) {

    private static final int MOST_BYTES = 1 << 20;

    public Order {
        arguments = List.copyOf(arguments);
    }

    void write(DataOutput out) throws IOException {
        write(out, user);
        write(out, folder);
        out.writeInt(arguments.size());
        for (String argument : arguments) {
            write(out, argument);
        }
    }

    private static void write(DataOutput out, String text) throws IOException {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        out.writeInt(bytes.length);
        out.write(bytes);
    }

    static Order read(DataInput in) throws IOException {
        String user = readText(in);
        String folder = readText(in);
        List<String> arguments = new ArrayList<>();
        for (int left = number(in); left > 0; left--) {
            arguments.add(readText(in));
        }
        return new Order(user, folder, arguments);
    }

    private static String readText(DataInput in) throws IOException {
        byte[] bytes = new byte[number(in)];
        in.readFully(bytes);
        return new String(bytes, StandardCharsets.UTF_8);
    }

    private static int number(DataInput in) throws IOException {
        int number = in.readInt();
        if (number < 0 || number > MOST_BYTES) {
            throw new IOException("this is no command");
        }
        return number;
    }
}
