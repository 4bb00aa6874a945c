package io.platformapi.server.store;

import java.sql.Connection;
import java.sql.Driver;
import java.sql.DriverManager;
import java.sql.DriverPropertyInfo;
import java.sql.SQLException;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.ConcurrentHashMap;
import java.util.logging.Logger;

/**
 * The driver of databases that are watched: another's, with a {@link Scans} before each connection. It is found by
 * {@code META-INF/services}, before those of the databases.
 */
public final class WatchedDriver implements Driver {

    private static final Map<String, Scans> WATCHED = new ConcurrentHashMap<>();

    static {
        try {
            DriverManager.registerDriver(new WatchedDriver());
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Watches what is opened at this address from now on. */
    static void watch(String url, Scans scans) {
        WATCHED.put(url, scans);
    }

    @Override
    public boolean acceptsURL(String url) {
        return WATCHED.containsKey(url);
    }

    @Override
    public Connection connect(String url, Properties properties) throws SQLException {
        Scans scans = WATCHED.get(url);
        return scans == null ? null : scans.over(other(url).connect(url, properties));
    }

    private Driver other(String url) throws SQLException {
        for (Driver driver : DriverManager.drivers().toList()) {
            if (driver.getClass() != WatchedDriver.class && driver.acceptsURL(url)) {
                return driver;
            }
        }
        throw new SQLException("there is no driver for " + url);
    }

    @Override
    public DriverPropertyInfo[] getPropertyInfo(String url, Properties properties) {
        return new DriverPropertyInfo[0];
    }

    @Override
    public int getMajorVersion() {
        return 1;
    }

    @Override
    public int getMinorVersion() {
        return 0;
    }

    @Override
    public boolean jdbcCompliant() {
        return false;
    }

    @Override
    public Logger getParentLogger() {
        return Logger.getLogger(WatchedDriver.class.getName());
    }
}
