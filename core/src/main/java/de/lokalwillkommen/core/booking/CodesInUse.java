package de.lokalwillkommen.core.booking;

/**
 * The codes in use besides those of appointments: a code stands for one thing. Every feature that
 * issues such codes implements it.
 */
public interface CodesInUse {

  boolean isInUse(BookingCode code);
}
