package de.lokalwillkommen.admin.availability;

import de.lokalwillkommen.admin.page.DaysInWords;
import de.lokalwillkommen.admin.page.SpokenLanguages;
import de.lokalwillkommen.admin.page.Tick;
import de.lokalwillkommen.admin.security.CurrentUser;
import de.lokalwillkommen.core.availability.ArrangingAvailability;
import de.lokalwillkommen.core.availability.AvailabilityPlan;
import de.lokalwillkommen.core.availability.AvailabilityView;
import de.lokalwillkommen.core.kernel.Refusal;
import de.lokalwillkommen.core.kernel.Refusal.Kind;
import de.lokalwillkommen.core.offices.OfficeProfile.TopicProfile;
import de.lokalwillkommen.core.timetable.WeeklyHours;
import de.lokalwillkommen.web.text.Language;
import de.lokalwillkommen.web.text.PageTexts;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.model.SelectItem;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.IOException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The form for new weekly hours for appointments, or for a change. */
@Named
@RequestScoped
public class HoursForm extends TimesForm {

  private static final String TOPIC = "topic";
  private static final String LANGUAGE = "language";

  /** The choice of all days from Monday to Friday. */
  private static final String WORKDAYS = "1-5";

  private ArrangingAvailability arranging;
  private AvailabilityPlan plan;
  private SpokenLanguages languages;
  private OrphanWarning orphans;
  private AvailabilityPage page;
  private AvailabilityRequest asked;
  private PageTexts texts;
  private CurrentUser me;

  private String weekday = "1";
  private String everyWeeks = "1";
  private String anchor;
  private String validFrom;
  private String validUntil;
  private String slotMinutes = "30";
  private String internalDesks = "0";
  private String lateDesks = "0";
  private Set<String> topics = Set.of();
  private Set<String> tongues = Set.of();

  protected HoursForm() {
    super("2");
  }

  @Inject
  HoursForm(
      ArrangingAvailability arranging,
      AvailabilityPlan plan,
      SpokenLanguages languages,
      OrphanWarning orphans,
      AvailabilityPage page,
      AvailabilityRequest asked,
      PageTexts texts,
      CurrentUser me) {
    super("2");
    this.arranging = arranging;
    this.plan = plan;
    this.languages = languages;
    this.orphans = orphans;
    this.page = page;
    this.asked = asked;
    this.texts = texts;
    this.me = me;
  }

  /** Shows the requested rule, or the defaults of a new one. */
  public void enter() {
    LocalDate day = asked.day();
    weekday = Integer.toString(day.getDayOfWeek().getValue());
    validFrom = day.toString();
    asked.rule().ifPresent(rule -> show(hoursOf(rule)));
  }

  /** Keeps the ticked choices, even if they cannot be saved. */
  private void readTicks() {
    topics = asked.words(TOPIC);
    tongues = asked.words(LANGUAGE);
  }

  private WeeklyHours hoursOf(long rule) {
    CalendarWeek week = asked.week();
    return plan.get(asked.office().id(), week.first(), week.first()).rules().stream()
        .filter(r -> r.id() == rule)
        .map(AvailabilityView.Rule::hours)
        .findFirst()
        .orElseThrow(() -> Refusal.of(Kind.UNKNOWN, "availability.unknown").asException());
  }

  private void show(WeeklyHours hours) {
    weekday = Integer.toString(hours.weekday().getValue());
    setFrom(EnteredField.time(hours.fromMinute()));
    setUntil(EnteredField.time(hours.untilMinute()));
    everyWeeks = Integer.toString(hours.everyWeeks());
    anchor = hours.anchor().toString();
    validFrom = hours.validFrom().toString();
    validUntil = hours.validUntil().map(LocalDate::toString).orElse(null);
    slotMinutes = Integer.toString(hours.slotMinutes());
    setDesks(Integer.toString(hours.desks()));
    internalDesks = Integer.toString(hours.internalDesks());
    lateDesks = Integer.toString(hours.lateDesks());
    topics = hours.topics();
    tongues = hours.languages();
  }

  /** Saves the input, unless it would orphan appointments that have not been shown yet. */
  public void save() throws IOException {
    readTicks();
    Optional<Long> rule = asked.rule();
    if (rule.isEmpty()) {
      List<WeeklyHours> all = enteredDays().map(this::entered).toList();
      arranging.addAll(me.get(), asked.office().id(), all);
      page.goOn(AvailabilityPage.RULES, all.size() == 1 ? "added" : "addedAll");
      return;
    }
    long id = rule.get();
    WeeklyHours hours = entered(enteredDay());
    if (orphans.letPass("save", arranging.change(me.get(), id, hours, orphans.told()))) {
      page.goOn(AvailabilityPage.RULES, "saved");
    }
  }

  /** Removes the rule, unless it would orphan appointments that have not been shown yet. */
  public void remove() throws IOException {
    readTicks();
    long rule = AvailabilityRequest.required(asked.rule());
    if (orphans.letPass("remove", arranging.remove(me.get(), rule, orphans.told()))) {
      page.goOn(AvailabilityPage.RULES, "removed");
    }
  }

  /** The days for which new hours are entered: one, or all from Monday to Friday. */
  private Stream<DayOfWeek> enteredDays() {
    return WORKDAYS.equals(weekday)
        ? EnumSet.range(DayOfWeek.MONDAY, DayOfWeek.FRIDAY).stream()
        : Stream.of(enteredDay());
  }

  private DayOfWeek enteredDay() {
    int number = new EnteredField("weekday", weekday).number();
    return DayOfWeek.of(Math.floorMod(number - 1, DayOfWeek.values().length) + 1);
  }

  private WeeklyHours entered(DayOfWeek day) {
    LocalDate first = new EnteredField("validFrom", validFrom).date().orElseGet(asked::today);
    return new WeeklyHours(
        day,
        new EnteredField("from", getFrom()).minute(),
        new EnteredField("until", getUntil()).endMinute(),
        new EnteredField("everyWeeks", everyWeeks).number(),
        new EnteredField("anchor", anchor).date().orElse(first),
        first,
        new EnteredField("validUntil", validUntil).date(),
        new EnteredField("slotMinutes", slotMinutes).number(),
        new EnteredField("desks", getDesks()).number(),
        new EnteredField("internalDesks", internalDesks).number(),
        new EnteredField("lateDesks", lateDesks).number(),
        known(topics, asked.office().topics().stream().map(TopicProfile::id)),
        known(tongues, languages.list().stream().map(Language::tag)));
  }

  private static Set<String> known(Set<String> ticked, Stream<String> all) {
    return all.filter(ticked::contains).collect(Collectors.toSet());
  }

  /** The days to choose from; for new hours all from Monday to Friday are one choice, too. */
  public List<SelectItem> getWeekdays() {
    Stream<SelectItem> days =
        Stream.of(DayOfWeek.values())
            .map(
                d ->
                    new SelectItem(d.getValue() + "", DaysInWords.weekday(d, texts.getLanguage())));
    return asked.rule().isPresent()
        ? days.toList()
        : Stream.concat(
                Stream.of(new SelectItem(WORKDAYS, texts.of("availability.hours.workdays"))), days)
            .toList();
  }

  public List<Tick> getTopics() {
    return asked.office().topics().stream()
        .filter(TopicProfile::bookable)
        .map(t -> new Tick(t.id(), texts.of("topic." + t.id()), topics.contains(t.id())))
        .toList();
  }

  public List<Tick> getLanguages() {
    return languages.list().stream()
        .map(
            l ->
                new Tick(
                    l.tag(),
                    languages.bothNamesOf(l, texts.getLanguage()),
                    tongues.contains(l.tag())))
        .toList();
  }

  /** Whether only some topics or languages are served. */
  public boolean isSpecial() {
    return !topics.isEmpty() || !tongues.isEmpty();
  }

  /** The identifier of the rule that is shown, or null for a new one. */
  public Long getRule() {
    return asked.rule().orElse(null);
  }

  public String getWeekday() {
    return weekday;
  }

  public void setWeekday(String weekday) {
    this.weekday = weekday;
  }

  public String getEveryWeeks() {
    return everyWeeks;
  }

  public void setEveryWeeks(String everyWeeks) {
    this.everyWeeks = everyWeeks;
  }

  public String getAnchor() {
    return anchor;
  }

  public void setAnchor(String anchor) {
    this.anchor = anchor;
  }

  public String getValidFrom() {
    return validFrom;
  }

  public void setValidFrom(String validFrom) {
    this.validFrom = validFrom;
  }

  public String getValidUntil() {
    return validUntil;
  }

  public void setValidUntil(String validUntil) {
    this.validUntil = validUntil;
  }

  public String getSlotMinutes() {
    return slotMinutes;
  }

  public void setSlotMinutes(String slotMinutes) {
    this.slotMinutes = slotMinutes;
  }

  public String getInternalDesks() {
    return internalDesks;
  }

  public void setInternalDesks(String internalDesks) {
    this.internalDesks = internalDesks;
  }

  public String getLateDesks() {
    return lateDesks;
  }

  public void setLateDesks(String lateDesks) {
    this.lateDesks = lateDesks;
  }
}
