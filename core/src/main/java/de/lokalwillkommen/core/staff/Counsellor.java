package de.lokalwillkommen.core.staff;

import de.lokalwillkommen.core.kernel.WordSetAsText;
import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A person who may sign in: advises visitors, leads an office, coordinates, or administers. */
@Entity
@Table(name = "counsellor")
public class Counsellor {

  @Id
  @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "lw_ids")
  private Long id;

  private String login;

  @Column(name = "display_name")
  private String displayName;

  @Column(name = "organisation_id")
  private String organisation;

  @Column(name = "office_id")
  private String office;

  @Convert(converter = WordSetAsText.class)
  private Set<String> roles;

  @Convert(converter = WordSetAsText.class)
  @Column(name = "roles_elsewhere")
  private Set<String> elsewhere = Set.of();

  @Convert(converter = WordSetAsText.class)
  private Set<String> languages;

  @Convert(converter = WordSetAsText.class)
  private Set<String> topics;

  @Column(name = "password_hash")
  private String passwordHash;

  @Column(name = "locked_until")
  private Instant lockedUntil;

  @Column(name = "has_left")
  private boolean hasLeft;

  /** Whether an identity provider recognises the person, who never has a password here. */
  private boolean federated;

  @Column(name = "last_signed_in")
  private LocalDate lastSignedIn;

  protected Counsellor() {}

  /** A person who has been invited and has no password yet. */
  public Counsellor(String login, PersonDetails details) {
    this.login = login;
    become(details);
  }

  /** A person whom an identity provider recognises. */
  public static Counsellor federated(String login, PersonDetails details) {
    Counsellor person = new Counsellor(login, details);
    person.federated = true;
    return person;
  }

  public Counsellor(
      String login,
      String displayName,
      String organisation,
      String office,
      Set<Role> roles,
      Skills skills,
      PasswordHash password) {
    this.login = login;
    this.displayName = displayName;
    this.organisation = organisation;
    this.office = office;
    this.roles = roles.stream().map(Enum::name).collect(Collectors.toSet());
    this.languages = skills.languages();
    this.topics = skills.topics();
    this.passwordHash = password.phc();
  }

  public long id() {
    return id;
  }

  public String login() {
    return login;
  }

  public String displayName() {
    return displayName;
  }

  /** The office to which the person belongs; empty for those who work for all. */
  public Optional<String> office() {
    return Optional.ofNullable(office);
  }

  /** The roles; those of an office count in the person's own one. */
  public Set<Role> roles() {
    return roles.stream().map(Role::valueOf).collect(Collectors.toSet());
  }

  private Stream<OfficeRole> elsewhere() {
    return elsewhere.stream().map(OfficeRole::of);
  }

  /**
   * The roles that count while the person is signed in in an office.
   *
   * @param at the slug of that office; empty for a sign-in without one
   */
  Set<Role> rolesAt(Optional<String> at) {
    boolean away = at.isPresent() && office != null && !at.get().equals(office);
    return Stream.concat(
            roles().stream().filter(role -> !(away && OfficeRole.OF_AN_OFFICE.contains(role))),
            elsewhere()
                .filter(e -> at.filter(e.office()::equals).isPresent())
                .map(OfficeRole::role))
        .collect(Collectors.toSet());
  }

  public Skills skills() {
    return new Skills(languages, topics);
  }

  /** Whether the operator has locked the account. */
  boolean isLocked(Instant now) {
    return lockedUntil != null && now.isBefore(lockedUntil);
  }

  /** The password; empty until the person has chosen one. */
  public Optional<PasswordHash> password() {
    return Optional.ofNullable(passwordHash).map(PasswordHash::new);
  }

  /** Sets the password that the person has chosen. */
  public void choose(PasswordHash password) {
    passwordHash = password.phc();
  }

  /** Removes the password, so that the person must choose another one. */
  public void forgetPassword() {
    passwordHash = null;
  }

  /** What may be changed of the person. */
  public PersonDetails details() {
    return new PersonDetails(
        displayName,
        Optional.ofNullable(organisation),
        office(),
        roles(),
        elsewhere().collect(Collectors.toSet()),
        skills());
  }

  /** Changes names, office, roles and skills. */
  public final void become(PersonDetails details) {
    displayName = details.displayName();
    organisation = details.organisation().orElse(null);
    office = details.office().orElse(null);
    roles = details.roles().stream().map(Enum::name).collect(Collectors.toSet());
    elsewhere =
        details.elsewhere().stream().sorted().map(OfficeRole::word).collect(Collectors.toSet());
    languages = details.skills().languages();
    topics = details.skills().topics();
  }

  public PersonStatus status() {
    if (hasLeft) {
      return PersonStatus.LEFT;
    }
    return passwordHash == null && !federated ? PersonStatus.INVITED : PersonStatus.ACTIVE;
  }

  /** Whether an identity provider recognises the person, who has no password here. */
  public boolean isFederated() {
    return federated;
  }

  /** Ends the membership; the person cannot sign in any more. */
  public void leave() {
    hasLeft = true;
  }

  /** Begins the membership again. */
  public void comeBack() {
    hasLeft = false;
  }

  /** Whether the person is an administrator who can sign in while no identity provider answers. */
  public boolean isLocalAdministrator() {
    return status() == PersonStatus.ACTIVE && !federated && roles().contains(Role.ADMIN);
  }

  /** The caller with the rights that this person has now; empty if the person cannot sign in. */
  public Optional<SignedIn> findPresentRights(SignedIn caller) {
    return Optional.of(caller)
        .filter(c -> status() == PersonStatus.ACTIVE)
        .map(c -> presentRightsAt(c.office().filter(this::belongsTo), c));
  }

  private SignedIn presentRightsAt(Optional<String> at, SignedIn caller) {
    return new SignedIn(
        caller.counsellor(), login, displayName, rolesAt(at), at, caller.counter(), caller.csrf());
  }

  /** Whether that person manages this one. */
  public boolean isManagedBy(Manager manager) {
    return details().areManagedBy(manager);
  }

  /** The day of the last sign-in; empty if there was none. */
  public Optional<LocalDate> lastSignedIn() {
    return Optional.ofNullable(lastSignedIn);
  }

  /** Notes the day of a sign-in. */
  void signedInOn(LocalDate day) {
    lastSignedIn = day;
  }

  /** Whether the person serves visitors at a counter of that office. */
  boolean servesVisitorsIn(String someOffice) {
    return isAnyOf(rolesAt(Optional.of(someOffice)), Right.SERVE_VISITORS);
  }

  private static boolean isAnyOf(Set<Role> roles, Right right) {
    return roles.stream().anyMatch(role -> Rights.reach(role, right) != Rights.Reach.NONE);
  }

  /** Whether the person may sign in for that office. */
  boolean belongsTo(String someOffice) {
    boolean isHome =
        office == null ? isAnyOf(roles(), Right.CHOOSE_WORKPLACE) : office.equals(someOffice);
    return isHome || elsewhere().anyMatch(role -> role.office().equals(someOffice));
  }
}
