package de.lokalwillkommen.kiosk.booking;

import de.lokalwillkommen.core.booking.BookingCode;
import de.lokalwillkommen.core.booking.BookingWish;
import de.lokalwillkommen.core.booking.Slot;
import de.lokalwillkommen.core.kernel.Refusal;
import de.lokalwillkommen.core.kernel.Refusal.Kind;
import de.lokalwillkommen.core.kernel.RequestKey;
import de.lokalwillkommen.core.offices.OfficeDirectory;
import de.lokalwillkommen.core.offices.OfficeProfile;
import de.lokalwillkommen.core.offices.OfficeProfile.TopicProfile;
import de.lokalwillkommen.core.waitlist.PartOfDay;
import de.lokalwillkommen.core.waitlist.WaitlistWish;
import de.lokalwillkommen.kiosk.gate.CodeLimit;
import de.lokalwillkommen.kiosk.gate.OutsideLimit;
import de.lokalwillkommen.kiosk.page.Address;
import de.lokalwillkommen.kiosk.page.Form;
import de.lokalwillkommen.kiosk.page.PageState;
import de.lokalwillkommen.kiosk.page.SeeOther;
import de.lokalwillkommen.kiosk.page.Times;
import de.lokalwillkommen.web.request.SentValues;
import de.lokalwillkommen.web.text.PageTexts;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Asks for the topic, then for a time: one tap on a time holds it while the visitor decides. */
@Named
@RequestScoped
public class BookPage {

  private static final int ALTERNATIVES = 3;

  @Inject private OfficeDirectory offices;
  @Inject private FreeTimes freeTimes;
  @Inject private InventedChoices invented;
  @Inject private CodeLimit limit;
  @Inject private OutsideLimit outside;
  @Inject private PageState here;
  @Inject private Form form;
  @Inject private Times times;
  @Inject private PageTexts texts;
  private OfficeProfile office;
  private Optional<TopicProfile> topic = Optional.empty();
  private Optional<FreeTime> nextHere = Optional.empty();
  private Optional<FreeTime> nextAnywhere = Optional.empty();
  private Optional<FreeWeek> week = Optional.empty();
  private List<FreeTime> alternatives = List.of();

  /** Runs before rendering: holds the time that was touched, or reads the free times. */
  public void load() {
    office = offices.get(here.getOffice());
    topic = office.findTopic(here.getStep(Address.Parameter.TOPIC)).filter(TopicProfile::bookable);
    if (form.does("wait")) {
      join();
    } else if (form.isSent()) {
      hold();
    } else if (topic.isPresent()) {
      int most = isTaken() ? ALTERNATIVES : 1;
      read(
          invented
              .find(here.getStep(Address.Parameter.DAY), office, most)
              .orElseGet(() -> freeTimes.choose(search(), most, day())));
    }
  }

  private void read(FreeTimes.Choice choice) {
    List<FreeTime> own = choice.next().here();
    nextHere = own.stream().findFirst();
    nextAnywhere =
        choice.next().anywhere().stream()
            .filter(time -> nextHere.filter(first -> !time.isBefore(first)).isEmpty())
            .findFirst();
    week = choice.week();
    alternatives = isTaken() ? own : List.of();
  }

  private void hold() {
    Slot.Id slot =
        Slot.Id.find(form.text("slot"))
            .orElseThrow(() -> Refusal.of(Kind.INVALID, "slot.unknown").asException());
    BookingWish wish =
        new BookingWish(
            slot,
            here.getStep(Address.Parameter.TOPIC),
            texts.getLanguage().tag(),
            here.channel(),
            Optional.empty(),
            Optional.of(form.key()),
            Optional.of(here.getStep(Address.Parameter.FLOW))
                .filter(flow -> !flow.isEmpty())
                .map(RequestKey::new));
    BookingCode code = outside.hold(wish).appointment().code();
    limit.remember(code);
    SeeOther.page(here.goingTo(Address.confirm(office.id(), code.value()), here.getSteps()));
  }

  private void join() {
    LocalDate today = times.today(office.zone());
    WaitlistWish wish =
        new WaitlistWish(
            here.getStep(Address.Parameter.TOPIC),
            texts.getLanguage().tag(),
            Set.of(office.id()),
            today,
            today.plusDays(WaitlistWish.MOST_DAYS),
            PartOfDay.ANY,
            Optional.empty(),
            Optional.empty(),
            Optional.of(form.key()));
    BookingCode code = outside.join(wish, here.channel()).entry().code();
    limit.remember(code);
    SeeOther.page(
        here.goingTo(
            here.isOnPhone()
                ? Address.waitlist(code.value())
                : Address.answer(office.id(), code.value())));
  }

  private FreeTimes.Search search() {
    return new FreeTimes.Search(
        office.id(), topic.orElseThrow().id(), texts.getLanguage().tag(), here.channel());
  }

  private Optional<LocalDate> day() {
    return SentValues.findDay(here.getStep(Address.Parameter.DAY));
  }

  public String getOfficeName() {
    return office.name();
  }

  public String getClock() {
    return times.now(office.zone());
  }

  /** Whether a day was chosen, so that its times are scrolled into view. */
  public boolean isDayChosen() {
    return day().isPresent() && !isTaken();
  }

  /** {@code topics} or {@code times}. */
  public String getStep() {
    return topic.isPresent() ? "times" : "topics";
  }

  /** The topics for which this office makes appointments. */
  public List<TopicProfile> getTopics() {
    return office.topics().stream().filter(TopicProfile::bookable).toList();
  }

  /** The identifier of the topic that was chosen. */
  public String getTopic() {
    return topic.map(TopicProfile::id).orElse("");
  }

  /** The address of the times of a topic; begins a session if none has begun. */
  public String timesOf(TopicProfile chosen) {
    String flow = here.getStep(Address.Parameter.FLOW);
    Map<String, String> steps = here.getSteps();
    steps.put(Address.Parameter.TOPIC, chosen.id());
    steps.put(Address.Parameter.FLOW, flow.isEmpty() ? Form.newKey() : flow);
    return here.goingTo(here.address(), steps);
  }

  /** The address of the topics. */
  public String getOtherTopic() {
    Map<String, String> steps = here.getSteps();
    steps.remove(Address.Parameter.TOPIC);
    steps.remove(Address.Parameter.DAY);
    return here.goingTo(here.address(), steps);
  }

  /** The idempotency key, a new one each time the page is rendered. */
  public String getNewKey() {
    return Form.newKey();
  }

  public Optional<FreeTime> getNextHere() {
    return nextHere;
  }

  /** The next time in all offices, if it is earlier than the next time here. */
  public Optional<FreeTime> getNextAnywhere() {
    return nextAnywhere;
  }

  public Optional<FreeWeek> getWeek() {
    return week;
  }

  /** Whether another visitor has just booked the time that was touched. */
  public boolean isTaken() {
    return here.getRefusal().startsWith("refusal.slot.");
  }

  /** Alternatives to the time that is taken. */
  public List<FreeTime> getAlternatives() {
    return alternatives;
  }
}
