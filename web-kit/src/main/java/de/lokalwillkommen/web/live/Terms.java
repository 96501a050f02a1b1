package de.lokalwillkommen.web.live;

import java.time.Duration;

/**
 * How an application serves those who look on through sockets.
 *
 * @param threads how many threads it has for that, which nothing else uses
 * @param pause the least time between two looks at an office
 * @param delay how long a change is left to others that are served before
 * @param atOnce how many rooms are told in one go, before others get their turn
 * @param tellsEveryChange whether a change is told although the scene is the same as before
 */
public record Terms(
    int threads, Duration pause, Duration delay, int atOnce, boolean tellsEveryChange) {}
