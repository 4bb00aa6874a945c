package io.platformapi.verify.chains;

import io.platformapi.contract.Operation;
import io.platformapi.contract.http.HttpRequest;
import io.platformapi.contract.http.MediaType;
import io.platformapi.verify.cases.Case;
import io.platformapi.verify.cases.CheckId;
import io.platformapi.verify.checks.Exchange;
import io.platformapi.verify.checks.Failure;
import io.platformapi.verify.checks.Failure.Blame;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * A file that was sent as a part of a form (RFC 7578) is downloaded, byte for byte, from where {@code Location} says
 * that it is. It is sent once more with what is easily lost: line ends of both kinds, a blank at the end, and where its
 * type is none of texts, bytes that are none.
 */
final class UploadsAreDownloaded {

    private static final Pattern FILE = Pattern.compile(
            "(?is)content-disposition:[^\\r\\n]*;\\s*filename=[^\\r\\n]*(?:\\r\\n[^\\r\\n]+)*\\r\\n\\r\\n");

    private static final Pattern TYPE = Pattern.compile("(?i)\\r\\ncontent-type:\\s*([^\\r\\n]+)");
    private static final byte[] TEXT = "one\r\ntwo\nthree \u00e9\t \r\nend ".getBytes(StandardCharsets.UTF_8);

    private final World world;

    UploadsAreDownloaded(World world) {
        this.world = world;
    }

    /** A file in a request: what is before it and behind it, and its type. */
    private record Upload(Case asked, int from, int to, String type) {

        Case with(byte[] file) {
            HttpRequest request = asked.request();
            ByteArrayOutputStream body = new ByteArrayOutputStream();
            body.write(request.body(), 0, from);
            body.writeBytes(file);
            body.write(request.body(), to, request.body().length - to);
            return asked.again()
                    .asking(new HttpRequest(
                            request.method(), request.path(), request.query(), request.headers(), body.toByteArray()));
        }

        byte[] file() {
            boolean text = type.toLowerCase(Locale.ROOT).startsWith("text/");
            byte[] file = Arrays.copyOf(TEXT, TEXT.length + (text ? 0 : 2));
            if (!text) {
                file[TEXT.length] = (byte) 0xff; // the last is nought
            }
            return file;
        }
    }

    /** What is not downloaded as it was uploaded, twice. */
    List<Failure> failures() throws IOException {
        Map<Operation, Exchange> uploads = new LinkedHashMap<>();
        for (Exchange write : world.writes()) {
            if (write.answer().status() == 201 && write.answer().headers().has("Location")) {
                write.asked().answering().ifPresent(operation -> uploads.put(operation, write));
            }
        }
        List<Failure> failures = new ArrayList<>();
        for (Exchange write : uploads.values()) {
            Optional<Upload> upload = upload(write.asked());
            Optional<Failure> failure = upload.isEmpty() ? Optional.empty() : failure(upload.get());
            Optional<Failure> again = failure.isEmpty() ? failure : failure(upload.get());
            again.ifPresent(failures::add);
        }
        return failures;
    }

    /** The only file of a form; empty where there is none, or several. */
    private static Optional<Upload> upload(Case asked) {
        Optional<String> boundary = asked.request()
                .contentType()
                .filter(type -> type.essence().equals("multipart/form-data"))
                .map(type -> type.parameters().get("boundary"));
        String text = new String(asked.request().body(), StandardCharsets.ISO_8859_1);
        List<MatchResult> files = FILE.matcher(text).results().toList();
        if (boundary.isEmpty() || files.size() != 1) {
            return Optional.empty();
        }
        int to = text.indexOf("\r\n--" + boundary.get(), files.get(0).end() - 2);
        String head = text.substring(
                Math.max(0, text.lastIndexOf("--" + boundary.get(), files.get(0).start())));
        String type = TYPE.matcher(head.substring(0, Math.max(0, head.indexOf("\r\n\r\n"))))
                .results()
                .map(found -> found.group(1))
                .findFirst()
                .orElse("text/plain");
        return to < files.get(0).end()
                ? Optional.empty()
                : Optional.of(new Upload(asked, files.get(0).end(), to, type));
    }

    private Optional<Failure> failure(Upload upload) throws IOException {
        byte[] file = upload.file();
        Optional<Exchange> sent = world.courier().exchange(upload.with(file)).filter(Scene::succeeded);
        Optional<Exchange> read = sent.isEmpty() ? Optional.empty() : download(sent.get());
        return read.filter(Scene::succeeded)
                .filter(one -> isOfBytes(one, upload.type()))
                .filter(one -> !Arrays.equals(one.answer().body(), file))
                .map(one -> new Failure(
                        CheckId.CHANGE_IS_KEPT.id(),
                        one.asked(),
                        "What was uploaded is not what is downloaded.",
                        file.length + " bytes, as sent by " + sent.get().asked().subject(),
                        one.answer().body().length + " bytes, which are others",
                        one.asked().documented(),
                        Blame.SERVER));
    }

    private Optional<Exchange> download(Exchange sent) throws IOException {
        Optional<String> path = sent.answer().headers().first("Location").flatMap(Identity::path);
        Optional<Operation> read = path.flatMap(world::reading);
        Optional<Case> valid = read.flatMap(one -> world.cases().valid(one, 1));
        return valid.isEmpty()
                ? Optional.empty()
                : world.courier()
                        .exchange(valid.get()
                                .asking(valid.get()
                                        .request()
                                        .withPath(path.get())
                                        .without("Range")));
    }

    /** Whether an answer is the file, and not what is told of it, or another form of it. */
    private static boolean isOfBytes(Exchange read, String type) {
        Optional<MediaType> given = MediaType.parse(type);
        return read.answer()
                .contentType()
                .filter(shown -> shown.essence().equals("application/octet-stream")
                        || given.filter(one -> one.essence().equals(shown.essence()))
                                .isPresent())
                .isPresent();
    }
}
