package de.lokalwillkommen.core.booking;

/**
 * The codes in use besides those of appointments: a code stands for one thing. The feature that
 * issues such codes too, the waitlist, implements it.
 */
public interface CodesInUse {

  boolean isInUse(BookingCode code);
}
