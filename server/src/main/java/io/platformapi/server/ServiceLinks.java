package io.platformapi.server;

import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * The variables by which Kubernetes and Docker tell a container of the services beside it. Those of a service called
 * {@code platform} begin as the variables of our settings do, and one even has the name of one.
 */
final class ServiceLinks {

    private static final Pattern NAME = Pattern.compile(
            "[A-Z0-9_]*_(SERVICE_HOST|SERVICE_PORT(_\\w+)?|PORT_\\d+_(TCP|UDP|SCTP)(_(PROTO|PORT|ADDR))?)");
    private static final Pattern ADDRESS = Pattern.compile("(tcp|udp|sctp)://\\S+:\\d+");

    private ServiceLinks() {}

    /** An environment without them. */
    static Map<String, String> removed(Map<String, String> environment) {
        var others = new TreeMap<>(environment);
        others.entrySet().removeIf(variable -> isOne(variable.getKey(), variable.getValue()));
        return others;
    }

    private static boolean isOne(String name, String value) {
        return NAME.matcher(name).matches()
                || name.endsWith("_PORT") && ADDRESS.matcher(value).matches();
    }
}
