package io.platformapi.bench;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** Two operations of the platform as a team would write them with Spring Boot, to be measured beside ours. */
@SpringBootApplication
public class BenchApplication {

    public static void main(String[] arguments) {
        SpringApplication.run(BenchApplication.class, arguments);
    }
}
