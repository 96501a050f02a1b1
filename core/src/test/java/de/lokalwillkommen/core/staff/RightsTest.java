package de.lokalwillkommen.core.staff;

import static org.assertj.core.api.Assertions.assertThat;

import de.lokalwillkommen.core.DrawnPart;
import de.lokalwillkommen.core.devices.Client;
import de.lokalwillkommen.core.devices.ClientRight;
import de.lokalwillkommen.core.devices.ClientRights;
import de.lokalwillkommen.core.devices.DeviceRole;
import de.lokalwillkommen.core.devices.KnownDevice;
import de.lokalwillkommen.core.staff.Rights.Reach;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class RightsTest {

  private static final DrawnPart DOCUMENT =
      new DrawnPart(Path.of("../docs/rights.md"), "RightsTest", "rights.draw");
  private static final Path RIGHTS =
      Path.of("src/main/java/de/lokalwillkommen/core/staff/Right.java");
  private static final Path CLIENT_RIGHTS =
      Path.of("src/main/java/de/lokalwillkommen/core/devices/ClientRight.java");
  private static final Pattern CONSTANT =
      Pattern.compile("/\\*\\*\\s+(?:\\* )?([^/]*?)\\s+\\*/\\s+([A-Z_]+)[,;\\s]");

  private static SignedIn in(String office, Role... roles) {
    return new SignedIn(
        1, "person", "Person", Set.of(roles), Optional.of(office), Optional.empty(), "csrf");
  }

  @Test
  void anOfficeLeadArrangesTheOwnOfficeOnly() {
    SignedIn lead = in("hoerde", Role.OFFICE_LEAD);

    assertThat(lead.may(Right.ARRANGE_AVAILABILITY)).isTrue();
    assertThat(lead.may(Right.ARRANGE_AVAILABILITY, "hoerde")).isTrue();
    assertThat(lead.may(Right.ARRANGE_AVAILABILITY, "eving")).isFalse();
    assertThat(lead.mayEverywhere(Right.ARRANGE_AVAILABILITY)).isFalse();
  }

  @Test
  void anAdministratorArrangesEveryOfficeAndServesWhereSignedIn() {
    SignedIn admin = in("hoerde", Role.ADMIN);

    assertThat(admin.may(Right.ARRANGE_AVAILABILITY, "eving")).isTrue();
    assertThat(admin.mayEverywhere(Right.ARRANGE_AVAILABILITY)).isTrue();
    assertThat(admin.worksIn("hoerde")).isTrue();
    assertThat(admin.worksIn("eving")).isFalse();
  }

  @Test
  void aRoleThatIsNotNamedInARowHasNoRight() {
    assertThat(in("hoerde", Role.AUDITOR).may(Right.SERVE_VISITORS)).isFalse();
    assertThat(in("hoerde").may(Right.SERVE_VISITORS)).isFalse();
  }

  @Test
  void oneOfSeveralRolesIsEnough() {
    SignedIn both = in("hoerde", Role.COUNSELLOR, Role.COORDINATION);

    assertThat(both.worksIn("hoerde")).isTrue();
    assertThat(both.may(Right.READ_LEAD_TIMES, "eving")).isTrue();
  }

  @ParameterizedTest
  @EnumSource(Role.class)
  void thePeopleOfAnotherOrganisationAreManagedByThoseWhoseRightReachesThem(Role role) {
    Manager manager = new Manager(in("hoerde", role), Optional.of("city"), false);
    Reach reach = Rights.reach(role, Right.MANAGE_PEOPLE);

    assertThat(manages(manager, "hoerde", Optional.of("city"))).isEqualTo(reach != Reach.NONE);
    assertThat(manages(manager, "hoerde", Optional.empty())).isEqualTo(reach != Reach.NONE);
    assertThat(manages(manager, "hoerde", Optional.of("caritas")))
        .isEqualTo(reach == Reach.WORKPLACE || reach == Reach.ALL);
    assertThat(manages(manager, "eving", Optional.of("city"))).isEqualTo(reach == Reach.ALL);
  }

  private static boolean manages(Manager manager, String office, Optional<String> organisation) {
    return manager.manages(Optional.of(office), Set.of(Role.COUNSELLOR), organisation);
  }

  @Test
  void aLeadWhoIsAnAdministratorTooManagesThePeopleOfEveryOrganisation() {
    SignedIn both = in("hoerde", Role.OFFICE_LEAD, Role.ADMIN);

    assertThat(manages(new Manager(both, Optional.of("city"), false), "eving", Optional.of("awo")))
        .isTrue();
  }

  @Test
  void aDeviceDoesWhatItIsForInItsOwnOfficeOnly() {
    for (DeviceRole role : DeviceRole.values()) {
      KnownDevice device = new KnownDevice(1, "hoerde", role);
      for (ClientRight right : ClientRight.values()) {
        ClientRights.Reach reach = ClientRights.reach(Client.of(role), right);
        assertThat(device.may(right)).isEqualTo(reach != ClientRights.Reach.NONE);
        assertThat(device.may(right, "hoerde")).isEqualTo(reach != ClientRights.Reach.NONE);
        assertThat(device.may(right, "eving")).isEqualTo(reach == ClientRights.Reach.ALL);
      }
    }
  }

  /** With {@code -Drights.draw=true} this writes the tables of the document anew. */
  @Test
  void theDocumentShowsTheTables() throws IOException {
    DOCUMENT.isDrawnAs(
        "## Staff\n\n"
            + table(RIGHTS, Right.values(), Role.values(), RightsTest::where)
            + "\n## Kiosk, display and visitors\n\n"
            + table(CLIENT_RIGHTS, ClientRight.values(), Client.values(), RightsTest::what));
  }

  private static String where(Right right, Role role) {
    return switch (Rights.reach(role, right)) {
      case NONE -> "–";
      case OWN_ORGANISATION -> "own office, own organisation";
      case WORKPLACE -> "own office";
      case ALL -> "all";
    };
  }

  private static String what(ClientRight right, Client client) {
    return switch (ClientRights.reach(client, right)) {
      case NONE -> "–";
      case OWN -> client == Client.VISITOR ? "own" : "own office";
      case ALL -> "all";
    };
  }

  private static <R extends Enum<R>, C extends Enum<C>> String table(
      Path source, R[] rights, C[] callers, BiFunction<R, C, String> reach) throws IOException {
    StringBuilder table = new StringBuilder("| right |");
    Arrays.stream(callers).forEach(caller -> table.append(" " + inWords(caller.name()) + " |"));
    table.append("\n|---|" + "---|".repeat(callers.length) + "\n");
    var purposes =
        CONSTANT
            .matcher(Files.readString(source))
            .results()
            .collect(
                Collectors.toMap(
                    m -> m.group(2), m -> m.group(1).replaceAll("\\s*\\n\\s*\\* ", " ")));
    for (R right : rights) {
      assertThat(purposes).containsKey(right.name());
      table.append("| `" + right + "` " + purposes.get(right.name()) + " |");
      for (C caller : callers) {
        table.append(" " + reach.apply(right, caller) + " |");
      }
      table.append("\n");
    }
    return table.toString();
  }

  private static String inWords(String constant) {
    return constant.toLowerCase(Locale.ROOT).replace('_', ' ');
  }
}
