package de.lokalwillkommen.admin.security;

import de.lokalwillkommen.core.staff.Role;
import de.lokalwillkommen.core.staff.SignedIn;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * The parts of this application between which people go to and fro, in the order of the navigation,
 * and who may open them. What is named nowhere here is for everybody who is signed in.
 */
public enum Section {
  /** The line and the own counter. */
  CONSOLE("campaign", Role::servesVisitors, who -> who.counter().isPresent(), "/console.xhtml"),
  /** The appointments of a day. */
  DAY_LIST(
      "calendar_month",
      Role::servesVisitors,
      who -> who.office().isPresent(),
      "/day-list.xhtml",
      "/day-list.csv",
      "/slip.xhtml"),
  /** When an office has time for appointments. */
  AVAILABILITY(
      "event_available",
      Role::arrangesOffices,
      who -> true,
      "/availability",
      "/availability.xhtml"),
  /** How long people wait for an appointment. */
  LEAD_TIME("bar_chart", Role::readsFigures, who -> true, "/lead-time", "/lead-time.xhtml");

  private final String icon;
  private final Predicate<Role> work;
  private final Predicate<SignedIn> place;
  private final List<String> paths;

  /**
   * @param icon the pictogram beside its name
   * @param work the roles whose work it is, of which one is enough to open it
   * @param place whether it has something to show where the person is signed in
   * @param paths its pages below the application's address, the first one first
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

  /** Those that a person can go to. */
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

  /** Its first page, below the application's address. */
  public String path() {
    return paths.get(0);
  }
}
