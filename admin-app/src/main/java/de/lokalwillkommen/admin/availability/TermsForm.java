package de.lokalwillkommen.admin.availability;

import de.lokalwillkommen.admin.security.CurrentUser;
import de.lokalwillkommen.core.availability.ArrangingAvailability;
import de.lokalwillkommen.core.availability.AvailabilityPlan;
import de.lokalwillkommen.core.offices.OfficeProfile.TopicProfile;
import de.lokalwillkommen.core.timetable.OfficeTerms;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The form for an office's booking terms, and for the length of appointments on its topics. */
@Named
@RequestScoped
public class TermsForm {

  private static final String SLOTS = "slots-";

  private ArrangingAvailability arranging;
  private AvailabilityPlan plan;
  private AvailabilityPage page;
  private AvailabilityRequest asked;
  private CurrentUser me;

  private String earlyMinutes;
  private String bookingDays;
  private String lateShareHours;
  private boolean booksOutside;
  private String holdsLimit;
  private final Map<String, String> slots = new HashMap<>();

  protected TermsForm() {}

  @Inject
  TermsForm(
      ArrangingAvailability arranging,
      AvailabilityPlan plan,
      AvailabilityPage page,
      AvailabilityRequest asked,
      CurrentUser me) {
    this.arranging = arranging;
    this.plan = plan;
    this.page = page;
    this.asked = asked;
    this.me = me;
  }

  /** Shows the current terms. */
  public void enter() {
    OfficeTerms terms = plan.getTerms(asked.office().id());
    earlyMinutes = Integer.toString(terms.earlyMinutes());
    bookingDays = Integer.toString(terms.bookingDays());
    lateShareHours = Integer.toString(terms.lateShareHours());
    booksOutside = terms.booksOutside();
    holdsLimit = terms.holdsLimit().map(Object::toString).orElse("");
    terms.slots().forEach((topic, count) -> slots.put(topic, count.toString()));
  }

  /** Saves the input. */
  public void save() throws IOException {
    readSlots();
    arranging.bookOn(me.get(), asked.office().id(), entered());
    page.goOn(AvailabilityPage.TERMS, "arranged");
  }

  /** Keeps the input, even if it cannot be saved; topics that are not shown stay unchanged. */
  private void readSlots() {
    plan.getTerms(asked.office().id())
        .slots()
        .forEach((topic, count) -> slots.put(topic, count.toString()));
    asked.office().topics().stream()
        .filter(TopicProfile::bookable)
        .map(TopicProfile::id)
        .forEach(topic -> slots.put(topic, asked.word(SLOTS + topic).orElse("")));
  }

  private OfficeTerms entered() {
    Map<String, Integer> counts = new HashMap<>();
    slots.forEach(
        (topic, count) ->
            new EnteredField("slots", count).findNumber().ifPresent(n -> counts.put(topic, n)));
    return new OfficeTerms(
        new EnteredField("earlyMinutes", earlyMinutes).number(),
        new EnteredField("bookingDays", bookingDays).number(),
        new EnteredField("lateShareHours", lateShareHours).number(),
        booksOutside,
        new EnteredField("holdsLimit", holdsLimit).findNumber(),
        counts);
  }

  /**
   * How long appointments on a topic are.
   *
   * @param field the name of the field
   * @param label the key of the topic's name
   * @param minutes how long a consultation on it usually takes
   * @param count how many slots, as entered; the empty string for as many as that needs
   */
  public record TopicSlots(String field, String label, long minutes, String count) {}

  public List<TopicSlots> getTopics() {
    return asked.office().topics().stream()
        .filter(TopicProfile::bookable)
        .map(
            t ->
                new TopicSlots(
                    SLOTS + t.id(),
                    "topic." + t.id(),
                    t.usualDuration().toMinutes(),
                    slots.getOrDefault(t.id(), "")))
        .toList();
  }

  public String getEarlyMinutes() {
    return earlyMinutes;
  }

  public void setEarlyMinutes(String earlyMinutes) {
    this.earlyMinutes = earlyMinutes;
  }

  public String getBookingDays() {
    return bookingDays;
  }

  public void setBookingDays(String bookingDays) {
    this.bookingDays = bookingDays;
  }

  public String getLateShareHours() {
    return lateShareHours;
  }

  public void setLateShareHours(String lateShareHours) {
    this.lateShareHours = lateShareHours;
  }

  public boolean isBooksOutside() {
    return booksOutside;
  }

  public void setBooksOutside(boolean booksOutside) {
    this.booksOutside = booksOutside;
  }

  public String getHoldsLimit() {
    return holdsLimit;
  }

  public void setHoldsLimit(String holdsLimit) {
    this.holdsLimit = holdsLimit;
  }
}
