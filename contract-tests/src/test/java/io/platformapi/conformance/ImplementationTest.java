package io.platformapi.conformance;

import java.io.IOException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.AfterParameterizedClassInvocation;
import org.junit.jupiter.params.BeforeParameterizedClassInvocation;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** Tests that every implementation has to pass, each from the beginning of the world. */
@ParameterizedClass(name = "{0}")
@EnumSource(Implementation.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class ImplementationTest {

    @Parameter
    Implementation implementation;

    Running running;

    @BeforeParameterizedClassInvocation
    void start(Implementation started) throws IOException {
        running = started.start();
    }

    @BeforeEach
    void beginAnew() {
        running.reset();
    }

    @AfterParameterizedClassInvocation
    void stop() {
        running.close();
    }
}
