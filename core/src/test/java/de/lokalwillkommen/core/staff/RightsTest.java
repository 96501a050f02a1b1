package de.lokalwillkommen.core.staff;

import static org.assertj.core.api.Assertions.assertThat;

import de.lokalwillkommen.core.DrawnPart;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class RightsTest {

  private static final DrawnPart DOCUMENT =
      new DrawnPart(Path.of("../docs/rights.md"), "RightsTest", "rights.draw");
  private static final Path RIGHTS =
      Path.of("src/main/java/de/lokalwillkommen/core/staff/Right.java");
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

  /** With {@code -Drights.draw=true} this writes the table of the document anew. */
  @Test
  void theDocumentShowsTheTable() throws IOException {
    DOCUMENT.isDrawnAs(table());
  }

  private static String table() throws IOException {
    StringBuilder table = new StringBuilder("| right |");
    Arrays.stream(Role.values()).forEach(role -> table.append(" " + inWords(role.name()) + " |"));
    table.append("\n|---|" + "---|".repeat(Role.values().length) + "\n");
    String source = Files.readString(RIGHTS);
    var purposes =
        CONSTANT
            .matcher(source)
            .results()
            .collect(
                Collectors.toMap(
                    m -> m.group(2), m -> m.group(1).replaceAll("\\s*\\n\\s*\\* ", " ")));
    for (Right right : Right.values()) {
      assertThat(purposes).containsKey(right.name());
      table.append("| `" + right + "` " + purposes.get(right.name()) + " |");
      for (Role role : Role.values()) {
        String where =
            switch (Rights.reach(role, right)) {
              case NONE -> "–";
              case WORKPLACE -> "own office";
              case ALL -> "all";
            };
        table.append(" " + where + " |");
      }
      table.append("\n");
    }
    return table.toString();
  }

  private static String inWords(String constant) {
    return constant.toLowerCase(Locale.ROOT).replace('_', ' ');
  }
}
