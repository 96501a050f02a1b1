package de.lokalwillkommen.admin.history;

import static org.assertj.core.api.Assertions.assertThat;

import de.lokalwillkommen.admin.page.SpokenLanguages;
import de.lokalwillkommen.admin.security.FormRequest;
import de.lokalwillkommen.core.offices.OfficeDirectory;
import de.lokalwillkommen.core.offices.OfficeFixture;
import de.lokalwillkommen.core.people.ManagingPeople;
import de.lokalwillkommen.core.staff.Organisation;
import de.lokalwillkommen.core.staff.Role;
import de.lokalwillkommen.core.staff.SignedIn;
import de.lokalwillkommen.web.text.PageTexts;
import de.lokalwillkommen.web.text.Texts;
import jakarta.json.Json;
import java.io.StringReader;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** No code reaches a reader: neither true nor KIOSK nor the tag of a language. */
class ValuesInWordsTest {

  private static final Texts TEXTS = Texts.of("admin");

  private final SignedIn auditor =
      new SignedIn(1, "x", "X", Set.of(Role.AUDITOR), Optional.empty(), Optional.empty(), "csrf");
  private final ValuesInWords values = in("de");

  private ValuesInWords in(String language) {
    PageTexts texts =
        new PageTexts(TEXTS, new FormRequest(auditor).with("lang", language).request());
    texts.speak(language);
    return new ValuesInWords(
        new OfficeDirectory(OfficeFixture.offices(OfficeFixture.hoerde())),
        new ManagingPeople() {
          @Override
          public List<Organisation> listOrganisations() {
            return List.of(new Organisation("caritas", "Caritas"));
          }
        },
        new SpokenLanguages(TEXTS),
        texts);
  }

  private static String said(ValuesInWords values, String kind, String member, String json) {
    return values.say(
        kind, member, Json.createReader(new StringReader("[" + json + "]")).readArray().get(0));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "counter|retired|true|ja",
        "office|publishesEstimate|false|nein",
        "device|role|\"KIOSK\"|Kiosk: gibt Nummern aus",
        "device|office|\"hoerde\"|Hörde",
        "person|roles|[\"ADMIN\",\"AUDITOR\"]|Verwaltung, Prüfung",
        "person|status|\"LEFT\"|ausgeschieden",
        "person|organisation|\"caritas\"|Caritas",
        "person|languages|[\"ar\",\"uk\"]|Arabisch, Ukrainisch",
        "webhook|status|\"PAUSED\"|angehalten",
        "webhook|events|[\"ticket.issued\"]|Nummer gezogen",
        "visit|language|\"fa\"|Persisch (Farsi, Dari)",
        "visit|persons|3|3",
        "visit|referral|\"JOBCENTER\"|Jobcenter",
        "office|kioskLanguages|\"de, ar\"|Deutsch, Arabisch",
        "office|region|\"nw\"|Nordrhein-Westfalen",
        "office|closedFrom|\"2026-12-24\"|Do., 24. Dez. 2026",
        "office|name|\"Hörde Mitte\"|Hörde Mitte",
        "office|hours|[\"1 09:00-12:30\"]|Montag 09:00–12:30 Uhr",
        "officeday|stop|\"MANY_WAIT\"|Es warten schon so viele, wie heute beraten werden können",
        "officeday|announcement|\"NO_LIFT\"|Der Aufzug fährt nicht",
        "officeday|closesAt|\"15:30\"|15:30",
        "appointment|why|\"STAFF\"|Personal fehlt",
        "appointment|start|\"2026-11-30T10:30\"|30. Nov. 2026, 10:30",
        "availability|weekday|2|Dienstag",
        "availability|from|480|08:00",
        "availability|until|1440|24:00",
        "anything|whatever|\"A_NEWER_WORD\"|A_NEWER_WORD",
      })
  void valuesAreSaidInWords(String kind, String member, String json, String words) {
    assertThat(said(values, kind, member, json)).isEqualTo(words);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "counter|retired|true|yes",
        "visit|language|\"ar\"|Arabic",
        "availability|weekday|2|Tuesday",
        "office|hours|[\"1 09:00-12:30 /2 2026-11-02\"]"
            + "|Monday 09:00–12:30 (every 2 weeks, first in the week of Mon, Nov 2, 2026)",
      })
  void alsoInEnglish(String kind, String member, String json, String words) {
    assertThat(said(in("en"), kind, member, json)).isEqualTo(words);
  }

  @ParameterizedTest
  @CsvSource({"officeday, uk, Ukrainisch", "visit, language, Sprache", "x, newer, newer"})
  void membersHaveNames(String kind, String member, String name) {
    assertThat(values.name(kind, member)).isEqualTo(name);
  }
}
