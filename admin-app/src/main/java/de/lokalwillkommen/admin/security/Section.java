package de.lokalwillkommen.admin.security;

import de.lokalwillkommen.core.staff.Right;
import de.lokalwillkommen.core.staff.SignedIn;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/**
 * The sections of this application in the order of the navigation, and the rights that they take.
 */
public enum Section {
  /** The line and the person's own counter. */
  CONSOLE("campaign", Right.SERVE_VISITORS, who -> who.counter().isPresent(), "/console.xhtml"),
  /** What has happened to a number today; reached from the console. */
  NUMBER("history", Right.SERVE_VISITORS, who -> false, "/number.xhtml"),
  /** The appointments of a day. */
  DAY_LIST(
      "calendar_month",
      Right.SERVE_VISITORS,
      who -> who.office().isPresent(),
      "/day-list.xhtml",
      "/day-list.csv",
      "/slip.xhtml",
      "/working-list",
      "/working-list.xhtml",
      "/letters.xhtml",
      "/week",
      "/week.xhtml",
      "/waitlist",
      "/waitlist.xhtml"),
  /** The office at this moment, and what is ordered for today. */
  TODAY(
      "visibility",
      Right.LEAD_DAY,
      who -> true,
      "/today",
      "/today.xhtml",
      "/visit",
      "/visit.xhtml"),
  /** The hours of an office for appointments. */
  AVAILABILITY(
      "event_available",
      Right.ARRANGE_AVAILABILITY,
      who -> true,
      "/availability",
      "/availability.xhtml"),
  /** The lead times of appointments. */
  LEAD_TIME("bar_chart", Right.READ_LEAD_TIMES, who -> true, "/lead-time", "/lead-time.xhtml"),
  /** The offices: their data, hours, counters and topics. */
  OFFICES(
      "apartment",
      Right.ARRANGE_OFFICE,
      who -> true,
      "/offices",
      "/offices.xhtml",
      "/office",
      "/office.xhtml"),
  /** The catalogue of topics, which all offices share. */
  TOPICS("edit_note", Right.ARRANGE_TOPICS, who -> true, "/topics", "/topics.xhtml"),
  /** The texts that visitors meet. */
  TEXTS(
      "translate",
      Right.EDIT_TEXTS,
      who -> true,
      "/texts",
      "/texts.xhtml",
      "/texts.xlf",
      "/letter-sample",
      "/texts.properties"),
  /** How the installation names itself. */
  INSTALLATION(
      "settings", Right.ARRANGE_INSTALLATION, who -> true, "/installation", "/installation.xhtml"),
  /** What has been changed. */
  HISTORY("history", Right.READ_HISTORY, who -> true, "/history", "/history.xhtml", "/history.csv"),
  /** The people who sign in, and their access. */
  PEOPLE(
      "group",
      Right.MANAGE_PEOPLE,
      who -> true,
      "/people",
      "/people.xhtml",
      "/person",
      "/person.xhtml"),
  /** The kiosks, boards and tablets. */
  DEVICES(
      "touch_app",
      Right.MANAGE_DEVICES,
      who -> true,
      "/devices",
      "/devices.xhtml",
      "/device",
      "/device.xhtml"),
  /** How people sign in; reached from the list of people. */
  SIGN_IN_RULES(
      "group", Right.ARRANGE_SIGN_IN, who -> false, "/sign-in-rules", "/sign-in-rules.xhtml"),
  /** What values of the identity provider's claim give; reached from the rules of signing in. */
  CLAIM_MAPPINGS(
      "group", Right.ARRANGE_SIGN_IN, who -> false, "/claim-mappings", "/claim-mappings.xhtml"),
  /** The webhooks. */
  WEBHOOKS("forward", Right.MANAGE_WEBHOOKS, who -> true, "/webhooks", "/webhooks.xhtml");

  /** The pages that belong to no section and are open to all who are signed in. */
  private static final Set<String> FOR_ALL =
      Set.of(
          "/",
          "/start.xhtml",
          "/account",
          "/account.xhtml",
          "/leaving.xhtml",
          "/take-over.xhtml",
          "/tandem.xhtml",
          "/problem.xhtml");

  private final String icon;
  private final Right right;
  private final Predicate<SignedIn> place;
  private final List<String> paths;

  /**
   * @param icon the pictogram beside its name
   * @param right the right that it takes, in any office
   * @param place whether it applies to the place where the person is signed in
   * @param paths its pages below the application's address, beginning with the entry page
   */
  Section(String icon, Right right, Predicate<SignedIn> place, String... paths) {
    this.icon = icon;
    this.right = right;
    this.place = place;
    this.paths = List.of(paths);
  }

  /** The section to which a path belongs. */
  static Optional<Section> find(String path) {
    return Arrays.stream(values()).filter(s -> s.paths.contains(path)).findFirst();
  }

  /** Whether a path belongs to no section and is open to all who are signed in. */
  static boolean isForAll(String path) {
    return FOR_ALL.contains(path);
  }

  /** The sections that a person may open. */
  public static List<Section> listFor(SignedIn who) {
    return Arrays.stream(values()).filter(s -> s.admits(who) && s.place.test(who)).toList();
  }

  /** Whether a person may open it. */
  boolean admits(SignedIn who) {
    return who.may(right);
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
