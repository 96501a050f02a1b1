package de.lokalwillkommen.web;

import static org.assertj.core.api.Assertions.assertThat;

import de.lokalwillkommen.core.booking.Appointment;
import de.lokalwillkommen.core.booking.Appointments;
import de.lokalwillkommen.core.timetable.Arrangement;
import org.junit.jupiter.api.Test;

/** What the applications share keeps to the rules, and whoever did not would be seen. */
class LayersCheckTest extends LayersCheck {

  private static final String STORING = "de.lokalwillkommen.core.offices";

  LayersCheckTest() {
    super(
        "de.lokalwillkommen.web",
        "relay.EventRelay",
        "storage.Storage",
        "storage.StorageAway",
        "ticketing.VisitorKey");
  }

  @Test
  void whoeverStoresWouldBeSeen() {
    assertThat(noEntitiesIn(STORING).evaluate(classesOf(STORING)).hasViolation()).isTrue();
    assertThat(noEntityManagerIn(STORING).evaluate(classesOf(STORING)).hasViolation()).isTrue();
  }

  @Test
  void whoeverUsedWhatTheCoreKeepsForItselfWouldBeSeen() {
    assertThat(ofTheCoreUsedIn("de.lokalwillkommen.core.letters"))
        .contains(Appointments.class)
        .anyMatch(LayersCheck::isOffered);
    assertThat(isOffered(Appointments.class)).isFalse();
    assertThat(isOffered(Appointment.class)).isFalse();
    assertThat(isOffered(Arrangement.class)).as("an interface of records").isTrue();
  }
}
