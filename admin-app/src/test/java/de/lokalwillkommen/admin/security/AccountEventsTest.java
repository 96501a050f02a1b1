package de.lokalwillkommen.admin.security;

import static org.assertj.core.api.Assertions.assertThat;

import de.lokalwillkommen.core.kernel.Author;
import de.lokalwillkommen.core.kernel.Changed;
import de.lokalwillkommen.core.people.PersonAction;
import de.lokalwillkommen.core.staff.Role;
import de.lokalwillkommen.core.staff.SignedIn;
import de.lokalwillkommen.web.security.RecordedSecurityLog;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class AccountEventsTest {

  private static final SignedIn ADMIN =
      new SignedIn(
          9, "ines", "Ines", Set.of(Role.ADMIN), Optional.empty(), Optional.empty(), "csrf");

  private final RecordedSecurityLog log = new RecordedSecurityLog();
  private final AccountEvents events = new AccountEvents(log, new FormRequest(ADMIN).request());

  private void hear(Author author, String kind, String action) {
    events.hear(new Changed("hoerde", author, kind, "P12", action, "", "", Instant.EPOCH));
  }

  @Test
  void whatPeopleDoToAccountsIsLogged() {
    for (PersonAction action : PersonAction.values()) {
      hear(ADMIN.asAuthor(), "person", action.name());
    }

    assertThat(log.lines())
        .containsExactly(
            "ACCOUNT_CREATED ines invite",
            "ACCOUNT_CHANGED ines change",
            "ACCOUNT_CLOSED ines leave",
            "ACCOUNT_CHANGED ines return",
            "ACCOUNT_CHANGED ines reset",
            "ACCOUNT_CHANGED ines sign_out");
  }

  @Test
  void otherChangesAndThoseOfTheSystemAreNot() {
    hear(ADMIN.asAuthor(), "office", "CHANGE");
    hear(Author.SYSTEM, "person", "CHANGE");

    assertThat(log.lines()).isEmpty();
  }
}
