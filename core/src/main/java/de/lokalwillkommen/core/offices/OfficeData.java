package de.lokalwillkommen.core.offices;

import de.lokalwillkommen.core.kernel.MainLanguage;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * The name, address and rules of an office. The canonical constructor refuses, as {@code INVALID},
 * what does not fit and names the field.
 *
 * @param name what visitors read, 1 to 80 characters
 * @param address street and place, up to 200 characters; the empty string if not known
 * @param zone the time zone of its clock
 * @param holidayRegion the German state whose public holidays it keeps: the ISO 3166-2 code without
 *     the country
 * @param creditMinutes the credit of an appointment in the line, 0 to 240 minutes
 * @param lateAfterMinutes the delay after which an appointment has no credit, 0 to 240 minutes
 * @param recallLimit the greatest number of recalls of a number, 0 to 20
 * @param waitingLimit the greatest number of waiting visitors, 1 to 999; empty for no limit
 * @param lastTicketMinutes how long before closing it stops issuing tickets, 0 to 240 minutes
 * @param publishesEstimate whether visitors see the estimated wait
 * @param languages the BCP 47 tags of the languages that its kiosk offers, in that order, with
 *     German among them; empty for all
 */
public record OfficeData(
    String name,
    String address,
    ZoneId zone,
    Optional<String> holidayRegion,
    int creditMinutes,
    int lateAfterMinutes,
    int recallLimit,
    Optional<Integer> waitingLimit,
    int lastTicketMinutes,
    boolean publishesEstimate,
    List<String> languages) {

  /** The German states by their codes. */
  public static final Set<String> REGIONS =
      Set.of(
          "bw", "by", "be", "bb", "hb", "hh", "he", "mv", "ni", "nw", "rp", "sl", "sn", "st", "sh",
          "th");

  private static final int LONGEST_NAME = 80;
  private static final int LONGEST_ADDRESS = 200;
  private static final int LONGEST_ZONE = 40;
  private static final int MOST_MINUTES = 240;
  private static final int MOST_RECALLS = 20;
  private static final int MOST_WAITING = 999;
  private static final int MOST_LANGUAGES = 15;

  public OfficeData {
    name = EnteredValue.text("name", name, LONGEST_NAME);
    address = EnteredValue.textOrEmpty("address", address, LONGEST_ADDRESS);
    EnteredValue.text("zone", zone.getId(), LONGEST_ZONE);
    holidayRegion = holidayRegion.map(region -> region.toLowerCase(Locale.ROOT));
    if (!REGIONS.containsAll(holidayRegion.stream().toList())) {
      throw EnteredValue.refused("region");
    }
    EnteredValue.number("credit", creditMinutes, 0, MOST_MINUTES);
    EnteredValue.number("lateAfter", lateAfterMinutes, 0, MOST_MINUTES);
    EnteredValue.number("recallLimit", recallLimit, 0, MOST_RECALLS);
    waitingLimit.ifPresent(most -> EnteredValue.number("waitingLimit", most, 1, MOST_WAITING));
    EnteredValue.number("lastTicketMinutes", lastTicketMinutes, 0, MOST_MINUTES);
    languages = List.copyOf(languages);
    requireLanguages(languages);
  }

  private static void requireLanguages(List<String> tags) {
    boolean isAll = tags.isEmpty();
    boolean areTags = tags.size() <= MOST_LANGUAGES && tags.stream().allMatch(OfficeData::isTag);
    if (!isAll && !(areTags && tags.contains(MainLanguage.TAG))) {
      throw EnteredValue.refused("languages");
    }
  }

  private static boolean isTag(String tag) {
    return tag.matches("[A-Za-z0-9-]{2,12}");
  }

  /** With the usual rules: credit 20 min, late after 15 min, three recalls, no limit. */
  public static OfficeData usual(
      String name, String address, ZoneId zone, Optional<String> region) {
    return new OfficeData(
        name, address, zone, region, 20, 15, 3, Optional.empty(), 15, true, List.of());
  }

  /**
   * The time zone of that name.
   *
   * @throws de.lokalwillkommen.core.kernel.Refused {@code INVALID} if there is none
   */
  public static ZoneId zone(String entered) {
    if (entered == null || !ZoneId.getAvailableZoneIds().contains(entered.strip())) {
      throw EnteredValue.refused("zone");
    }
    return ZoneId.of(entered.strip());
  }

  /** The same rules for an office of another name and place. */
  OfficeData at(OfficeData place) {
    return new OfficeData(
        place.name,
        place.address,
        place.zone,
        place.holidayRegion,
        creditMinutes,
        lateAfterMinutes,
        recallLimit,
        waitingLimit,
        lastTicketMinutes,
        publishesEstimate,
        languages);
  }
}
