package io.tributary.jobs.console;

import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;

/**
 * All that a command takes from the process it runs in.
 *
 * @param environment the environment's variables
 * @param home the folder Tributary is installed in, which holds {@code conf/}
 */
public record Surroundings(
    Console console, Map<String, String> environment, Path home, Clock clock) {}
