package de.lokalwillkommen.core.staff;

import de.lokalwillkommen.core.kernel.Author;
import de.lokalwillkommen.core.kernel.Changed;
import de.lokalwillkommen.core.kernel.DomainEvents;
import de.lokalwillkommen.core.kernel.NotedState;
import de.lokalwillkommen.core.kernel.Refusal;
import de.lokalwillkommen.core.kernel.Refusal.Kind;
import de.lokalwillkommen.core.kernel.UseCase;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.Set;

/** The database work of setting up, in transactions of its own. Only {@link SettingUp} uses it. */
@UseCase
class BeginningSetup {

  private SetupCodes codes;
  private Staff staff;
  private DomainEvents events;
  private Clock clock;

  protected BeginningSetup() {}

  @Inject
  BeginningSetup(SetupCodes codes, Staff staff, DomainEvents events, Clock clock) {
    this.codes = codes;
    this.staff = staff;
    this.events = events;
    this.clock = clock;
  }

  public boolean isRight(SetupCode typed) {
    return codes.contains(typed);
  }

  /** Using the codes up comes first: it locks them, so that the second of two finds none. */
  public void create(SetupCode typed, SettingUp.FirstAdministrator person, PasswordHash password) {
    if (!codes.contains(typed) || codes.useUp() == 0) {
      throw Refusal.of(Kind.CONFLICT, "setup.over").asException();
    }
    Counsellor admin =
        new Counsellor(
            person.login(),
            person.displayName().strip(),
            null,
            null,
            Set.of(Role.ADMIN),
            new Skills(Set.of(), Set.of()),
            password);
    staff.add(admin);
    events.publish(
        new Changed(
            "",
            Author.SYSTEM,
            "person",
            "P" + admin.id(),
            "SET_UP",
            "",
            NotedState.version(1).with("roles", Set.of(Role.ADMIN.name())).toString(),
            clock.instant()));
  }
}
