package io.platformapi.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import io.platformapi.contract.Operation;
import io.platformapi.contract.http.HttpRequest;
import io.platformapi.contract.http.HttpResponse;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

/** Types that nobody offers or reads are refused as such. */
final class UnknownTypesTest extends ImplementationTest {

    static final List<Operation> WRITTEN = Requests.canonical();

    @ParameterizedTest
    @FieldSource("WRITTEN")
    void saysWhichTypeIsNotOfferedOrNotRead(Operation operation) throws IOException {
        HttpRequest request = Requests.examples(operation).get(0).request();
        HttpResponse unacceptable = running.answer(Requests.with(request, "Accept", "image/png"));
        HttpResponse unread = running.answer(Requests.with(request, "Content-Type", "image/png"));

        assertThat(unacceptable.status()).isEqualTo(406);
        assertThat(unacceptable.text()).contains("\"ErrorCode\":\"NotAcceptable\"");
        assertThat(unread.status()).isEqualTo(415);
        assertThat(unread.text()).contains("\"ErrorCode\":\"UnsupportedMediaType\"");
    }
}
