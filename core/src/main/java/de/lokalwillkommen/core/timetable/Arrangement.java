package de.lokalwillkommen.core.timetable;

/** An arrangement for the appointments of an office, as the history stores it. */
public sealed interface Arrangement
    permits WeeklyHours, FewerDesks, ClosedDays, OfficeTerms, UnknownArrangement {}
