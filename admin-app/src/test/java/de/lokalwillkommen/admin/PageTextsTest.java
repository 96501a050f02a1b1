package de.lokalwillkommen.admin;

import static org.assertj.core.api.Assertions.assertThat;

import de.lokalwillkommen.admin.console.ConsolePage;
import de.lokalwillkommen.admin.console.CorrectionPage;
import de.lokalwillkommen.admin.console.TransferForm;
import de.lokalwillkommen.admin.console.UrgencyForm;
import de.lokalwillkommen.admin.daylist.DayListPage;
import de.lokalwillkommen.admin.security.Section;
import de.lokalwillkommen.core.booking.AppointmentStatus;
import de.lokalwillkommen.core.calling.LineView;
import de.lokalwillkommen.core.staff.Presence;
import de.lokalwillkommen.core.ticketing.Actor;
import de.lokalwillkommen.core.ticketing.Referral;
import de.lokalwillkommen.core.ticketing.TicketAction;
import de.lokalwillkommen.core.ticketing.TicketStatus;
import de.lokalwillkommen.web.text.PageTextsCheck;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class PageTextsTest extends PageTextsCheck {

  private static final Path CODE = Path.of("src/main/java/de/lokalwillkommen/admin");
  private static final Pattern COMMAND = Pattern.compile("<lw:command\\s+command=\"([^\"]+)\"");
  private static final Pattern EMPTY = Pattern.compile("<lw:empty\\s+name=\"([^\"]+)\"");
  private static final Pattern FEEDBACK = Pattern.compile("done(?:ForGood)?\\(\\s*\"([^\"]+)\"");
  private static final Pattern NEWS = Pattern.compile("tell\\(\\s*\"([^\"]+)\"[,)]");

  PageTextsTest() {
    super("admin");
  }

  @Test
  void everyCommandAndEveryEmptyTableHasAText() {
    assertThat(found(COMMAND, PAGES, ".xhtml"))
        .isNotEmpty()
        .allMatch(command -> texts.has("do." + command));
    assertThat(found(EMPTY, PAGES, ".xhtml"))
        .isNotEmpty()
        .allMatch(name -> texts.has("empty." + name) && texts.has("empty." + name + ".hint"));
  }

  @Test
  void everyActionHasAText() {
    assertThat(found(FEEDBACK, CODE, ".java"))
        .isNotEmpty()
        .allMatch(action -> texts.has("feedback." + action));
    assertThat(found(NEWS, CODE, ".java")).isNotEmpty().allMatch(texts::has);
  }

  @Test
  void everyConstantHasAText() {
    for (TicketStatus status : TicketStatus.values()) {
      assertThat(texts.has("status." + status)).as("status." + status).isTrue();
    }
    assertThat(TicketAction.values()).allMatch(action -> texts.has("number.act." + action));
    assertThat(Actor.values()).allMatch(actor -> texts.has("number.actor." + actor));
    for (Presence presence : Presence.values()) {
      assertThat(texts.has("presence." + presence)).as("presence." + presence).isTrue();
      assertThat(texts.has("feedback.presence." + presence))
          .as("feedback.presence." + presence)
          .isTrue();
    }
    assertThat(Section.values()).allMatch(section -> texts.has("section." + section));
    assertThat(AppointmentStatus.values()).allMatch(status -> texts.has("appointment." + status));
    assertThat(new UrgencyForm() {}.getUsual())
        .allMatch(usual -> texts.has("urgent.usual." + usual));
    assertThat(LineView.Light.values()).allMatch(light -> texts.has("light." + light));
    assertThat(Referral.values()).allMatch(referral -> texts.has("referral." + referral));
    assertThat(TransferForm.DestinationKind.values())
        .allMatch(way -> texts.has("transfer.way." + way));
    assertThat(
            List.of(
                "longest",
                "waits",
                "needs",
                "handedOn",
                "from",
                "urgent",
                "appointment.onTime",
                "appointment.bitLate",
                "appointment.late",
                "both"))
        .allMatch(why -> texts.has("why." + why));
    assertThat(List.of("403", "404", "500"))
        .allMatch(status -> texts.has("problem.page." + status));
  }

  @Test
  void everyCommandOfAPageIsAMethod() {
    assertThat(new ConsolePage() {}.getCommands())
        .isSubsetOf(
            Arrays.stream(ConsolePage.class.getDeclaredMethods()).map(m -> m.getName()).toList());
    assertThat(new CorrectionPage() {}.getCommands())
        .allSatisfy(command -> assertThat(CorrectionPage.class.getMethod(command)).isNotNull());
    assertThat(new DayListPage() {}.getCommands())
        .isSubsetOf(
            Arrays.stream(DayListPage.class.getDeclaredMethods()).map(m -> m.getName()).toList());
  }
}
