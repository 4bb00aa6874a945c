package io.platformapi.servicestack;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MailboxesTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "root@localhost",
                "\"a b\"@example.com",
                "a@b",
                "a%b@host",
                "a@127.0.0.1",
                "a@10.1",
                "a@mail.localhost",
                "a@mail.LOCALHOST",
                "a@nowhere.invalid",
                ".a@example.com",
                "a.@example.com",
                "a..b@example.com"
            })
    void refusesWhatNoMailServerCouldTake(String address) {
        assertThat(Mailboxes.isPublic(address)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a@b.cd",
                "amelia.hart@example.com",
                "o'brien+clients@mail.example.org",
                "!#$%&'*+/=?^_`{|}~-@example.com",
                "office@harbourwealth.example",
                "a@localhost.example.com",
                "a@1.example.com",
                "a@example.xn--p1ai",
                "a@example.c0m"
            })
    void takesWhatOneCould(String address) {
        assertThat(Mailboxes.isPublic(address)).isTrue();
    }
}
