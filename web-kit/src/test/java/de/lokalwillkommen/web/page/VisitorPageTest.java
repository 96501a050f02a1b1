package de.lokalwillkommen.web.page;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class VisitorPageTest {

  /** The addresses are in letters and on paper. */
  @Test
  void theAddressesNeverChange() {
    assertThat(VisitorPage.ticket("x").onServer()).isEqualTo("/kiosk/t/x");
    assertThat(VisitorPage.appointment("ABCD2345").onServer()).isEqualTo("/kiosk/a/ABCD2345");
    assertThat(VisitorPage.waitlist("ABCD2345").onServer()).isEqualTo("/kiosk/w/ABCD2345");
    assertThat(VisitorPage.offer("x").onServer()).isEqualTo("/kiosk/o/x");
    assertThat(VisitorPage.cancelling("/kiosk/a/ABCD2345"))
        .isEqualTo("/kiosk/a/ABCD2345?step=cancel");
  }
}
