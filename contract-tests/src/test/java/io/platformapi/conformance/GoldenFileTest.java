package io.platformapi.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class GoldenFileTest {

    private static final String ASKED = """
            # Amelia Hart reminds Jack O'Brien, and invites somebody else.

            ### csv
            GET /api/connectionrequests/cc000005-6e2d-4b58-9f13-a4d7c0e8b219/resend.csv?ContactId=c0000001-1f4b-4d8a-a37e-5b9c2e6d0f84 HTTP/1.1

            ### newcomer
            POST /api/contacts/c0000001-1f4b-4d8a-a37e-5b9c2e6d0f84/invite/contact HTTP/1.1
            Content-Type: application/json

            {"EmailAddress":"charlotte.reid@example.com","Roles":["5e000003-2b7f-4e19-8c64-0f9d7a3b5e18"]}
            """;

    private static final String ANSWERED = """
            # Amelia Hart reminds Jack O'Brien, and invites somebody else.

            ### csv
            GET /api/connectionrequests/cc000005-6e2d-4b58-9f13-a4d7c0e8b219/resend.csv?ContactId=c0000001-1f4b-4d8a-a37e-5b9c2e6d0f84 HTTP/1.1

            HTTP/1.1 200
            Content-Type: text/csv
            Content-Disposition: attachment;filename=ConnectionRequestResend.csv
            Vary: Accept
            Cache-Control: no-store

            ResponseStatus␍
            ␍


            ### newcomer
            POST /api/contacts/c0000001-1f4b-4d8a-a37e-5b9c2e6d0f84/invite/contact HTTP/1.1
            Content-Type: application/json

            {"EmailAddress":"charlotte.reid@example.com","Roles":["5e000003-2b7f-4e19-8c64-0f9d7a3b5e18"]}

            HTTP/1.1 200
            Content-Type: application/json
            Vary: Accept
            Cache-Control: no-store

            {"ContactId":"c0000010-1f4b-4d8a-a37e-5b9c2e6d0f84","ResponseStatus":null}
            """;

    @TempDir
    Path folder;

    private String played(String text) throws IOException {
        Path file = Files.writeString(folder.resolve("some.http"), text);
        try (Running mock = Implementation.MOCK.start()) {
            return GoldenFile.read(folder, file).playedAgainst(mock);
        }
    }

    @Test
    void writesAnswersUnderRequestsThatHaveNone() throws IOException {
        assertThat(played(ASKED)).isEqualTo(ANSWERED);
    }

    @Test
    void staysAsItIsWhenTheAnswersAreTheSame() throws IOException {
        assertThat(played(ANSWERED)).isEqualTo(ANSWERED);
    }

    @Test
    void keepsThePlaceOfANewId() throws IOException {
        String masked = ANSWERED.replace("c0000010-1f4b-4d8a-a37e-5b9c2e6d0f84", "{{new-id}}");

        assertThat(played(masked)).isEqualTo(masked);
    }
}
