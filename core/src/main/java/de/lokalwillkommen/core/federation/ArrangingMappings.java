package de.lokalwillkommen.core.federation;

import de.lokalwillkommen.core.kernel.Changed;
import de.lokalwillkommen.core.kernel.DomainEvents;
import de.lokalwillkommen.core.kernel.NotedState;
import de.lokalwillkommen.core.kernel.Refusal;
import de.lokalwillkommen.core.kernel.Refusal.Kind;
import de.lokalwillkommen.core.kernel.Refused;
import de.lokalwillkommen.core.kernel.UseCase;
import de.lokalwillkommen.core.offices.Offices;
import de.lokalwillkommen.core.staff.Organisation;
import de.lokalwillkommen.core.staff.Right;
import de.lokalwillkommen.core.staff.Role;
import de.lokalwillkommen.core.staff.SignedIn;
import de.lokalwillkommen.core.staff.Staff;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Arranges which values of the provider's claim give which roles and organisation. */
@UseCase
public class ArrangingMappings {

  private Federation federation;
  private Staff staff;
  private Offices offices;
  private DomainEvents events;
  private Clock clock;

  protected ArrangingMappings() {}

  @Inject
  ArrangingMappings(
      Federation federation, Staff staff, Offices offices, DomainEvents events, Clock clock) {
    this.federation = federation;
    this.staff = staff;
    this.offices = offices;
    this.events = events;
    this.clock = clock;
  }

  /** The mappings, by value. */
  public List<MappingView> list() {
    return federation.listMappings().stream().map(ClaimMapping::view).toList();
  }

  /**
   * Adds a mapping. It counts from the next sign-in on.
   *
   * @param office slug, or empty for a role that counts in all offices
   * @param organisation the identifier of the organisation of these people, or empty if the value
   *     says nothing of it
   * @throws Refused {@code NOT_ALLOWED} for people without the right, {@code INVALID} for what does
   *     not fit, {@code CONFLICT} if there is the same already
   */
  public void add(
      SignedIn who,
      String value,
      Role role,
      Optional<String> office,
      Optional<String> organisation) {
    federation.takeTurn();
    SignedIn caller = requireRight(who);
    ClaimMapping mapping = new ClaimMapping(value, role, office, organisation);
    if (office.isPresent() && office.flatMap(offices::find).isEmpty()) {
      throw Refusal.of(Kind.INVALID, "office.unknown").with("field", "mappingOffice").asException();
    }
    if (!organisation.map(this::isOrganisation).orElse(true)) {
      throw Refusal.of(Kind.INVALID, "person.organisation")
          .with("field", "organisation")
          .asException();
    }
    if (federation.listMappings().stream().anyMatch(mapping::isSameAs)) {
      throw Refusal.of(Kind.CONFLICT, "federation.twice").with("field", "value").asException();
    }
    federation.add(mapping);
    publish(caller, mapping, "ADD_MAPPING", "", stateOf(mapping));
  }

  /**
   * Removes a mapping. Those who are signed in stay so.
   *
   * @throws Refused {@code NOT_ALLOWED} for people without the right, {@code UNKNOWN} if there is
   *     no such mapping
   */
  public void remove(SignedIn who, long id) {
    federation.takeTurn();
    SignedIn caller = requireRight(who);
    ClaimMapping mapping =
        federation
            .findMapping(id)
            .orElseThrow(() -> Refusal.of(Kind.UNKNOWN, "federation.unknown").asException());
    federation.remove(mapping);
    publish(caller, mapping, "REMOVE_MAPPING", stateOf(mapping), "");
  }

  /** The organisations that a mapping can give, by name. */
  public List<Organisation> listOrganisations() {
    return staff.listOrganisations();
  }

  private boolean isOrganisation(String id) {
    return staff.listOrganisations().stream().anyMatch(known -> known.id().equals(id));
  }

  /** The caller with the present rights, which another change may have taken away. */
  private SignedIn requireRight(SignedIn who) {
    return staff
        .find(who.counsellor())
        .flatMap(caller -> caller.findPresentRights(who))
        .filter(caller -> caller.mayEverywhere(Right.ARRANGE_SIGN_IN))
        .orElseThrow(() -> Refusal.of(Kind.NOT_ALLOWED, "signIn.notYours").asException());
  }

  private static String stateOf(ClaimMapping mapping) {
    return NotedState.version(1)
        .with("claim", mapping.value())
        .with("roles", Set.of(mapping.role().name()))
        .with("office", mapping.office())
        .with("organisation", mapping.organisation())
        .toString();
  }

  private void publish(
      SignedIn who, ClaimMapping mapping, String action, String before, String after) {
    events.publish(
        new Changed(
            "",
            who.asAuthor(),
            "federation",
            "M" + mapping.id(),
            action,
            before,
            after,
            clock.instant()));
  }
}
