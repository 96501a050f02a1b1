package de.lokalwillkommen.core.booking;

import de.lokalwillkommen.core.ticketing.Actor;
import java.time.Instant;

/** Who moves an appointment, and when it is moved. */
public record AppointmentMove(Actor actor, Instant at) {}
