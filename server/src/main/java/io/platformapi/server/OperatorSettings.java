package io.platformapi.server;

import java.time.Duration;
import java.util.OptionalInt;

/**
 * What operators want of a server.
 *
 * @param isAccessLogged whether each answer is a line of the log
 * @param adminHost the address of the port for health and metrics
 * @param adminPort that port; 0 for any that is free, empty for none
 * @param stopDelay for how long requests are taken after a stop is asked for
 */
public record OperatorSettings(boolean isAccessLogged, String adminHost, OptionalInt adminPort, Duration stopDelay) {}
