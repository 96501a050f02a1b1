package de.lokalwillkommen.core.installation;

import static de.lokalwillkommen.core.kernel.Refusals.refusalOf;
import static org.assertj.core.api.Assertions.assertThat;

import de.lokalwillkommen.core.kernel.Changed;
import de.lokalwillkommen.core.kernel.Nudge;
import de.lokalwillkommen.core.kernel.RecordedEvents;
import de.lokalwillkommen.core.kernel.Refusal.Kind;
import de.lokalwillkommen.core.kernel.TestClock;
import de.lokalwillkommen.core.kernel.TestDatabase;
import de.lokalwillkommen.core.offices.OfficeFixture;
import de.lokalwillkommen.core.staff.Role;
import de.lokalwillkommen.core.staff.SignedIn;
import de.lokalwillkommen.core.ticketing.TicketFixture;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** How the installation names itself, over real databases. */
class InstallationTest {

  private static final SignedIn ADMIN = signedIn(Role.ADMIN);
  private static final InstallationData DATA =
      new InstallationData(
          " Beratung <b>Musterstadt</b> ",
          LegalAddress.of("imprint", "https://example.org/impressum"),
          LegalAddress.NONE,
          LegalAddress.NONE,
          true,
          new PrivacyContacts(" datenschutz@musterstadt.example ", ""));

  private final RecordedEvents events = new RecordedEvents();
  private final TestClock clock = new TestClock(TicketFixture.TEN);

  private static SignedIn signedIn(Role role) {
    return new SignedIn(7, "x", "X", Set.of(role), Optional.empty(), Optional.empty(), "csrf");
  }

  @BeforeEach
  void begin() {
    for (TestDatabase database : TestDatabase.values()) {
      database.execute(
          List.of(
              "delete from installation_logo",
              "update installation_profile set version = 0, name = '', imprint = '', privacy = '',"
                  + " accessibility = '', eu_funded = false, logo = null,"
                  + " data_protection_officer = '', joint_controller = ''"));
    }
  }

  private void change(TestDatabase database, Consumer<ArrangingInstallation> action) {
    database.transaction(
        em -> {
          action.accept(
              new ArrangingInstallation(
                  new JpaInstallations(em),
                  OfficeFixture.offices(OfficeFixture.hoerde(), OfficeFixture.eving()),
                  events,
                  clock));
          return null;
        });
  }

  private static InstallationReader reader(TestDatabase database) {
    return new InstallationReader() {
      @Override
      public InstallationProfile get() {
        return database.transaction(em -> new InstallationReader(new JpaInstallations(em)).get());
      }

      @Override
      Optional<Logo> findLogo() {
        return database.transaction(
            em -> new InstallationReader(new JpaInstallations(em)).findLogo());
      }
    };
  }

  @ParameterizedTest
  @EnumSource
  void beginsWithoutANameAndKeepsWhatIsSaved(TestDatabase database) {
    assertThat(reader(database).get().isNamed()).isFalse();

    change(database, arranging -> arranging.arrange(ADMIN, 0, DATA));

    InstallationProfile saved = reader(database).get();
    assertThat(saved.version()).isEqualTo(1);
    assertThat(saved.name()).isEqualTo("Beratung <b>Musterstadt</b>");
    assertThat(saved.imprint().text()).isEqualTo("https://example.org/impressum");
    assertThat(saved.privacy().isEmpty()).isTrue();
    assertThat(saved.euFunded()).isTrue();
    assertThat(saved.logo()).isEmpty();
    assertThat(saved.contacts())
        .isEqualTo(new PrivacyContacts("datenschutz@musterstadt.example", ""));
    assertThat(saved.saysWhomToAsk()).as("without the address of the privacy notice").isFalse();
  }

  @ParameterizedTest
  @EnumSource
  void aChangeIsWrittenIntoTheHistoryAndTellsEveryOffice(TestDatabase database) {
    change(database, arranging -> arranging.arrange(ADMIN, 0, DATA));

    assertThat(events.names())
        .containsExactly(
            "arrangement.changed", "installation.arranged", "office.arranged", "office.arranged");
    Changed change = (Changed) events.all().get(0);
    assertThat(change.office() + change.kind() + change.action()).isEqualTo("installationCHANGE");
    assertThat(change.before()).contains("\"name\":\"\"");
    assertThat(change.after()).contains("\"euFunded\":true");
    assertThat(change.before()).contains("\"officer\":false,\"jointController\":false");
    assertThat(change.after())
        .as("the history keeps no name of a person")
        .contains("\"officer\":true,\"jointController\":false")
        .doesNotContain("datenschutz@");
  }

  @ParameterizedTest
  @EnumSource
  void theSecondOfTwoEditorsIsTold(TestDatabase database) {
    change(database, arranging -> arranging.arrange(ADMIN, 0, DATA));

    assertThat(
            refusalOf(() -> change(database, arranging -> arranging.arrange(ADMIN, 0, DATA))).key())
        .isEqualTo("installation.changedMeanwhile");
  }

  @ParameterizedTest
  @EnumSource(names = "ADMIN", mode = EnumSource.Mode.EXCLUDE)
  void onlyAnAdministratorChangesIt(Role role) {
    assertThat(
            refusalOf(
                    () ->
                        change(
                            TestDatabase.DERBY,
                            arranging -> arranging.arrange(signedIn(role), 0, DATA)))
                .kind())
        .isEqualTo(Kind.NOT_ALLOWED);
  }

  @ParameterizedTest
  @EnumSource
  void aLogoIsStoredInPartsAndFoundByItsHash(TestDatabase database) {
    Logo logo = Logo.ofUpload(LogoTest.noise(200, 150));
    change(database, arranging -> arranging.show(ADMIN, 0, Optional.of(logo)));

    InstallationDirectory directory = new InstallationDirectory(reader(database), clock);
    String hash = directory.get().logo().orElseThrow();
    assertThat(LogoPart.of(logo)).hasSizeGreaterThan(2);
    assertThat(directory.findLogo(hash).orElseThrow().png()).isEqualTo(logo.png());
    assertThat(directory.findLogo("0".repeat(32))).isEmpty();

    Logo other = Logo.ofUpload(LogoTest.noise(20, 20));
    change(database, arranging -> arranging.show(ADMIN, 1, Optional.of(other)));
    assertThat(reader(database).findLogo().orElseThrow().png()).isEqualTo(other.png());

    change(database, arranging -> arranging.show(ADMIN, 2, Optional.empty()));
    assertThat(reader(database).get().logo()).isEmpty();
    assertThat(reader(database).findLogo()).isEmpty();
  }

  @ParameterizedTest
  @EnumSource
  void theCacheIsReadAgainAfterAChange(TestDatabase database) {
    InstallationDirectory directory = new InstallationDirectory(reader(database), clock);
    assertThat(directory.get().isNamed()).isFalse();
    change(database, arranging -> arranging.arrange(ADMIN, 0, DATA));
    assertThat(directory.get().isNamed()).isFalse();

    directory.forgetAfter(new Nudge("installation.arranged", "", 0, 0, clock.instant()));

    assertThat(directory.get().isNamed()).isTrue();
  }

  @ParameterizedTest
  @CsvSource({
    "http://example.org/impressum, installation.address.https",
    "javascript:alert(1), installation.address.https",
    "JaVaScRiPt://example.org/%0aalert(1), installation.address.https",
    "data:text/html;base64;PHA+, installation.address.https",
    "//example.org/impressum, installation.address.https",
    "example.org, installation.address.https",
    "https://me:secret@example.org/, installation.address.user",
    "https://example.org@evil.example/, installation.address.user",
    "https://, installation.address",
    "https://localhost, installation.address",
    "https://exa mple.org/, installation.address",
    "https://example.org/a b, installation.address",
    "https://example.org:port/, installation.address",
    "https://example.org/%zz, installation.address",
    "https://example.org\\@evil.example/, installation.address",
  })
  void anAddressIsOneOfAPageReachedByHttps(String entered, String key) {
    assertThat(refusalOf(() -> LegalAddress.of("imprint", entered)).key()).isEqualTo(key);
    assertThat(refusalOf(() -> LegalAddress.of("imprint", entered)).facts())
        .containsEntry("field", "imprint");
  }

  @ParameterizedTest
  @CsvSource({
    "HTTPS://Example.org/Impressum?a=b#c, https://example.org/Impressum?a=b#c",
    "' https://example.org:8443 ', https://example.org:8443",
    "https://münster.example/über, https://xn--mnster-3ya.example/%C3%BCber",
    "'', ''",
  })
  void anAddressIsKeptInAscii(String entered, String kept) {
    assertThat(LegalAddress.of("imprint", entered).text()).isEqualTo(kept);
  }

  @ParameterizedTest
  @ValueSource(ints = {300, 301})
  void anAddressHasAtMost300Characters(int length) {
    String beginning = "https://example.org/";
    String entered = beginning + "x".repeat(length - beginning.length());
    if (length > 300) {
      assertThat(refusalOf(() -> LegalAddress.of("imprint", entered)).key())
          .isEqualTo("installation.address.long");
    } else {
      assertThat(LegalAddress.of("imprint", entered).text()).hasSize(length);
    }
  }

  @Test
  void aContactIsOneLineOfAtMost300Characters() {
    assertThat(new PrivacyContacts("x".repeat(300), null).jointController()).isEmpty();
    assertThat(refusalOf(() -> new PrivacyContacts("x".repeat(301), "")).facts())
        .containsEntry("field", "officer");
    assertThat(refusalOf(() -> new PrivacyContacts("", "a\nb")).facts())
        .containsEntry("field", "jointController");
    assertThat(refusalOf(() -> new PrivacyContacts("\u202egnal", "")).facts())
        .containsEntry("field", "officer");
    assertThat(refusalOf(() -> new PrivacyContacts("", "a\u2028b")).facts())
        .containsEntry("field", "jointController");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "   ", "a\u0000b"})
  void aNameIsReadable(String name) {
    assertThat(
            refusalOf(
                    () ->
                        new InstallationData(
                            name,
                            LegalAddress.NONE,
                            LegalAddress.NONE,
                            LegalAddress.NONE,
                            false,
                            PrivacyContacts.NONE))
                .facts())
        .containsEntry("field", "name");
  }
}
