package de.lokalwillkommen.core.ticketing;

import static org.assertj.core.api.Assertions.assertThat;

import de.lokalwillkommen.core.booking.Contact;
import de.lokalwillkommen.core.booking.Slot;
import de.lokalwillkommen.core.kernel.HostLocales;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Numbers, codes and addresses do not depend on the locale of the host. */
class ForeignHostTest {

  static List<String> hosts() {
    return HostLocales.tags();
  }

  @ParameterizedTest
  @MethodSource("hosts")
  void aTicketNumberHasOurDigits(String host) {
    assertThat(HostLocales.on(host, () -> new TicketNumber(Series.A, 26).toString()))
        .isEqualTo("A026");
  }

  @ParameterizedTest
  @MethodSource("hosts")
  void aSlotHasOurDigits(String host) {
    Slot.Id slot = new Slot.Id("hoerde", Instant.parse("2026-11-23T09:05:00Z"));
    assertThat(HostLocales.on(host, slot::toString)).isEqualTo("hoerde_20261123T0905Z");
    assertThat(HostLocales.on(host, () -> Slot.Id.find(slot.toString()))).contains(slot);
  }

  @ParameterizedTest
  @MethodSource("hosts")
  void anAddressHasOurSmallLetters(String host) {
    assertThat(HostLocales.on(host, () -> new Contact("INFO@EXAMPLE.ORG").mail()))
        .isEqualTo("info@example.org");
  }
}
