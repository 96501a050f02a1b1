package de.lokalwillkommen.core.people;

import static de.lokalwillkommen.core.kernel.Refusals.refusalOf;
import static org.assertj.core.api.Assertions.assertThat;

import de.lokalwillkommen.core.kernel.Changed;
import de.lokalwillkommen.core.kernel.RecordedEvents;
import de.lokalwillkommen.core.kernel.Refusal;
import de.lokalwillkommen.core.kernel.Refusal.Kind;
import de.lokalwillkommen.core.offices.OfficeFixture;
import de.lokalwillkommen.core.people.ManagingPeople.Invited;
import de.lokalwillkommen.core.staff.Access;
import de.lokalwillkommen.core.staff.Counsellor;
import de.lokalwillkommen.core.staff.Credentials;
import de.lokalwillkommen.core.staff.InMemoryStaff;
import de.lokalwillkommen.core.staff.OfficeRole;
import de.lokalwillkommen.core.staff.Organisation;
import de.lokalwillkommen.core.staff.PasswordChecks;
import de.lokalwillkommen.core.staff.PasswordHash;
import de.lokalwillkommen.core.staff.PersonDetails;
import de.lokalwillkommen.core.staff.PersonStatus;
import de.lokalwillkommen.core.staff.Role;
import de.lokalwillkommen.core.staff.SecretToken;
import de.lokalwillkommen.core.staff.SignInEnd;
import de.lokalwillkommen.core.staff.SignedIn;
import de.lokalwillkommen.core.staff.Skills;
import de.lokalwillkommen.core.staff.StaffFixture;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ManagingPeopleTest {

  private static final String PASSWORD = "Lindenblatt im Regen 7";
  private static final String OTHER = "Regentropfen am Fenster 3";
  private static final Instant NOW = Instant.parse("2026-11-30T08:00:00Z");

  private final InMemoryStaff staff = new InMemoryStaff();
  private final InMemoryInvitations invitations = new InMemoryInvitations();
  private final RecordedEvents events = new RecordedEvents();
  private final ManagingPeople people = at(NOW);
  private final AcceptingInvitations accepting = acceptingAt(NOW);
  private SignedIn admin;

  private ManagingPeople at(Instant now) {
    Clock clock = Clock.fixed(now, ZoneOffset.UTC);
    return new ManagingPeople(
        staff,
        invitations,
        new DetailsCheck(
            staff, OfficeFixture.offices(OfficeFixture.hoerde(), OfficeFixture.eving())),
        access(clock),
        new PeopleLog(events, clock),
        clock);
  }

  private Access access(Clock clock) {
    return StaffFixture.access(staff, events, clock);
  }

  private SettingPasswords settingAt(Instant now) {
    Clock clock = Clock.fixed(now, ZoneOffset.UTC);
    return new SettingPasswords(
        staff, invitations, access(clock), new PeopleLog(events, clock), clock);
  }

  private AcceptingInvitations acceptingAt(Instant now) {
    return new AcceptingInvitations(settingAt(now));
  }

  @BeforeEach
  void thereIsAnAdministrator() {
    Counsellor first = new Counsellor("it.admin", details("IT", null, Role.ADMIN));
    staff.add(first);
    first.choose(new PasswordHash("-"));
    admin = signedIn(first, null);
  }

  private static PersonDetails details(String name, String office, Role... roles) {
    return new PersonDetails(
        name,
        Optional.empty(),
        Optional.ofNullable(office),
        Set.of(roles),
        new Skills(Set.of("ar"), Set.of("housing")));
  }

  private static SignedIn signedIn(Counsellor person, String office) {
    return new SignedIn(
        person.id(),
        person.login(),
        person.displayName(),
        person.roles(),
        Optional.ofNullable(office),
        Optional.empty(),
        "csrf");
  }

  private SignedIn lead(String office) {
    Counsellor lead = new Counsellor("lead." + office, details("Lead", office, Role.OFFICE_LEAD));
    staff.add(lead);
    lead.choose(new PasswordHash("-"));
    return signedIn(lead, office);
  }

  private Invited invite(String login) {
    return people.invite(admin, login, details("Amal", "hoerde", Role.COUNSELLOR));
  }

  private Counsellor person(String login) {
    return staff.findByLogin(login).orElseThrow();
  }

  private SecretToken signIn(long person) {
    return StaffFixture.signIn(staff, person, NOW);
  }

  private Optional<SignInEnd> endOf(SecretToken signIn) {
    return StaffFixture.findEnd(staff, signIn, NOW);
  }

  private void assertSignedOut(Invited person, SecretToken signIn, SignInEnd because) {
    assertThat(endOf(signIn)).contains(because);
    assertThat(staff.listOpenShiftsOf(person.person().id())).isEmpty();
  }

  private PersonDetails of(String organisation) {
    return new PersonDetails(
        "Amal",
        Optional.ofNullable(organisation),
        Optional.of("hoerde"),
        Set.of(Role.COUNSELLOR),
        new Skills(Set.of(), Set.of()));
  }

  private SignedIn leadOf(String organisation) {
    SignedIn lead = lead("hoerde");
    PersonDetails before = person("lead.hoerde").details();
    person("lead.hoerde")
        .become(
            new PersonDetails(
                before.displayName(),
                Optional.of(organisation),
                before.office(),
                before.roles(),
                before.skills()));
    return lead;
  }

  private static PersonDetails alsoIn(String office, Role... roles) {
    return new PersonDetails(
        "Amal",
        Optional.empty(),
        Optional.of("hoerde"),
        Set.of(Role.COUNSELLOR),
        Stream.of(roles).map(role -> new OfficeRole(office, role)).collect(Collectors.toSet()),
        new Skills(Set.of(), Set.of()));
  }

  @Test
  void aRoleInAnotherOfficeIsNotedAndEndsTheSignInsThatWereWithoutIt() {
    long amal = invite("amal").person().id();
    SecretToken signIn = signIn(amal);

    people.change(admin, amal, alsoIn("eving", Role.OFFICE_LEAD));

    assertThat(endOf(signIn)).contains(SignInEnd.CHANGED);
    assertThat(people.find(admin, amal).orElseThrow().details().elsewhere())
        .containsExactly(new OfficeRole("eving", Role.OFFICE_LEAD));
    assertThat(events.published(Changed.class))
        .last()
        .satisfies(
            change -> {
              assertThat(change.before()).doesNotContain("elsewhere");
              assertThat(change.after()).contains("\"elsewhere\":[\"eving/OFFICE_LEAD\"]");
            });
  }

  @Test
  void onlyThoseWhoManageAllManageAPersonWithRolesElsewhere() {
    SignedIn lead = lead("hoerde");
    long amal = invite("amal").person().id();
    assertThat(people.find(lead, amal)).isPresent();
    assertThat(refusalOf(() -> people.change(lead, amal, alsoIn("eving", Role.COUNSELLOR))).kind())
        .isEqualTo(Kind.NOT_ALLOWED);

    people.change(admin, amal, alsoIn("eving", Role.COUNSELLOR));

    assertThat(people.find(lead, amal)).isEmpty();
    assertThat(refusalOf(() -> people.inviteAgain(lead, amal)).kind()).isEqualTo(Kind.UNKNOWN);
    assertThat(people.find(admin, amal)).isPresent();
  }

  @Test
  void rolesElsewhereAreThoseOfAnotherKnownOfficeAndOfAnOffice() {
    assertThat(fieldRefused(alsoIn("hoerde", Role.COUNSELLOR))).isEqualTo("elsewhere");
    assertThat(fieldRefused(alsoIn("nowhere", Role.COUNSELLOR))).isEqualTo("elsewhere");
    assertThat(refusalOf(() -> alsoIn("eving", Role.ADMIN)).key()).isEqualTo("person.elsewhere");
    for (String word : List.of("eving", "eving/", "eving/COOK", "")) {
      assertThat(refusalOf(() -> OfficeRole.of(word)).key()).isEqualTo("person.elsewhere");
    }
  }

  private Object fieldRefused(PersonDetails details) {
    return refusalOf(() -> people.invite(admin, "new", details)).facts().get("field");
  }

  @Test
  void aLeadManagesThePeopleOfTheOwnOrganisationAlone() {
    staff.add(new Organisation("city", "Stadt"));
    SignedIn lead = leadOf("city");
    long own = people.invite(admin, "own", of("city")).person().id();
    long other = people.invite(admin, "other", of("caritas")).person().id();
    long none = people.invite(admin, "none", of(null)).person().id();

    assertThat(people.list(lead)).extracting(PersonView::id).containsExactlyInAnyOrder(own, none);
    assertThat(people.find(lead, other)).isEmpty();
    assertThat(refusalOf(() -> people.leave(lead, other)).kind()).isEqualTo(Kind.UNKNOWN);
    assertThat(refusalOf(() -> people.inviteAgain(lead, other)).kind()).isEqualTo(Kind.UNKNOWN);
    assertThat(refusalOf(() -> people.invite(lead, "new", of("caritas"))).key())
        .isEqualTo("person.grantOrganisation");
    assertThat(refusalOf(() -> people.change(lead, own, of("caritas"))).kind())
        .isEqualTo(Kind.NOT_ALLOWED);
    assertThat(people.listOrganisationsToGrant(lead))
        .extracting(Organisation::id)
        .containsExactly("city");
    people.change(lead, none, of("city"));
    people.invite(lead, "new", of("city"));
  }

  @Test
  void aLeadOfNoOrganisationManagesThoseOfAll() {
    SignedIn lead = lead("hoerde");
    long person = people.invite(lead, "amal", of("caritas")).person().id();

    assertThat(people.find(lead, person)).isPresent();
    assertThat(people.listOrganisationsToGrant(lead)).hasSize(1);
  }

  @Test
  void anInvitedPersonChoosesAPasswordOnce() {
    Invited invited = invite(" Amal ");
    assertThat(invited.person().status()).isEqualTo(PersonStatus.INVITED);
    assertThat(person("amal").password()).isEmpty();

    String login = accepting.accept(invited.code().inGroups().toLowerCase(), PASSWORD);

    assertThat(login).isEqualTo("amal");
    assertThat(person("amal").password().orElseThrow().matches(PASSWORD)).isTrue();
    assertThat(person("amal").status()).isEqualTo(PersonStatus.ACTIVE);
    assertThat(refusalOf(() -> accepting.accept(invited.code().text(), OTHER)).kind())
        .isEqualTo(Kind.NOT_SIGNED_IN);
  }

  @Test
  void anInvitationIsValidForSevenDays() {
    Invited invited = invite("amal");
    Duration week = Duration.ofDays(7);

    assertThat(
            refusalOf(() -> acceptingAt(NOW.plus(week)).accept(invited.code().text(), PASSWORD))
                .key())
        .isEqualTo("invitation.code");
    acceptingAt(NOW.plus(week).minusSeconds(1)).accept(invited.code().text(), PASSWORD);
    assertThat(person("amal").status()).isEqualTo(PersonStatus.ACTIVE);
  }

  @Test
  void anEasyPasswordUsesNoInvitationUp() {
    Invited invited = invite("amal");

    assertThat(refusalOf(() -> accepting.accept(invited.code().text(), "passwordpassword")).facts())
        .containsEntry("field", "password");
    accepting.accept(invited.code().text(), PASSWORD);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "-", "ABCD-EFGH", "ABCD-EFGH-JKLM-NPQR-STUV-WXYZ-234O"})
  void anotherTextIsNoCode(String typed) {
    assertThat(refusalOf(() -> accepting.accept(typed, PASSWORD)).kind())
        .isEqualTo(Kind.NOT_SIGNED_IN);
  }

  @ParameterizedTest
  @CsvSource({
    "a, Amal, hoerde, COUNSELLOR, login",
    "amal, ' ', hoerde, COUNSELLOR, displayName",
    "amal, Amal, , COUNSELLOR, office",
    "amal, Amal, , OFFICE_LEAD, office",
    "amal, Amal, nowhere, COUNSELLOR, office",
    "amal, Amal, hoerde, , roles",
    "it.admin, Amal, hoerde, COUNSELLOR, login"
  })
  void whatMayNotBeIsRefused(String login, String name, String office, Role role, String field) {
    Role[] roles = role == null ? new Role[0] : new Role[] {role};

    assertThat(refusalOf(() -> people.invite(admin, login, details(name, office, roles))).facts())
        .containsEntry("field", field);
    assertThat(events.all()).isEmpty();
  }

  @Test
  void anOfficeLeadManagesTheCounsellorsOfTheOwnOfficeOnly() {
    SignedIn hoerde = lead("hoerde");
    long eving = people.invite(admin, "bo", details("Bo", "eving", Role.COUNSELLOR)).person().id();
    long own =
        people.invite(hoerde, "amal", details("Amal", "hoerde", Role.COUNSELLOR)).person().id();

    assertThat(people.list(hoerde)).extracting(PersonView::login).containsExactly("amal");
    assertThat(people.find(hoerde, eving)).isEmpty();
    assertThat(people.find(hoerde, own)).map(PersonView::login).contains("amal");
    assertThat(refusalOf(() -> people.leave(hoerde, eving)).kind()).isEqualTo(Kind.UNKNOWN);
    assertThat(refusalOf(() -> people.inviteAgain(hoerde, admin.counsellor())).kind())
        .isEqualTo(Kind.UNKNOWN);
    for (PersonDetails more :
        new PersonDetails[] {
          details("Amal", "hoerde", Role.OFFICE_LEAD),
          details("Amal", "hoerde", Role.COUNSELLOR, Role.ADMIN),
          details("Amal", "eving", Role.COUNSELLOR),
          details("Amal", null, Role.ADMIN)
        }) {
      assertThat(refusalOf(() -> people.change(hoerde, own, more)).kind())
          .isEqualTo(Kind.NOT_ALLOWED);
      assertThat(refusalOf(() -> people.invite(hoerde, "cem", more)).kind())
          .isEqualTo(Kind.NOT_ALLOWED);
    }
  }

  @Test
  void anAdministratorGrantsEveryRoleAndAnOfficeLeadCounselling() {
    assertThat(people.listRolesToGrant(admin)).containsExactly(Role.values());
    assertThat(people.listRolesToGrant(lead("hoerde"))).containsExactly(Role.COUNSELLOR);
  }

  @Test
  void aCounsellorManagesNoOne() {
    Invited invited = invite("amal");
    accepting.accept(invited.code().text(), PASSWORD);
    SignedIn counsellor = signedIn(person("amal"), "hoerde");

    assertThat(people.list(counsellor)).isEmpty();
    assertThat(refusalOf(() -> people.leave(counsellor, invited.person().id())).kind())
        .isEqualTo(Kind.UNKNOWN);
  }

  @Test
  void aPersonWhoLeavesIsSignedOutAndMayReturn() {
    Invited invited = invite("amal");
    accepting.accept(invited.code().text(), PASSWORD);
    SecretToken signIn = signIn(invited.person().id());

    people.leave(admin, invited.person().id());

    assertSignedOut(invited, signIn, SignInEnd.LEFT);
    assertThat(person("amal").status()).isEqualTo(PersonStatus.LEFT);
    assertThat(refusalOf(() -> people.inviteAgain(admin, invited.person().id())).key())
        .isEqualTo("person.left");
    people.comeBack(admin, invited.person().id());
    assertThat(person("amal").status()).isEqualTo(PersonStatus.ACTIVE);
  }

  @Test
  void thePersonWhoLeavesCannotAcceptTheInvitation() {
    Invited invited = invite("amal");

    people.leave(admin, invited.person().id());

    assertThat(refusalOf(() -> accepting.accept(invited.code().text(), PASSWORD)).kind())
        .isEqualTo(Kind.NOT_SIGNED_IN);
  }

  @Test
  void aNewInvitationEndsThePasswordTheSignInsAndTheOlderInvitation() {
    Invited first = invite("amal");
    accepting.accept(first.code().text(), PASSWORD);
    SecretToken signIn = signIn(first.person().id());

    Invited second = people.inviteAgain(admin, first.person().id());
    Invited third = people.inviteAgain(admin, first.person().id());

    assertSignedOut(first, signIn, SignInEnd.PASSWORD);
    assertThat(person("amal").password()).isEmpty();
    assertThat(refusalOf(() -> accepting.accept(second.code().text(), OTHER)).kind())
        .isEqualTo(Kind.NOT_SIGNED_IN);
    accepting.accept(third.code().text(), OTHER);
    assertThat(person("amal").password().orElseThrow().matches(OTHER)).isTrue();
  }

  @Test
  void anotherOfficeEndsTheSignInsAndAnotherNameDoesNot() {
    Invited invited = invite("amal");
    SecretToken signIn = signIn(invited.person().id());

    people.change(admin, invited.person().id(), details("Amal B.", "hoerde", Role.COUNSELLOR));
    assertThat(endOf(signIn)).isEmpty();
    people.change(admin, invited.person().id(), details("Amal B.", "eving", Role.COUNSELLOR));

    assertSignedOut(invited, signIn, SignInEnd.CHANGED);
    assertThat(people.find(admin, invited.person().id()).orElseThrow().details().displayName())
        .isEqualTo("Amal B.");
  }

  @Test
  void aPersonIsSignedOutEverywhere() {
    Invited invited = invite("amal");
    SecretToken signIn = signIn(invited.person().id());

    people.signOutEverywhere(admin, invited.person().id());

    assertSignedOut(invited, signIn, SignInEnd.EVERYWHERE);
  }

  @Test
  void theLastAdministratorRemains() {
    long self = admin.counsellor();
    people.invite(admin, "second", details("Second", null, Role.ADMIN));
    String key = "person.lastAdministrator";

    assertThat(refusalOf(() -> people.leave(admin, self)).key())
        .as("an invited administrator cannot sign in yet")
        .isEqualTo(key);
    person("it.admin").comeBack();
    assertThat(refusalOf(() -> people.inviteAgain(admin, self)).key()).isEqualTo(key);
    person("it.admin").choose(new PasswordHash("-"));
    assertThat(refusalOf(() -> people.change(admin, self, details("IT", null, Role.AUDITOR))).key())
        .isEqualTo(key);
  }

  @Test
  void thePresentPasswordIsNeededForAnother() {
    Invited invited = invite("amal");
    accepting.accept(invited.code().text(), PASSWORD);
    OwnAccount own = new OwnAccount(settingAt(NOW), new PasswordChecks());
    SecretToken token = signIn(invited.person().id());
    SecretToken other = signIn(invited.person().id());
    SignedIn who = signedIn(person("amal"), "hoerde");

    assertThat(
            refusalOf(
                    () -> own.changePassword(who, token, new Credentials("amal", "x", true), OTHER))
                .facts())
        .containsEntry("field", "present");
    assertThat(endOf(other)).isEmpty();
    own.changePassword(who, token, new Credentials("amal", PASSWORD, true), OTHER);

    assertThat(own.findLastSignIn(who)).isEqualTo(person("amal").lastSignedIn());
    assertThat(person("amal").password().orElseThrow().matches(OTHER)).isTrue();
    assertThat(endOf(token)).isEmpty();
    assertThat(endOf(other)).contains(SignInEnd.PASSWORD);
  }

  @Test
  void aPasswordThatWasReplacedMeanwhileStays() {
    Invited invited = invite("amal");
    accepting.accept(invited.code().text(), PASSWORD);
    PasswordHash checked = person("amal").password().orElseThrow();
    person("amal").choose(new PasswordHash("newer"));
    SecretToken token = signIn(invited.person().id());

    assertThat(
            refusalOf(
                    () ->
                        settingAt(NOW)
                            .replace(
                                invited.person().id(), checked, new PasswordHash("own"), token))
                .key())
        .isEqualTo("password.changed");
    assertThat(person("amal").password()).contains(new PasswordHash("newer"));
  }

  @Test
  void aPersonSignsOutElsewhereAndStaysHere() {
    Invited invited = invite("amal");
    OwnAccount own = new OwnAccount(settingAt(NOW), new PasswordChecks());
    SecretToken here = signIn(invited.person().id());
    SecretToken elsewhere = signIn(invited.person().id());

    own.signOutElsewhere(signedIn(person("amal"), "hoerde"), here);

    assertThat(endOf(here)).isEmpty();
    assertThat(endOf(elsewhere)).contains(SignInEnd.EVERYWHERE);
    assertThat(staff.listOpenShiftsOf(invited.person().id()))
        .as("the shift belongs to a sign-in at a counter that stays")
        .isNotEmpty();
    assertThat(((Changed) events.all().get(events.all().size() - 1)).action())
        .isEqualTo("SIGN_OUT");
  }

  @Test
  void onlyKnownOrganisationsTopicsAndLanguagesAreTaken() {
    assertThat(people.listOrganisations())
        .extracting(Organisation::name)
        .containsExactly("Caritas");
    assertThat(invite("amal", "caritas", Set.of("ckb", "de-simple"), Set.of("letters")).details())
        .returns(Optional.of("caritas"), PersonDetails::organisation);

    assertThat(fieldRefused("nowhere", Set.of("ar"), Set.of())).isEqualTo("organisation");
    assertThat(fieldRefused("caritas", Set.of("Arabic, mostly"), Set.of())).isEqualTo("languages");
    assertThat(fieldRefused("caritas", Set.of("ar,de"), Set.of())).isEqualTo("languages");
    assertThat(fieldRefused("caritas", Set.of("ar"), Set.of("unheard"))).isEqualTo("topics");
  }

  @Test
  void whatIsTooLongForItsColumnIsRefused() {
    Set<String> many =
        IntStream.range(100, 160).mapToObj(i -> "t" + i + "56").collect(Collectors.toSet());

    assertThat(fieldRefused("caritas", many, Set.of())).isEqualTo("languages");
    assertThat(fieldRefused("caritas", Set.of(), topicsOf(401))).isEqualTo("topics");
    assertThat(new PersonDetails("x".repeat(60), none(), none(), admins(), none(400)))
        .returns(Optional.empty(), PersonDetails::findObjection);
    for (String name : List.of("x".repeat(61), "Amal\u0000", "Amal\nB.")) {
      assertThat(
              new PersonDetails(name, none(), none(), admins(), none(400))
                  .findObjection()
                  .orElseThrow()
                  .facts())
          .containsEntry("field", "displayName");
    }
  }

  private static Optional<String> none() {
    return Optional.empty();
  }

  private static Set<Role> admins() {
    return Set.of(Role.ADMIN);
  }

  private static Skills none(int lengthOfTopics) {
    return new Skills(Set.of(), topicsOf(lengthOfTopics));
  }

  /** Two topics whose stored text has that length. */
  private static Set<String> topicsOf(int length) {
    return Set.of("a", "b".repeat(length - 2));
  }

  private PersonView invite(
      String login, String organisation, Set<String> languages, Set<String> topics) {
    PersonDetails details =
        new PersonDetails(
            "Amal",
            Optional.of(organisation),
            Optional.of("hoerde"),
            Set.of(Role.COUNSELLOR),
            new Skills(languages, topics));
    return people.invite(admin, login, details).person();
  }

  private Object fieldRefused(String organisation, Set<String> languages, Set<String> topics) {
    return refusalOf(() -> invite("bo", organisation, languages, topics)).facts().get("field");
  }

  @Test
  void whoHasLostTheRoleOrHasLeftChangesNothingMore() {
    long second = people.invite(admin, "second", details("Second", null, Role.ADMIN)).person().id();
    person("second").choose(new PasswordHash("-"));
    SignedIn stale = signedIn(person("second"), null);
    Invited invited = invite("amal");

    people.change(admin, second, details("Second", null, Role.AUDITOR));
    assertThat(refusalOf(() -> people.leave(stale, invited.person().id())).kind())
        .isEqualTo(Kind.UNKNOWN);
    assertThat(
            refusalOf(() -> people.invite(stale, "bo", details("Bo", "eving", Role.COUNSELLOR)))
                .kind())
        .isEqualTo(Kind.NOT_ALLOWED);

    people.change(admin, second, details("Second", null, Role.ADMIN));
    people.leave(admin, second);
    assertThat(refusalOf(() -> people.leave(stale, invited.person().id())).kind())
        .isEqualTo(Kind.NOT_ALLOWED);
    assertThat(person("amal").status()).isEqualTo(PersonStatus.INVITED);
  }

  @Test
  void theHistoryNamesNoPerson() {
    Invited invited = invite("amal");
    people.change(admin, invited.person().id(), details("Amal B.", "eving", Role.COUNSELLOR));

    assertThat(events.all())
        .hasSize(2)
        .allSatisfy(
            event -> {
              Changed changed = (Changed) event;
              assertThat(changed.kind()).isEqualTo("person");
              assertThat(changed.key()).isEqualTo("P" + invited.person().id());
              assertThat(changed.after()).contains("COUNSELLOR", "housing");
              assertThat(changed.toString()).doesNotContainIgnoringCase("amal");
            });
    assertThat(((Changed) events.all().get(1)).before()).contains("hoerde");
  }

  @Test
  void anAdministratorAddsAnOrganisationOnce() {
    Organisation added = people.addOrganisation(admin, " AWO Dortmund ");

    assertThat(added).isEqualTo(new Organisation("awo-dortmund", "AWO Dortmund"));
    assertThat(people.addOrganisation(admin, "awo dortmund")).isEqualTo(added);
    assertThat(people.listOrganisations()).hasSize(2).contains(added);
    assertThat(events.published(Changed.class))
        .singleElement()
        .satisfies(change -> assertThat(change.key()).isEqualTo("awo-dortmund"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "12", "عربي", "A\tB"})
  void anOrganisationNeedsANameThatMakesAnIdentifier(String name) {
    assertThat(refusalOf(() -> people.addOrganisation(admin, name)).key())
        .isEqualTo("person.newOrganisation");
  }

  @Test
  void aLeadAddsNoOrganisation() {
    Counsellor lead = new Counsellor("lead", details("Leitung", "hoerde", Role.OFFICE_LEAD));
    staff.add(lead);
    lead.choose(new PasswordHash("-"));

    assertThat(refusalOf(() -> people.addOrganisation(signedIn(lead, "hoerde"), "AWO")).kind())
        .isEqualTo(Kind.NOT_ALLOWED);
  }

  @Test
  void aPersonIsChangedOnlyAsSeen() {
    ChangingPeople changing = new ChangingPeople(people, invitations);
    PersonView seen =
        people.invite(admin, "amal", details("Amal", "hoerde", Role.COUNSELLOR)).person();
    PersonDetails lead = details("Amal", "hoerde", Role.OFFICE_LEAD);

    PersonView changed = changing.change(admin, seen, lead, Optional.empty());

    assertThat(changed.details()).isEqualTo(lead);
    assertThat(refusalOf(() -> changing.change(admin, seen, seen.details(), Optional.of(true))))
        .extracting(Refusal::kind)
        .isEqualTo(Kind.CHANGED_MEANWHILE);
    assertThat(people.find(admin, seen.id())).contains(changed);
  }

  @Test
  void aPersonMayLeaveAndComeBackWithTheSameChange() {
    ChangingPeople changing = new ChangingPeople(people, invitations);
    PersonView seen =
        people.invite(admin, "amal", details("Amal", "hoerde", Role.COUNSELLOR)).person();

    PersonView left =
        changing.change(
            admin, seen, details("Amal B.", "hoerde", Role.COUNSELLOR), Optional.of(true));

    assertThat(left.status()).isEqualTo(PersonStatus.LEFT);
    assertThat(left.details().displayName()).isEqualTo("Amal B.");
    assertThat(changing.change(admin, left, left.details(), Optional.of(false)).status())
        .isEqualTo(PersonStatus.INVITED);
  }
}
