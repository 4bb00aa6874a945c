package io.platformapi.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import java.util.Properties;
import org.junit.jupiter.api.Test;

final class SettingsTest {

    @Test
    void areUsualUnlessSomethingElseIsSaid() {
        Settings settings = Settings.of(Map.of());

        assertThat(settings.host()).isEqualTo("127.0.0.1");
        assertThat(settings.port()).isEqualTo(8080);
        assertThat(settings.origins()).isEmpty();
    }

    @Test
    void ofTheEnvironmentGoBeforeThoseOfAFile() {
        var file = new Properties();
        file.setProperty("port", "1");
        file.setProperty("host", "0.0.0.0");

        Settings settings = Settings.of(file, Map.of("PLATFORM_PORT", "2", "PATH", "/bin"));

        assertThat(settings.port()).isEqualTo(2);
        assertThat(settings.host()).isEqualTo("0.0.0.0");
    }

    @Test
    void nameThoseThereAreIfOneIsUnknown() {
        assertThatThrownBy(() -> Settings.of(Map.of("prot", "1")))
                .isInstanceOf(UnusableSetting.class)
                .hasMessageStartingWith("there is no setting 'prot'; there are host, port, database.url,");
    }

    @Test
    void takeNoFewerConnectionsThanAStartNeeds() {
        assertThatThrownBy(() -> Settings.of(Map.of("database.connections", "1")))
                .isInstanceOf(UnusableSetting.class)
                .hasMessage("database.connections (PLATFORM_DATABASE_CONNECTIONS) is '1'; it has to be a whole number"
                        + " from 2 to 1000");
    }

    @Test
    void takeOriginsButNoAddresses() {
        assertThat(Settings.of(Map.of("cors.origins", "https://a.example, http://localhost:3000"))
                        .origins())
                .containsExactlyInAnyOrder("https://a.example", "http://localhost:3000");
        assertThatThrownBy(() -> Settings.of(Map.of("cors.origins", "https://a.example/app")))
                .hasMessage("cors.origins (PLATFORM_CORS_ORIGINS) is 'https://a.example/app'; it has to be"
                        + " origins such as https://app.example.com, with commas between them");
    }
}
