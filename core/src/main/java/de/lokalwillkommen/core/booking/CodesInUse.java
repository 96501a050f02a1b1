package de.lokalwillkommen.core.booking;

/**
 * Which codes are in use besides those of appointments: one code is one thing to its visitor.
 * Whoever gives out codes of the same kind implements it.
 */
public interface CodesInUse {

  boolean isInUse(BookingCode code);
}
