package de.lokalwillkommen.admin.availability;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import de.lokalwillkommen.core.availability.AvailabilityAction;
import de.lokalwillkommen.core.kernel.Refused;
import java.io.IOException;
import org.junit.jupiter.api.Test;

class TermsFormTest {

  private final AvailabilityDesk desk = new AvailabilityDesk();

  private AvailabilityDesk.Request request(String... fields) {
    AvailabilityDesk.Request request = desk.new Request(desk.lead, fields);
    request.terms.enter();
    return request;
  }

  @Test
  void theCurrentTermsAreShown() {
    TermsForm terms = request().terms;

    assertThat(terms.getEarlyMinutes()).isEqualTo("60");
    assertThat(terms.getBookingDays()).isEqualTo("28");
    assertThat(terms.getLateShareHours()).isEqualTo("48");
    assertThat(terms.isBooksOutside()).isTrue();
    assertThat(terms.getHoldsLimit()).isEqualTo("20");
    assertThat(terms.getTopics())
        .containsExactly(
            new TermsForm.TopicSlots("slots-housing", "topic.housing", 30, ""),
            new TermsForm.TopicSlots("slots-letters", "topic.letters", 20, ""));
  }

  @Test
  void newTermsApplyAndAreInTheHistory() throws IOException {
    AvailabilityDesk.Request request = request("slots-housing", "2");
    request.terms.setLateShareHours("0");
    request.terms.setHoldsLimit(" ");
    request.terms.setBooksOutside(false);
    request.terms.save();

    assertThat(request.ledTo).contains("show=terms&done=arranged");
    TermsForm now = request().terms;
    assertThat(now.getLateShareHours()).isEqualTo("0");
    assertThat(now.getHoldsLimit()).isEmpty();
    assertThat(now.isBooksOutside()).isFalse();
    assertThat(now.getTopics()).extracting(TermsForm.TopicSlots::count).containsExactly("2", "");
    AvailabilityPage.Entry entry = request().page.getHistory().get(0);
    assertThat(entry.action()).isEqualTo(AvailabilityAction.TERMS);
    assertThat(entry.before()).contains("kurzfristig: 48 Stunden vorher");
    assertThat(entry.after())
        .contains("kurzfristig: am selben Tag", "nur im Büro", ": 2 Zeitfenster");
  }

  @Test
  void invalidNumbersAreRefusedAndStayInTheForm() {
    AvailabilityDesk.Request request = request("slots-housing", "two");
    assertThatThrownBy(request.terms::save)
        .isInstanceOfSatisfying(
            Refused.class,
            refused -> assertThat(refused.refusal().facts()).containsEntry("field", "slots"));
    assertThat(request.terms.getTopics().get(0).count()).isEqualTo("two");
  }
}
