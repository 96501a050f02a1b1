package de.lokalwillkommen.core.booking;

import static de.lokalwillkommen.core.kernel.Refusals.refusalOf;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import de.lokalwillkommen.core.kernel.Refusal.Kind;
import de.lokalwillkommen.core.kernel.Refused;
import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Every address that is accepted can receive a letter. */
class ContactTest {

  @ParameterizedTest
  @CsvSource({
    "a@example.org, a@example.org",
    "' Anna.Beispiel@Example.ORG ', anna.beispiel@example.org",
    "a+termin@mail.example.org, a+termin@mail.example.org",
    "o'hara@example.org, o'hara@example.org",
    "post@bücher.example, post@xn--bcher-kva.example",
    "post@straße.example, post@xn--strae-oqa.example",
    "post@بريد.مثال, post@xn--ngbof4h.xn--mgbh0fb",
    "a@xn--bcher-kva.example, a@xn--bcher-kva.example",
    "a@example.xn--p1ai, a@example.xn--p1ai",
    "\u200fa@example.org\u200f, a@example.org",
    "\u202aa@example.org\u202c, a@example.org",
    "a\u200b@exam\u00adple.org\ufeff, a@example.org",
    "\u00a0a@example.org\u3000, a@example.org",
    "ahmad٩٢@example.org, ahmad92@example.org",
    "ahmad۹۲@example.org, ahmad92@example.org",
    "ａ＠ｅｘａｍｐｌｅ．ｏｒｇ, a@example.org",
    "a@example。org, a@example.org",
  })
  void isKeptAsTheMailServersTakeIt(String typed, String kept) throws AddressException {
    Contact contact = new Contact(typed);

    assertThat(contact.mail()).isEqualTo(kept);
    assertThat(StandardCharsets.US_ASCII.newEncoder().canEncode(contact.mail())).isTrue();
    new InternetAddress(contact.mail(), true).validate();
    assertThat(Contact.find(contact.mail())).contains(contact);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "a",
        "@example.org",
        "a@",
        "a@example",
        "a@b@example.org",
        "a b@example.org",
        "a@exam ple.org",
        "müller@example.org",
        "أحمد@example.org",
        ".a@example.org",
        "a.@example.org",
        "a..b@example.org",
        "a@example..org",
        "a@-example.org",
        "a@example-.org",
        "a@.example.org",
        "a@example.org.",
        "a@[127.0.0.1]",
        "a@127.0.0.1",
        "a@exa_mple.org",
        "\"a\"@example.org",
        "<a@example.org>",
        "a@example.org, b@example.org",
        "a@example.org\r\nBcc: b@example.org",
        "a(comment)@example.org",
        "a@xn--zzzzzz-.example",
        "\u202e\u202c",
      })
  void anAddressThatNoLetterCanReachIsRefused(String typed) {
    assertThatThrownBy(() -> new Contact(typed)).isInstanceOf(Refused.class);
    assertThat(Contact.find(typed)).isEmpty();
  }

  @Test
  void itIsNoLongerThanAnAddressMayBe() {
    String name = "a".repeat(64);
    assertThat(new Contact(name + "@example.org").mail()).hasSize(76);
    assertThatThrownBy(() -> new Contact(name + "a@example.org")).isInstanceOf(Refused.class);
    assertThatThrownBy(() -> new Contact("a@" + "b".repeat(64) + ".org"))
        .isInstanceOf(Refused.class);
    assertThatThrownBy(() -> new Contact("a@" + "b.".repeat(126) + "org"))
        .isInstanceOf(Refused.class);
  }

  @Test
  void aDomainOfManyOtherLettersIsRefusedBeforeItIsConverted() {
    String typed = "a@" + "ü".repeat(1001) + ".de";

    assertThat(refusalOf(() -> new Contact(typed)).kind()).isEqualTo(Kind.INVALID);
    assertThat(Contact.find(typed)).isEmpty();
  }

  @Test
  void theLongestAddressIsKeptAndOneLetterMoreIsRefused() {
    String host = "." + "b".repeat(63) + "." + "c".repeat(57) + ".org";
    Contact longest = new Contact("a".repeat(64) + "@" + "d".repeat(63) + host);

    assertThat(longest.mail()).hasSize(254);
    assertThat(Contact.find(longest.mail())).contains(longest);
    assertThatThrownBy(
            () ->
                new Contact("a".repeat(64) + "@" + "d".repeat(63) + host.replace(".org", "c.org")))
        .isInstanceOf(Refused.class);
  }
}
