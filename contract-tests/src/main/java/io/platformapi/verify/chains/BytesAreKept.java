package io.platformapi.verify.chains;

import io.platformapi.contract.http.HttpRequest;
import io.platformapi.contract.http.MediaType;
import io.platformapi.verify.cases.CheckId;
import io.platformapi.verify.checks.Exchange;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;

/** What was uploaded is downloaded, byte for byte, or as the same text: twice, so that nothing is left of the first. */
final class BytesAreKept implements Relation {

    /** Types whose bytes a server may write anew. */
    private static final Pattern VALUES =
            Pattern.compile("(?i).*[/+](json|xml|x-www-form-urlencoded|csv|yaml|form-data)");

    private static final long[] SEEDS = {51, 52};

    @Override
    public void follow(Scene scene) throws IOException {
        if (!scene.can(Act.REPLACE) || !scene.can(Act.READ)) {
            return;
        }
        for (long seed : SEEDS) {
            Optional<Exchange> sent = scene.ask(Act.REPLACE, scene.first().id(), seed, UnaryOperator.identity());
            Optional<Exchange> read = sent.filter(Scene::succeeded).isPresent() && isOfBytes(sent.get())
                    ? scene.ask(Act.READ, scene.first().id(), 1, request -> request.without("Range"))
                    : Optional.empty();
            if (read.filter(Scene::succeeded).isPresent() && !isSame(sent.get(), read.get())) {
                scene.blame(
                        CheckId.CHANGE_IS_KEPT,
                        read.get(),
                        "What was uploaded is not what is downloaded.",
                        sent.get().asked().request().body().length + " bytes, as sent",
                        read.get().answer().body().length + " bytes, which are others");
                return;
            }
        }
    }

    private static boolean isOfBytes(Exchange sent) {
        return sent.asked()
                .request()
                .contentType()
                .filter(type -> !VALUES.matcher(type.essence()).matches())
                .isPresent();
    }

    /** An answer in another type than was sent is another representation. */
    private static boolean isSame(Exchange sent, Exchange read) {
        HttpRequest request = sent.asked().request();
        MediaType given = request.contentType().orElseThrow();
        Optional<MediaType> shown = read.answer().contentType();
        boolean comparable =
                shown.filter(type -> type.essence().equals(given.essence())).isPresent();
        if (!comparable || Arrays.equals(request.body(), read.answer().body())) {
            return true;
        }
        return given.essence().startsWith("text/")
                && text(request.body(), given).equals(text(read.answer().body(), shown.get()));
    }

    private static String text(byte[] bytes, MediaType type) {
        return new String(bytes, charset(type)).replaceFirst("\\R$", "");
    }

    private static Charset charset(MediaType type) {
        try {
            return Optional.ofNullable(type.parameters().get("charset"))
                    .map(Charset::forName)
                    .orElse(StandardCharsets.UTF_8);
        } catch (UnsupportedCharsetException e) {
            return StandardCharsets.UTF_8;
        }
    }
}
