package de.lokalwillkommen.kiosk.page;

import static org.assertj.core.api.Assertions.assertThat;

import de.lokalwillkommen.kiosk.gate.KioskGate;
import de.lokalwillkommen.web.page.PublicAddress;
import de.lokalwillkommen.web.page.QrCode;
import de.lokalwillkommen.web.text.Language;
import de.lokalwillkommen.web.text.PageTexts;
import de.lokalwillkommen.web.text.Texts;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class PageStateTest {

  private static final Address BOOK = Address.book("hoerde");
  private static final Texts TEXTS = Texts.of("kiosk");

  @Test
  void anotherLanguageKeepsTheStep() {
    PageState here = at(BOOK, Map.of("topic", "work", "day", "2026-11-24", "view", "large,reach"));

    assertThat(here.inLanguage(TEXTS.language("ar")))
        .isEqualTo("/kiosk/hoerde/book?lang=ar&view=large,reach&topic=work&day=2026-11-24");
  }

  @Test
  void oneStepMoreReplacesWhatWasChosenBefore() {
    PageState here = at(BOOK, Map.of("topic", "work", "day", "2026-11-24", "lang", "en"));

    assertThat(here.going("day", "2026-12-01"))
        .isEqualTo("/kiosk/hoerde/book?lang=en&topic=work&day=2026-12-01");
  }

  @Test
  void parametersOfOtherPagesAreDropped() {
    PageState here = at(Address.home("hoerde"), Map.of("topic", "work", "refused", "slot.taken"));

    assertThat(here.getAddress()).isEqualTo("/kiosk/hoerde");
  }

  @Test
  void theStateOfAnAddressStaysThere() {
    PageState here = at(BOOK, Map.of("topic", "a&lang=ar#b"));

    assertThat(here.getAddress()).isEqualTo("/kiosk/hoerde/book?topic=a%26lang%3Dar%23b");
  }

  @Test
  void untypableTextIsNoStep() {
    assertThat(at(BOOK, Map.of("topic", "work\0")).getStep("topic")).isEmpty();
    assertThat(at(BOOK, Map.of("topic", "x".repeat(65))).getStep("topic")).isEmpty();
    assertThat(at(BOOK, Map.of("topic", " work ")).getStep("topic")).isEqualTo("work");
  }

  @Test
  void aPhonePageAlwaysNamesItsLanguage() {
    assertThat(at(Address.appointment("ABCD2345"), Map.of()).getAddress())
        .isEqualTo("/kiosk/a/ABCD2345?lang=de");
  }

  @Test
  void anythingButTheStartOfAVisitIsResetWhenIdle() {
    assertThat(at(Address.home("hoerde"), Map.of()).isUntouched()).isTrue();
    assertThat(at(Address.home("hoerde"), Map.of("lang", "ar")).isUntouched()).isFalse();
    assertThat(at(BOOK, Map.of()).isUntouched()).isFalse();
  }

  @Test
  void bookingIsForKiosksAndForPhones() {
    assertThat(at(BOOK, Map.of()).isOnPhone()).isFalse();
    assertThat(at(BOOK, Map.of("on", "phone")).isOnPhone()).isTrue();
    assertThat(elsewhere(BOOK).isOnPhone()).isTrue();
    assertThat(elsewhere(Address.home("hoerde")).isOnPhone()).isFalse();
  }

  @Test
  void aQrCodeLeadsAPhoneToThePublicAddress() {
    assertThat(at(BOOK, Map.of()).qrCodeOf(Address.appointment("ABCD2345")))
        .isEqualTo(QrCode.of("https://kiosk.example/kiosk/a/ABCD2345"));
  }

  @Test
  void onlyAKnownReasonIsShown() {
    assertThat(at(BOOK, Map.of("refused", "slot.taken")).getRefusal())
        .isEqualTo("refusal.slot.taken");
    assertThat(at(BOOK, Map.of("refused", "<b>")).getRefusal()).isEmpty();
    assertThat(at(BOOK, Map.of()).getRefusal()).isEmpty();
  }

  @Test
  void aReasonIsNeverASentenceWithAGap() {
    List<String> keys =
        TEXTS.patterns(TEXTS.language(Texts.FIRST)).keySet().stream()
            .filter(key -> key.startsWith("refusal."))
            .toList();
    assertThat(keys).contains("refusal.waitlist.tooFar");
    for (Language language : TEXTS.languages()) {
      for (String key : keys) {
        String shown =
            at(BOOK, Map.of("refused", key.substring("refusal.".length()), "lang", language.tag()))
                .getRefusal();
        assertThat(TEXTS.get(language, shown)).as(language.tag() + key).doesNotContain("{", "}");
      }
    }
    assertThat(at(BOOK, Map.of("refused", "waitlist.tooFar")).getRefusal())
        .isEqualTo("refusal.request.notNow");
  }

  private static PageState at(Address address, Map<String, String> parameters) {
    return here(VisitorRequest.get(address, parameters), true);
  }

  private static PageState elsewhere(Address address) {
    return here(VisitorRequest.get(address, Map.of()), false);
  }

  private static PageState here(HttpServletRequest request, boolean kiosk) {
    return new PageState(
        request,
        new PageTexts(TEXTS, request),
        new KioskGate() {
          @Override
          public boolean isKiosk() {
            return kiosk;
          }
        },
        new PublicAddress(Optional.of(URI.create("https://kiosk.example"))));
  }
}
