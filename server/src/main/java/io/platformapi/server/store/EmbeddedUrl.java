package io.platformapi.server.store;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.h2.api.ErrorCode;
import org.h2.engine.ConnectionInfo;
import org.h2.message.DbException;

/**
 * The JDBC address of an H2 database in a file, taken apart: what of it would cost changes that were acknowledged, and
 * what has to be added so that none are lost.
 */
final class EmbeddedUrl {

    private static final String H2 = "jdbc:h2:";

    // a letter and a colon are a drive; anything longer is a file system of H2's, or a server
    private static final Pattern PREFIX = Pattern.compile("[A-Za-z][A-Za-z0-9]+:");

    /** Each for a reason: 0043 tells them. What a file has stored of them does not count. */
    private static final Map<String, String> REQUIRED = required();

    /** How many prepared statements H2 keeps for each connection: as many as there are, not its eight. */
    static final String STATEMENTS = "QUERY_CACHE_SIZE";

    static final int KEPT_STATEMENTS = 100;

    private static final TreeSet<String> HARMLESS = new TreeSet<>(List.of(
            "AUTO_COMPACT_FILL_RATE",
            "CACHE_SIZE",
            "CACHE_TYPE",
            "COMPRESS",
            "DEFAULT_LOCK_TIMEOUT",
            "FORBID_CREATION",
            "IFEXISTS",
            "LOCK_TIMEOUT",
            "MAX_COMPACT_TIME",
            "MAX_MEMORY_ROWS",
            "MAX_OPERATION_MEMORY",
            "PASSWORD",
            "QUERY_TIMEOUT",
            "TRACE_LEVEL_FILE",
            "TRACE_LEVEL_SYSTEM_OUT",
            "TRACE_MAX_FILE_SIZE",
            "USER"));

    private final String url;
    private final String name;
    private final Map<String, String> options = new LinkedHashMap<>();

    private EmbeddedUrl(String url) {
        this.url = url;
        String[] parts = url.substring(H2.length()).split(";");
        this.name = parts[0].startsWith("file:") ? parts[0].substring("file:".length()) : parts[0];
        for (int i = 1; i < parts.length; i++) {
            String[] option = parts[i].split("=", 2);
            options.put(option[0].toUpperCase(Locale.ROOT), option.length == 2 ? option[1] : "");
        }
    }

    private static Map<String, String> required() {
        Map<String, String> required = new LinkedHashMap<>();
        required.put("WRITE_DELAY", "0");
        required.put("RETENTION_TIME", "45000");
        required.put("LOCK_MODE", "3");
        required.put("FILE_LOCK", "FS");
        required.put("DB_CLOSE_DELAY", "0");
        required.put("DB_CLOSE_ON_EXIT", "FALSE");
        return required;
    }

    /** The address, if it is one of H2's for something that lasts. */
    static Optional<EmbeddedUrl> of(String url) {
        return url.startsWith(H2) && !url.startsWith(H2 + "mem:")
                ? Optional.of(new EmbeddedUrl(url))
                : Optional.empty();
    }

    /** What of the address would let the database lose what it has committed, or share it, and what to do about it. */
    List<String> violations() {
        if (isUnknownToH2()) {
            return List.of();
        }
        List<String> violations = new ArrayList<>();
        Matcher prefix = PREFIX.matcher(name);
        if (prefix.lookingAt()) {
            violations.add("a database over '" + prefix.group()
                    + "' may lose what was acknowledged; write jdbc:h2: and the path of a file");
        }
        options.forEach((option, value) -> {
            if (!HARMLESS.contains(option) && !value.equalsIgnoreCase(REQUIRED.get(option))) {
                violations.add("with the option " + option + " it may lose what was acknowledged; leave it out (only "
                        + String.join(", ", HARMLESS) + " may be set)");
            }
        });
        return violations;
    }

    /** H2 says best itself what it does not understand. */
    private boolean isUnknownToH2() {
        try {
            return new ConnectionInfo(url, null, null, null) == null;
        } catch (DbException e) {
            return e.getErrorCode() == ErrorCode.UNSUPPORTED_SETTING_1;
        }
    }

    /** The address with everything that the promise needs. */
    String keeping() {
        var keeping = new StringBuilder(url);
        REQUIRED.forEach((option, value) -> {
            if (!options.containsKey(option)) {
                keeping.append(';').append(option).append('=').append(value);
            }
        });
        return keeping + ";" + STATEMENTS + "=" + KEPT_STATEMENTS;
    }

    /**
     * The file that holds everything.
     *
     * @throws UnusableDatabase if H2 does not take the path
     */
    Path file() {
        try {
            return Path.of(new ConnectionInfo(H2 + name, null, null, null).getName() + ".mv.db");
        } catch (DbException e) {
            throw new UnusableDatabase(String.valueOf(e.getSQLException().getMessage()), e);
        }
    }
}
