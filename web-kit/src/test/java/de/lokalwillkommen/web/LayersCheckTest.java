package de.lokalwillkommen.web;

import static org.assertj.core.api.Assertions.assertThat;

import de.lokalwillkommen.core.booking.Appointment;
import de.lokalwillkommen.core.booking.Appointments;
import de.lokalwillkommen.core.kernel.DomainEvents;
import de.lokalwillkommen.core.timetable.Arrangement;
import org.junit.jupiter.api.Test;

/** The code that the applications share follows the rules, and the rules find violations. */
class LayersCheckTest extends LayersCheck {

  private static final String STORING = "de.lokalwillkommen.core.offices";

  LayersCheckTest() {
    super("de.lokalwillkommen.web");
  }

  @Test
  void storingIsDetected() {
    assertThat(noEntitiesIn(STORING).evaluate(classesOf(STORING)).hasViolation()).isTrue();
    assertThat(noEntityManagerIn(STORING).evaluate(classesOf(STORING)).hasViolation()).isTrue();
  }

  @Test
  void usingInternalTypesOfTheCoreIsDetected() {
    assertThat(ofTheCoreUsedIn("de.lokalwillkommen.core.letters"))
        .contains(Appointments.class)
        .anyMatch(LayersCheck::isOffered);
    assertThat(isOffered(Appointments.class)).isFalse();
    assertThat(isOffered(Appointment.class)).isFalse();
    assertThat(isOffered(DomainEvents.class)).isFalse();
    assertThat(isOffered(Arrangement.class)).as("an interface of records").isTrue();
  }
}
