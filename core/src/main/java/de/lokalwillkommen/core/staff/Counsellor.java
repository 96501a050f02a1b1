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
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

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
  private Set<String> languages;

  @Convert(converter = WordSetAsText.class)
  private Set<String> topics;

  @Column(name = "password_hash")
  private String passwordHash;

  @Column(name = "locked_until")
  private Instant lockedUntil;

  protected Counsellor() {}

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

  public Set<Role> roles() {
    return roles.stream().map(Role::valueOf).collect(Collectors.toSet());
  }

  public Skills skills() {
    return new Skills(languages, topics);
  }

  /** Whether the operator has locked the account. */
  boolean isLocked(Instant now) {
    return lockedUntil != null && now.isBefore(lockedUntil);
  }

  PasswordHash password() {
    return new PasswordHash(passwordHash);
  }

  /** Whether the person serves visitors at a counter. */
  boolean servesVisitors() {
    return roles().stream()
        .anyMatch(role -> Rights.reach(role, Right.SERVE_VISITORS) != Rights.Reach.NONE);
  }

  /** Whether the person may sign in for that office. */
  boolean belongsTo(String someOffice) {
    return office == null ? roles().contains(Role.ADMIN) : office.equals(someOffice);
  }
}
