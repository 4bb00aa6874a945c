package io.platformapi.contract.source;

import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.UnknownHostException;
import java.net.http.HttpClient;
import java.nio.channels.UnresolvedAddressException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.stream.Stream;
import javax.net.ssl.SSLException;

/** Texts of files on disk and at {@code http(s)} addresses. */
final class DiskAndWeb {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private DiskAndWeb() {}

    static String text(URI uri, Place from) {
        try {
            return "file".equalsIgnoreCase(uri.getScheme()) ? Files.readString(Path.of(uri)) : download(uri, from);
        } catch (NoSuchFileException e) {
            throw new UnreadableDocument(from, "there is no file " + e.getFile() + meant(Path.of(e.getFile())));
        } catch (IOException e) {
            throw new UnreadableDocument(from, "the file cannot be read: " + reason(e));
        }
    }

    private static String meant(Path missing) {
        String name = String.valueOf(missing.getFileName());
        Path folder = missing.toAbsolutePath().getParent();
        if (folder == null) {
            return "";
        }
        try (Stream<Path> others = Files.list(folder)) {
            return Suggestion.of(
                    name, others.map(other -> other.getFileName().toString()).toList());
        } catch (IOException noSuchFolder) {
            return "";
        }
    }

    private static String reason(IOException e) {
        boolean unknownHost = e instanceof UnknownHostException || e.getCause() instanceof UnresolvedAddressException;
        if (unknownHost || e.getCause() != null && e.getCause().getCause() instanceof UnresolvedAddressException) {
            return "there is no such host";
        }
        if (e instanceof ConnectException) {
            return "nobody listens there";
        }
        if (e instanceof SSLException) {
            return "the certificate of the host is not trusted, or it speaks no TLS; save the document, and name the file";
        }
        if (e instanceof CharacterCodingException) {
            return "it is not UTF-8";
        }
        return e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
    }

    private static String download(URI uri, Place from) throws IOException {
        HttpClient client = HttpClient.newBuilder()
                .connectTimeout(PATIENCE)
                .followRedirects(HttpClient.Redirect.NEVER)
                .build();
        try {
            var response = client.send(
                    java.net.http.HttpRequest.newBuilder(uri).timeout(PATIENCE).build(),
                    java.net.http.HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8));
            if (response.statusCode() != 200) {
                throw new UnreadableDocument(
                        from, "the file cannot be read: it is answered with " + response.statusCode());
            }
            return response.body();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new UnreadableDocument(from, "interrupted while reading " + uri);
        }
    }
}
