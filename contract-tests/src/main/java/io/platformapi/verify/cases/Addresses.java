package io.platformapi.verify.cases;

import io.platformapi.contract.Operation;
import io.platformapi.contract.Server;
import io.platformapi.contract.dialect.Contract;
import java.net.URI;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Where each operation is served, on the host that is tested.
 *
 * <p>The tested URL stands for one of the document's servers. An operation or a path with servers of its own is served
 * where these are, seen from that server: {@code https://api.example.com/v2} beside {@code https://api.example.com/v1}
 * is {@code http://127.0.0.1:8080/v2} beside {@code http://127.0.0.1:8080/v1}. What is on another host is asked
 * nowhere.
 */
public final class Addresses {

    private static final URI NOWHERE = URI.create("");

    private final URI url;
    private final List<URI> documented;
    private final Function<Operation, Optional<String>> bases;

    private Addresses(URI url, List<URI> documented, Function<Operation, Optional<String>> bases) {
        this.url = url;
        this.documented = documented;
        this.bases = bases;
    }

    /** Every operation below one URL, whatever servers the document names. */
    public static Addresses below(URI url) {
        return new Addresses(url, List.of(), operation -> Optional.of(path(url)));
    }

    /** The addresses by the servers of document, paths and operations. */
    public static Addresses of(Contract contract, URI url) {
        List<URI> documented = Stream.of(contract.servers(), serversOfAll(contract))
                .filter(servers -> !servers.isEmpty())
                .findFirst()
                .map(Addresses::addresses)
                .orElse(List.of(NOWHERE));
        List<String> usual = contract.servers().stream().map(Server::url).toList();
        Addresses asked = new Addresses(url, documented, any -> Optional.empty());
        return new Addresses(url, documented, operation -> {
            List<Server> own = operation.servers();
            boolean inherited =
                    own.isEmpty() || own.stream().map(Server::url).toList().equals(usual);
            return inherited ? Optional.of(path(url)) : asked.base(addresses(own));
        });
    }

    /** Without servers of the document, the tested URL can only be the one host that all operations name. */
    private static List<Server> serversOfAll(Contract contract) {
        List<Server> all = contract.operations().stream()
                .flatMap(operation -> operation.servers().stream())
                .toList();
        boolean each = contract.operations().stream()
                .noneMatch(operation -> operation.servers().isEmpty());
        long hosts = addresses(all).stream().map(Addresses::host).distinct().count();
        return each && hosts == 1 ? all : List.of();
    }

    private static List<URI> addresses(List<Server> servers) {
        return servers.stream().flatMap(server -> address(server).stream()).toList();
    }

    /** The address of a server; a relative one is seen from the document (OpenAPI 3.1, section 4.8.5). */
    private static Optional<URI> address(Server server) {
        try {
            URI document = server.node().file().uri();
            URI from = "file".equals(document.getScheme()) ? URI.create("/") : document;
            return Optional.of(from.resolve(server.url()));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /** The first of some servers that can be reached at the tested host. */
    private Optional<String> base(List<URI> servers) {
        return servers.stream().flatMap(server -> base(server).stream()).findFirst();
    }

    private Optional<String> base(URI server) {
        if (server.getHost() != null && isTested(server)) {
            return Optional.of(path(server));
        }
        List<URI> beside = documented.stream()
                .filter(other -> server.getHost() == null || host(other).equals(host(server)))
                .toList();
        Optional<String> above = beside.stream()
                .map(Addresses::path)
                .filter(path(url)::endsWith)
                .max(Comparator.comparingInt(String::length))
                .map(known -> path(url).substring(0, path(url).length() - known.length()));
        boolean same = beside.stream().map(Addresses::path).anyMatch(path(server)::equals);
        return above.map(prefix -> prefix + path(server)).or(() -> same ? Optional.of(path(url)) : Optional.empty());
    }

    private boolean isTested(URI server) {
        return host(server).equals(host(url))
                && String.valueOf(server.getScheme()).equals(url.getScheme());
    }

    private static String host(URI address) {
        return address.getHost() == null ? "" : (address.getHost() + ":" + address.getPort()).toLowerCase(Locale.ROOT);
    }

    private static String path(URI address) {
        return address.getRawPath() == null ? "" : address.getRawPath().replaceAll("/+$", "");
    }

    /** What all requests are sent to: the tested URL without its path. */
    public URI origin() {
        return URI.create(url.toString().replaceFirst("^([a-zA-Z][a-zA-Z0-9+.-]*://[^/?#]*).*", "$1"));
    }

    /** The path that every request for an operation begins with; empty where it cannot be asked at the tested host. */
    Optional<String> base(Operation operation) {
        return bases.apply(operation);
    }

    /** The path that requests for no operation begin with. */
    String base() {
        return path(url);
    }

    /** Why an operation cannot be asked. */
    Optional<String> hindrance(Operation operation) {
        return base(operation).isPresent()
                ? Optional.empty()
                : Optional.of("its own servers (" + urls(operation) + ") are not at " + url
                        + "; where this stands for them, give --ignore-servers");
    }

    private static String urls(Operation operation) {
        return operation.servers().stream().map(Server::url).collect(Collectors.joining(", "));
    }
}
