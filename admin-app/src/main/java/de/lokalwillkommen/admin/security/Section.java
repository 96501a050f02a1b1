package de.lokalwillkommen.admin.security;

import de.lokalwillkommen.core.staff.Role;
import de.lokalwillkommen.core.staff.SignedIn;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * The sections of this application in the order of the navigation, and the roles that may open
 * them. Pages that belong to no section are open to all who are signed in.
 */
public enum Section {
  /** The line and the person's own counter. */
  CONSOLE("campaign", Role::servesVisitors, who -> who.counter().isPresent(), "/console.xhtml"),
  /** The appointments of a day. */
  DAY_LIST(
      "calendar_month",
      Role::servesVisitors,
      who -> who.office().isPresent(),
      "/day-list.xhtml",
      "/day-list.csv",
      "/slip.xhtml"),
  /** The hours of an office for appointments. */
  AVAILABILITY(
      "event_available",
      Role::arrangesOffices,
      who -> true,
      "/availability",
      "/availability.xhtml"),
  /** The lead times of appointments. */
  LEAD_TIME("bar_chart", Role::readsFigures, who -> true, "/lead-time", "/lead-time.xhtml");

  private final String icon;
  private final Predicate<Role> work;
  private final Predicate<SignedIn> place;
  private final List<String> paths;

  /**
   * @param icon the pictogram beside its name
   * @param work the roles that may open it, of which one is enough
   * @param place whether it applies to the place where the person is signed in
   * @param paths its pages below the application's address, beginning with the entry page
   */
  Section(String icon, Predicate<Role> work, Predicate<SignedIn> place, String... paths) {
    this.icon = icon;
    this.work = work;
    this.place = place;
    this.paths = List.of(paths);
  }

  /** The section to which a path belongs. */
  static Optional<Section> find(String path) {
    return Arrays.stream(values()).filter(s -> s.paths.contains(path)).findFirst();
  }

  /** The sections that a person may open. */
  public static List<Section> listFor(SignedIn who) {
    return Arrays.stream(values()).filter(s -> s.admits(who) && s.place.test(who)).toList();
  }

  /** Whether a person may open it. */
  boolean admits(SignedIn who) {
    return who.roles().stream().anyMatch(work);
  }

  /** Whether a path below the application's address belongs to it. */
  public boolean includes(String path) {
    return paths.contains(path);
  }

  public String icon() {
    return icon;
  }

  /** Its entry page, below the application's address. */
  public String path() {
    return paths.get(0);
  }
}
