package de.lokalwillkommen.kiosk.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class AddressTest {

  @Test
  void everyPageHasOneAddress() {
    assertThat(Address.of("/")).contains(new Address(Address.View.OFFICES, "", ""));
    assertThat(Address.of("/innenstadt-west")).contains(Address.home("innenstadt-west"));
    assertThat(Address.of("/hoerde/")).contains(Address.home("hoerde"));
    assertThat(Address.of("/hoerde/ticket/aB_-9")).contains(Address.ticket("hoerde", "aB_-9"));
    assertThat(Address.of("/t/aB_-9")).contains(Address.phone("aB_-9"));
    assertThat(Address.of("/hoerde/book")).contains(Address.book("hoerde"));
    assertThat(Address.of("/hoerde/check-in")).contains(Address.checkIn("hoerde"));
    assertThat(Address.of("/o/book")).contains(Address.book("o"));
    assertThat(Address.of("/a/abcd-2345")).contains(Address.appointment("abcd-2345"));
  }

  @ParameterizedTest
  @EnumSource(Address.View.class)
  void everyPageLeadsBackToItself(Address.View view) {
    Address address =
        switch (view) {
          case OFFICES -> new Address(view, "", "");
          case HOME, ABOUT, BOOK, CHECK_IN -> new Address(view, "innenstadt-west", "");
          case TICKET -> new Address(view, "hoerde", "aB_-9");
          case PHONE -> new Address(view, "", "aB_-9");
          case CONFIRM, BOOKED, ANSWER -> new Address(view, "hoerde", "ABCD2345");
          case APPOINTMENT, WAITLIST -> new Address(view, "", "ABCD2345");
          case OFFER -> new Address(view, "", "aB_-9aB_-9aB_-9aB_-9");
        };

    assertThat(Address.of(address.path())).contains(address);
    assertThat(Path.of("src/main/webapp" + view.path())).exists();
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
        "/hoerde/book/ABC",
        "/hoerde/appointment/",
        "/a/ABCD-2345-",
        "/o/short",
        "/-hoerde"
      })
  void otherPathsAreNoPages(String path) {
    assertThat(Address.of(path)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "/a, APPOINTMENT",
    "/a/, APPOINTMENT",
    "/a/7K2, APPOINTMENT",
    "/a/7K2M-9XQ, APPOINTMENT",
    "/a/7K2M-9XQ4..., APPOINTMENT",
    "/w/7K2M, WAITLIST",
    "/o/short, OFFER",
    "/t/, PHONE",
    "/t/a b, PHONE"
  })
  void aLinkThatWasCutOffIsKnownForWhatItIs(String path, Address.View view) {
    assertThat(Address.of(path)).isEmpty();
    assertThat(Address.ofBrokenLink(path)).contains(new Address(view, "", ""));
  }

  @Test
  void otherPathsAreNoBrokenLinks() {
    assertThat(Address.ofBrokenLink("/hoerde/nowhere")).isEmpty();
    assertThat(Address.ofBrokenLink("/apartment")).isEmpty();
  }
}
