package de.lokalwillkommen.web.live;

import java.time.Duration;

/**
 * How an application serves its sockets.
 *
 * @param threads the number of threads reserved for that
 * @param pause the least time between two checks of an office
 * @param delay how long a change waits while others with priority are served
 * @param atOnce how many channels are told in one batch, before others get their turn
 * @param sendsEveryChange whether a change is sent although the snapshot is the same as before
 */
public record PushSettings(
    int threads, Duration pause, Duration delay, int atOnce, boolean sendsEveryChange) {}
