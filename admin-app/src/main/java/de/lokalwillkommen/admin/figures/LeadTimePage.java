package de.lokalwillkommen.admin.figures;

import com.ibm.icu.text.NumberFormat;
import de.lokalwillkommen.admin.availability.AvailabilityInWords;
import de.lokalwillkommen.admin.security.CurrentUser;
import de.lokalwillkommen.core.kernel.Refusal;
import de.lokalwillkommen.core.kernel.Refusal.Kind;
import de.lokalwillkommen.core.leadtime.LeadTimeView;
import de.lokalwillkommen.core.leadtime.MeasuringLeadTimes;
import de.lokalwillkommen.core.offices.OfficeDirectory;
import de.lokalwillkommen.core.offices.OfficeProfile;
import de.lokalwillkommen.web.text.PageTexts;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** The lead times of appointments: of one office over a period, and of all offices. */
@Named
@RequestScoped
public class LeadTimePage {

  private static final List<Integer> PERIODS = List.of(14, 30, 90);
  private static final int USUAL_PERIOD = 90;

  private MeasuringLeadTimes measuring;
  private OfficeDirectory offices;
  private AvailabilityInWords words;
  private PageTexts texts;
  private HttpServletRequest request;
  private Clock clock;
  private CurrentUser me;

  private OfficeProfile office;
  private List<LeadTimeView> figures;

  protected LeadTimePage() {}

  @Inject
  LeadTimePage(
      MeasuringLeadTimes measuring,
      OfficeDirectory offices,
      AvailabilityInWords words,
      PageTexts texts,
      HttpServletRequest request,
      Clock clock,
      CurrentUser me) {
    this.measuring = measuring;
    this.offices = offices;
    this.words = words;
    this.texts = texts;
    this.request = request;
    this.clock = clock;
    this.me = me;
  }

  private OfficeProfile office() {
    if (office == null) {
      office =
          Optional.ofNullable(request.getParameter("office"))
              .or(() -> me.get().office())
              .flatMap(offices::find)
              .filter(readable()::contains)
              .or(() -> readable().stream().findFirst())
              .orElseThrow(() -> Refusal.of(Kind.NOT_ALLOWED, "office.notYours").asException());
    }
    return office;
  }

  /** The offices whose figures the person may see. */
  private List<OfficeProfile> readable() {
    return offices.list().stream().filter(o -> me.get().readsFiguresOf(o.id())).toList();
  }

  private List<LeadTimeView> figures() {
    if (figures == null) {
      figures = measuring.list(office().id(), getDays());
    }
    return figures;
  }

  public String getOfficeId() {
    return office().id();
  }

  public String getOfficeName() {
    return office().name();
  }

  /** The number of days shown. */
  public int getDays() {
    String asked = Optional.ofNullable(request.getParameter("days")).orElse("");
    return PERIODS.stream()
        .filter(p -> asked.equals(p.toString()))
        .findFirst()
        .orElse(USUAL_PERIOD);
  }

  public List<Integer> getPeriods() {
    return PERIODS;
  }

  /** The address of this page for an office and a period. */
  public String show(String officeId, int days) {
    return request.getContextPath() + "/lead-time?office=" + officeId + "&days=" + days;
  }

  public LeadTimeChart getChart() {
    LocalDate today = LocalDate.ofInstant(clock.instant(), office().zone());
    return new LeadTimeChart(figures(), today.minusDays(getDays() - 1L), getDays());
  }

  /** A day at the axis of the chart. */
  public String day(LocalDate day) {
    return words.shortDay(day, texts.getLanguage());
  }

  /**
   * The figures of a day or of an office, in words.
   *
   * @param id the slug, if they are an office's
   * @param name the day or the office
   * @param bookings the number of appointments booked
   * @param median from request to slot
   * @param p90 from request to slot
   * @param third to the third free slot, or that there is none
   */
  public record Row(
      String id, String name, int bookings, String median, String p90, String third) {}

  /** The days of the period, the latest first. */
  public List<Row> getRows() {
    return figures().stream()
        .sorted(Comparator.comparing(LeadTimeView::day).reversed())
        .map(f -> row("", words.day(f.day(), texts.getLanguage()), f))
        .toList();
  }

  /** What was last measured in each office. */
  public List<Row> getOffices() {
    return readable().stream()
        .map(
            o ->
                latest(measuring.list(o.id(), USUAL_PERIOD))
                    .map(f -> row(o.id(), o.name(), f))
                    .orElseGet(() -> new Row(o.id(), o.name(), 0, none(), none(), none())))
        .toList();
  }

  private Row row(String id, String name, LeadTimeView f) {
    return new Row(
        id,
        name,
        f.bookings(),
        inDays(f.median()),
        inDays(f.p90()),
        f.thirdNext().isPresent() ? inDays(f.thirdNext()) : noThird());
  }

  private static Optional<LeadTimeView> latest(List<LeadTimeView> figures) {
    return figures.stream().reduce((before, after) -> after);
  }

  private String inDays(Optional<Duration> lead) {
    NumberFormat oneDigit = NumberFormat.getInstance(texts.getLanguage().locale());
    oneDigit.setMinimumFractionDigits(1);
    oneDigit.setMaximumFractionDigits(1);
    return lead.map(LeadTimeChart::inDays).map(oneDigit::format).orElseGet(LeadTimePage::none);
  }

  private static String none() {
    return "–";
  }

  public String getMedian() {
    return latestOf(LeadTimeView::median);
  }

  public String getP90() {
    return latestOf(LeadTimeView::p90);
  }

  /** The latest measurement; what was free on earlier days is outdated. */
  public String getThird() {
    return latest(figures())
        .map(f -> f.thirdNext().map(this::inWords).orElseGet(this::noThird))
        .orElseGet(() -> texts.of("lead.none"));
  }

  private String noThird() {
    return texts.of("lead.third.none");
  }

  /** The day of {@link #getMedian()} and the other figures. */
  public String getMeasured() {
    return latest(figures()).map(f -> words.day(f.day(), texts.getLanguage())).orElse("");
  }

  /** The latest value of a figure; a day without bookings is skipped. */
  private String latestOf(Function<LeadTimeView, Optional<Duration>> of) {
    return figures().stream()
        .map(of)
        .flatMap(Optional::stream)
        .reduce((before, after) -> after)
        .map(this::inWords)
        .orElseGet(() -> texts.of("lead.none"));
  }

  /** The change since the baseline, in a sentence. */
  public String getVerdict() {
    return figures().stream().anyMatch(f -> f.median().isPresent())
        ? texts.of("lead.words.better", getMedian())
        : texts.of("lead.words.none");
  }

  private String inWords(Duration lead) {
    long hours = Math.round(lead.toMinutes() / 60.0);
    return hours < 24
        ? texts.of("lead.duration.hours", hours)
        : texts.of("lead.duration.days", Math.round(hours / 24.0));
  }
}
