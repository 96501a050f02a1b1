package de.lokalwillkommen.kiosk;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AddressTest {

  @Test
  void everyPageHasOneAddress() {
    assertThat(Address.of("/")).contains(new Address(Address.View.OFFICES, "", ""));
    assertThat(Address.of("/innenstadt-west")).contains(Address.home("innenstadt-west"));
    assertThat(Address.of("/hoerde/")).contains(Address.home("hoerde"));
    assertThat(Address.of("/hoerde/ticket/aB_-9")).contains(Address.ticket("hoerde", "aB_-9"));
    assertThat(Address.of("/t/aB_-9")).contains(Address.phone("aB_-9"));
  }

  @Test
  void anAddressLeadsBackToItsPage() {
    assertThat(Address.of(Address.ticket("hoerde", "x").path()))
        .contains(Address.ticket("hoerde", "x"));
    assertThat(Address.of(Address.phone("x").path())).contains(Address.phone("x"));
    assertThat(Address.of(Address.home("eving").path())).contains(Address.home("eving"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "/Hoerde",
        "/pages/home.xhtml",
        "/home.xhtml",
        "/../hoerde",
        "/hoerde/ticket/",
        "/hoerde/ticket/a.b",
        "/hoerde/ticket/a/b",
        "/hoerde;x=y",
        "/-hoerde"
      })
  void whatIsNoPageLeadsNowhere(String path) {
    assertThat(Address.of(path)).isEmpty();
  }
}
