package de.lokalwillkommen.core.federation;

import static de.lokalwillkommen.core.kernel.Refusals.refusalOf;
import static org.assertj.core.api.Assertions.assertThat;

import de.lokalwillkommen.core.kernel.AuthorKind;
import de.lokalwillkommen.core.kernel.Changed;
import de.lokalwillkommen.core.kernel.RecordedEvents;
import de.lokalwillkommen.core.kernel.Refusal.Kind;
import de.lokalwillkommen.core.offices.OfficeFixture;
import de.lokalwillkommen.core.offices.Offices;
import de.lokalwillkommen.core.people.PeopleFixture;
import de.lokalwillkommen.core.staff.Counsellor;
import de.lokalwillkommen.core.staff.InMemoryStaff;
import de.lokalwillkommen.core.staff.PersonDetails;
import de.lokalwillkommen.core.staff.PersonStatus;
import de.lokalwillkommen.core.staff.Role;
import de.lokalwillkommen.core.staff.SecretToken;
import de.lokalwillkommen.core.staff.SignInEnd;
import de.lokalwillkommen.core.staff.SigningIn.Welcome;
import de.lokalwillkommen.core.staff.Skills;
import de.lokalwillkommen.core.staff.StaffFixture;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class SigningInByProviderTest {

  private static final String ISSUER = "https://konto.stadt.example/realms/stadt";
  private static final Instant NOW = Instant.parse("2026-11-30T08:00:00Z");
  private static final Clock CLOCK = Clock.fixed(NOW, ZoneOffset.UTC);

  private final InMemoryStaff staff = new InMemoryStaff();
  private final InMemoryFederation federation = new InMemoryFederation();
  private final RecordedEvents events = new RecordedEvents();
  private final Offices offices =
      OfficeFixture.offices(OfficeFixture.hoerde(), OfficeFixture.eving());
  private final SessionSealing sealing = new SessionSealing(new byte[32]);
  private final SigningInByProvider signingIn =
      new SigningInByProvider(
          federation,
          staff,
          offices,
          StaffFixture.admission(staff, offices, CLOCK),
          StaffFixture.access(staff, events, CLOCK),
          PeopleFixture.log(events, CLOCK),
          sealing);
  private final SigningOutWithProvider signingOut = signingOutAt(NOW);

  private SigningOutWithProvider signingOutAt(Instant now) {
    Clock clock = Clock.fixed(now, ZoneOffset.UTC);
    return new SigningOutWithProvider(
        federation, staff, StaffFixture.access(staff, events, clock), sealing, clock);
  }

  @BeforeEach
  void groupsGiveRoles() {
    map("/hoerde/rat", Role.COUNSELLOR, "hoerde", "");
    map("/hoerde/leitung", Role.OFFICE_LEAD, "hoerde", "");
    map("/eving/rat", Role.COUNSELLOR, "eving", "");
    map("/it", Role.ADMIN, "", "");
    map("/weg", Role.COUNSELLOR, "gibt-es-nicht", "");
  }

  private void map(String value, Role role, String office, String organisation) {
    federation.add(new ClaimMapping(value, role, found(office), found(organisation)));
  }

  private static Optional<String> found(String id) {
    return Optional.of(id).filter(given -> !given.isEmpty());
  }

  private static ProviderAccount account(String subject, String session, String... groups) {
    return new ProviderAccount(
        ISSUER, subject, "Jana Beispiel", Set.of(groups), Optional.of(session), "id-token");
  }

  private Welcome signIn(String subject, String... groups) {
    return signingIn.signIn(
        account(subject, "session-" + subject, groups), Optional.empty(), Optional.empty());
  }

  private Counsellor only() {
    assertThat(staff.list()).hasSize(1);
    return staff.list().get(0);
  }

  private List<Changed> history() {
    return events.all().stream()
        .filter(Changed.class::isInstance)
        .map(Changed.class::cast)
        .toList();
  }

  @Test
  void theFirstSignInMakesThePersonAndNotesIt() {
    Welcome welcome = signIn("4711", "/hoerde/rat", "/something-else");

    Counsellor person = only();
    assertThat(person.displayName()).isEqualTo("Jana Beispiel");
    assertThat(person.login()).startsWith("sso-").doesNotContain("4711");
    assertThat(person.roles()).containsExactly(Role.COUNSELLOR);
    assertThat(person.office()).contains("hoerde");
    assertThat(person.status()).isEqualTo(PersonStatus.ACTIVE);
    assertThat(person.password()).isEmpty();
    assertThat(welcome.who().counsellor()).isEqualTo(person.id());
    assertThat(history()).hasSize(1);
    assertThat(history().get(0).action()).isEqualTo("FEDERATE");
    assertThat(history().get(0).author().kind()).isEqualTo(AuthorKind.SYSTEM);
    assertThat(history().get(0).after()).doesNotContain("Jana");
  }

  @Test
  void theNextSignInFindsThePersonByTheSubjectAlone() {
    signIn("4711", "/hoerde/rat");
    signIn("4711", "/hoerde/rat");

    assertThat(only().displayName()).isEqualTo("Jana Beispiel");
    assertThat(history()).hasSize(1);

    signIn("4712", "/hoerde/rat");
    assertThat(staff.list()).hasSize(2);
  }

  @Test
  void anotherIssuerIsAnotherAccount() {
    signIn("4711", "/hoerde/rat");
    signingIn.signIn(
        new ProviderAccount(
            "https://other.example", "4711", "X", Set.of("/it"), Optional.empty(), "t"),
        Optional.empty(),
        Optional.empty());

    assertThat(staff.list()).hasSize(2);
  }

  @Test
  void anAccountWithoutAMappedValueIsRefusedAndMakesNoPerson() {
    assertThat(refusalOf(() -> signIn("4711", "/fremd")).key()).isEqualTo("federation.noRole");
    assertThat(refusalOf(() -> signIn("4711")).kind()).isEqualTo(Kind.NOT_ALLOWED);
    assertThat(refusalOf(() -> signIn("4711", "/weg")).key()).isEqualTo("federation.noRole");
    assertThat(refusalOf(() -> signIn("4711", "/HOERDE/RAT")).key()).isEqualTo("federation.noRole");
    assertThat(staff.list()).isEmpty();
  }

  @Test
  void otherValuesGiveOtherRolesAndEndTheSignInsOfBefore() {
    Welcome before = signIn("4711", "/hoerde/rat");
    Counsellor person = only();
    person.become(
        new PersonDetails(
            person.displayName(),
            Optional.of("caritas"),
            person.office(),
            person.roles(),
            new Skills(Set.of("ar"), Set.of("housing"))));

    Welcome after = signIn("4711", "/hoerde/rat", "/hoerde/leitung");

    assertThat(person.roles()).containsExactlyInAnyOrder(Role.COUNSELLOR, Role.OFFICE_LEAD);
    assertThat(person.skills()).isEqualTo(new Skills(Set.of("ar"), Set.of("housing")));
    assertThat(person.details().organisation()).contains("caritas");
    assertThat(endOf(before)).contains(SignInEnd.CHANGED);
    assertThat(endOf(after)).isEmpty();
    assertThat(history()).extracting(Changed::action).containsExactly("FEDERATE", "CHANGE");
  }

  @Test
  void aMappingMayGiveTheOrganisationWhichThenFollowsTheProvider() {
    map("/caritas", Role.COUNSELLOR, "hoerde", "caritas");
    map("/stadt", Role.COUNSELLOR, "hoerde", "stadt");
    signIn("4711", "/caritas");
    assertThat(only().details().organisation()).contains("caritas");

    Welcome before = signIn("4711", "/stadt");
    assertThat(only().details().organisation()).contains("stadt");
    assertThat(endOf(before)).isEmpty();
    signIn("4711", "/caritas", "/hoerde/rat");
    assertThat(only().details().organisation()).contains("caritas");
    assertThat(endOf(before)).contains(SignInEnd.CHANGED);
    assertThat(history())
        .extracting(Changed::action)
        .containsExactly("FEDERATE", "CHANGE", "CHANGE");
  }

  @Test
  void theOrganisationOfAGroupIsTakenBackWithIt() {
    map("/caritas", Role.COUNSELLOR, "hoerde", "caritas");
    Welcome before = signIn("4711", "/caritas");

    signIn("4711", "/hoerde/rat");

    assertThat(only().details().organisation()).isEmpty();
    assertThat(endOf(before)).contains(SignInEnd.CHANGED);
    assertThat(history()).extracting(Changed::action).containsExactly("FEDERATE", "CHANGE");
  }

  @Test
  void anOrganisationThatWasNotedHereSinceStaysWhenTheGroupGoes() {
    map("/caritas", Role.COUNSELLOR, "hoerde", "caritas");
    signIn("4711", "/hoerde/rat");
    signIn("4711", "/caritas");
    noteHere("stadt");

    signIn("4711", "/hoerde/rat");

    assertThat(only().details().organisation()).contains("stadt");
    noteHere("caritas");
    signIn("4711", "/hoerde/rat");
    assertThat(only().details().organisation()).contains("caritas");
  }

  private void noteHere(String organisation) {
    PersonDetails present = only().details();
    only()
        .become(
            new PersonDetails(
                present.displayName(),
                Optional.of(organisation),
                present.office(),
                present.roles(),
                present.skills()));
  }

  @Test
  void anAccountOfSeveralOrganisationsIsRefusedUnlessTheOfficeDecides() {
    map("/caritas", Role.COUNSELLOR, "hoerde", "caritas");
    map("/stadt", Role.COUNSELLOR, "hoerde", "stadt");
    map("/stadt/eving", Role.COUNSELLOR, "eving", "stadt");

    assertThat(refusalOf(() -> signIn("4711", "/caritas", "/stadt")).key())
        .isEqualTo("federation.severalOrganisations");
    assertThat(staff.list()).isEmpty();
    ProviderAccount both = account("4711", "s", "/caritas", "/stadt/eving");
    signingIn.signIn(both, Optional.of("eving"), Optional.empty());
    assertThat(only().details().organisation()).contains("stadt");
  }

  @Test
  void aRoleCountsInItsOfficeOnly() {
    String[] both = {"/hoerde/leitung", "/eving/rat"};
    assertThat(refusalOf(() -> signIn("4711", both)).key()).isEqualTo("federation.severalOffices");

    Welcome eving =
        signingIn.signIn(account("4711", "s", both), Optional.of("eving"), Optional.empty());
    assertThat(eving.who().roles()).containsExactly(Role.COUNSELLOR);
    assertThat(eving.who().office()).contains("eving");

    Welcome hoerde =
        signingIn.signIn(account("4711", "s", both), Optional.of("hoerde"), Optional.empty());
    assertThat(hoerde.who().roles()).containsExactly(Role.OFFICE_LEAD);
    assertThat(endOf(eving)).contains(SignInEnd.CHANGED);
  }

  @Test
  void anOfficeThatIsNotThePersonsIsRefused() {
    ProviderAccount counsellor = account("4711", "s", "/hoerde/rat");
    assertThat(
            refusalOf(() -> signingIn.signIn(counsellor, Optional.of("eving"), Optional.empty()))
                .key())
        .isEqualTo("signIn.otherOffice");
    assertThat(
            refusalOf(() -> signingIn.signIn(counsellor, Optional.of("hoerde"), Optional.of("no")))
                .key())
        .isEqualTo("counter.unknown");
  }

  @Test
  void aPersonWhoWasRemovedHereStaysOut() {
    signIn("4711", "/it");
    only().leave();

    assertThat(refusalOf(() -> signIn("4711", "/it")).key()).isEqualTo("federation.left");
    assertThat(only().status()).isEqualTo(PersonStatus.LEFT);
  }

  @Test
  void anAdministratorOfTheProviderIsNoWayBack() {
    signIn("4711", "/it");

    assertThat(only().roles()).containsExactly(Role.ADMIN);
    assertThat(only().isLocalAdministrator()).isFalse();
  }

  @Test
  void theProviderEndsTheSignInsOfItsSession() {
    Welcome here = at("4711", "one");
    Welcome elsewhere = at("4711", "two");
    Welcome other = at("4712", "three");

    signingOut.endSession(ISSUER, "one");
    signingOut.endSession("https://other.example", "two");
    signingOut.endSession(ISSUER, "unknown");

    assertThat(endOf(here)).contains(SignInEnd.PROVIDER);
    assertThat(endOf(elsewhere)).isEmpty();
    assertThat(endOf(other)).isEmpty();
  }

  private Welcome at(String subject, String session) {
    return signingIn.signIn(
        account(subject, session, "/hoerde/rat"), Optional.of("hoerde"), Optional.empty());
  }

  @Test
  void aSignOutOfTheWholeAccountSparesSignInsThatCameAfterIt() {
    Welcome here = at("4711", "one");
    SigningOutWithProvider aMinuteLater = signingOutAt(NOW.plus(Duration.ofMinutes(1)));

    aMinuteLater.endAll(ISSUER, "4711", Duration.ofMinutes(5));
    assertThat(endOf(here)).isEmpty();
    aMinuteLater.endAll(ISSUER, "4712", Duration.ZERO);
    assertThat(endOf(here)).isEmpty();
    aMinuteLater.endAll(ISSUER, "4711", Duration.ofSeconds(10));
    assertThat(endOf(here)).contains(SignInEnd.PROVIDER);
  }

  @Test
  void theTokenForSigningOutThereIsKeptWithTheSignIn() {
    Welcome welcome = at("4711", "one");

    assertThat(signingOut.find(welcome.token()).orElseThrow().idToken()).contains("id-token");
    assertThat(signingOut.find(SecretToken.random())).isEmpty();
  }

  @Test
  void namesOfTheProviderAreCutAndCleaned() {
    assertThat(named("  A\u0007b  ").name()).isEqualTo("Ab");
    assertThat(named("x".repeat(59) + "\uD83D\uDE00").name()).isEqualTo("x".repeat(59));
    assertThat(named("x".repeat(100)).name()).hasSize(60);
    signingIn.signIn(named(" "), Optional.empty(), Optional.empty());
    assertThat(only().displayName()).isEqualTo(only().login());
  }

  private static ProviderAccount named(String name) {
    return new ProviderAccount(ISSUER, "1", name, Set.of("/it"), Optional.empty(), "t");
  }

  private Optional<SignInEnd> endOf(Welcome welcome) {
    return StaffFixture.findEnd(staff, welcome.token(), NOW);
  }
}
