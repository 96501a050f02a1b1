package de.lokalwillkommen.admin.texts;

import static org.assertj.core.api.Assertions.assertThat;

import de.lokalwillkommen.core.offices.OfficeDirectory;
import de.lokalwillkommen.core.offices.OfficeFixture;
import de.lokalwillkommen.core.offices.OfficeProfile;
import de.lokalwillkommen.web.text.VisitorTexts;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ScreensTest {

  private static final Set<String> KEYS = new VisitorTexts().patterns("de").keySet();
  private static final OfficeProfile HOERDE =
      new OfficeDirectory(OfficeFixture.offices(OfficeFixture.hoerde())).get("hoerde");

  private static String screen(String key) {
    return Screens.find(key, HOERDE, "ar").orElse("none");
  }

  @Test
  void everyTextHasAScreenOrAReasonWhyNot() {
    assertThat(KEYS)
        .filteredOn(key -> TextWithoutScreen.find(key).isEmpty())
        .hasSizeGreaterThan(300)
        .allSatisfy(key -> assertThat(screen(key)).as(key).startsWith("/").contains("lang=ar"));
  }

  @Test
  void everyReasonConcernsATextThatIsThere() {
    List<String> starts =
        Stream.of(TextWithoutScreen.values()).flatMap(why -> why.starts().stream()).toList();

    assertThat(starts)
        .allSatisfy(start -> assertThat(KEYS).as(start).anyMatch(key -> key.startsWith(start)));
    assertThat(TextWithoutScreen.values())
        .allSatisfy(why -> assertThat(KEYS).as("" + why).anyMatch(why::concerns));
  }

  @ParameterizedTest
  @CsvSource({
    "kiosk/shut.office.full, /kiosk/sample-inventedentrance-full?lang=ar",
    "kiosk/shut.office.closed, /kiosk/sample-inventedentrance-closed?lang=ar",
    "kiosk/shut.opens, /kiosk/sample-inventedentrance-closed?lang=ar",
    "kiosk/shut.stopped.FAULT, /kiosk/sample-stopreason-fault?lang=ar",
    "web/announcement.NO_LIFT, /kiosk/sample-kind-no-lift?lang=ar",
    "web/notice.rights, /kiosk/hoerde/about?lang=ar",
    "kiosk/wait.end.LEFT, /kiosk/w/44444444?lang=ar",
    "kiosk/wait.text, /kiosk/w/22222222?lang=ar",
    "kiosk/offer.take, /kiosk/o/sample-offer-OPEN?lang=ar",
    "kiosk/offer.LAPSED, /kiosk/o/sample-offer-LAPSED?lang=ar",
    "kiosk/answer.early.text, /kiosk/hoerde/check-in/33333333?lang=ar",
    "kiosk/answer.now, /kiosk/hoerde/check-in/22222222?lang=ar",
    "kiosk/wait.OFFERED, /kiosk/hoerde/check-in/CCCCCCCC?lang=ar",
    "kiosk/sorry.404, /kiosk/hoerde/none?lang=ar",
    "kiosk/sorry.410, /kiosk/t/sample-GONE?lang=ar",
    "kiosk/sorry.404.code, /kiosk/a/ZZZZZZZZ?lang=ar",
    "kiosk/book.topic, /kiosk/hoerde/book?lang=ar",
    "kiosk/book.next, /kiosk/hoerde/book?topic=housing&day=sample-SOME&lang=ar",
    "kiosk/book.none.text, /kiosk/hoerde/book?topic=housing&day=sample-NONE&lang=ar",
    "kiosk/call.answered, /kiosk/t/sample-COMING?lang=ar",
    "web/estimate.brief.over, /kiosk/hoerde/ticket/sample-LONG_WAIT?lang=ar",
    "web/refusal.slot.taken, /kiosk/hoerde/book?topic=housing&refused=slot.taken&lang=ar",
    "web/refusal.office.closed, none",
    "admin/letter.at, /admin/letter-sample?key=at&lang=ar"
  })
  void aTextIsShownOnItsVeryPage(String key, String screen) {
    assertThat(screen(key)).isEqualTo(screen);
  }
}
