package de.lokalwillkommen.core.timetable;

/** What somebody has arranged for the appointments of an office, as the history remembers it. */
public sealed interface Arrangement
    permits WeeklyHours, FewerDesks, ClosedDays, OfficeTerms, UnknownArrangement {}
