package de.lokalwillkommen.admin.figures;

import de.lokalwillkommen.core.leadtime.LeadTimeView;
import java.time.Duration;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * The coordinates of the lead-time chart: days from left to right, the lead in days upwards.
 * Numbers are in the chart's own units.
 */
public final class LeadTimeChart {

  /** Width and height of the chart, as in the page. */
  private static final int WIDTH = 1280;

  private static final int HEIGHT = 330;
  private static final int LEFT = 44;
  private static final int RIGHT = WIDTH - 28;
  private static final int TOP = 16;
  private static final int BOTTOM = HEIGHT - 34;
  private static final int WEEK = 7;
  private static final int MOST_MARKS = 8;
  private static final double MINUTES_OF_A_DAY = Duration.ofDays(1).toMinutes();

  private final List<LeadTimeView> figures;
  private final LocalDate first;
  private final int days;
  private final int most;

  /**
   * @param figures in the order of their days
   * @param first the first day of the chart
   * @param days how many days it shows, at least 2
   */
  LeadTimeChart(List<LeadTimeView> figures, LocalDate first, int days) {
    this.figures = figures;
    this.first = first;
    this.days = days;
    double longest =
        figures.stream()
            .flatMap(f -> Stream.of(f.median(), f.p90(), f.thirdNext()))
            .flatMap(Optional::stream)
            .mapToDouble(LeadTimeChart::inDays)
            .reduce(inDays(LeadTimeView.BASELINE) + 1, Math::max);
    this.most = (int) Math.ceil(longest / WEEK) * WEEK;
  }

  /**
   * A line of the chart.
   *
   * @param name the key of its name, below {@code lead.line.}
   * @param runs its parts, each a list of points as in SVG
   * @param x the last point's x
   * @param y the last point's y
   */
  public record Line(String name, List<String> runs, String x, String y) {}

  /**
   * A mark at an axis.
   *
   * @param at its position on that axis
   * @param day the day; null on the axis of leads
   * @param lead the lead in days; 0 on the axis of days
   */
  public record Mark(String at, LocalDate day, int lead) {}

  /** The lines that have figures. */
  public List<Line> lines() {
    return Stream.of(
            // a day without bookings has no lead times
            line("p90", LeadTimeView::p90, booked()),
            line("third", LeadTimeView::thirdNext, figures),
            line("median", LeadTimeView::median, booked()))
        .flatMap(Optional::stream)
        .toList();
  }

  private List<LeadTimeView> booked() {
    return figures.stream().filter(f -> f.median().isPresent()).toList();
  }

  /** The line is interrupted at days without a value. */
  private Optional<Line> line(
      String name, Function<LeadTimeView, Optional<Duration>> of, List<LeadTimeView> days) {
    List<List<String>> runs = new ArrayList<>(List.of(new ArrayList<>()));
    for (LeadTimeView day : days) {
      Optional<Duration> lead = of.apply(day);
      if (lead.isEmpty()) {
        runs.add(new ArrayList<>());
      }
      lead.ifPresent(l -> runs.get(runs.size() - 1).add(x(day.day()) + "," + y(inDays(l))));
    }
    runs.removeIf(List::isEmpty);
    return runs.stream()
        .flatMap(List::stream)
        .reduce((before, after) -> after)
        .map(last -> last.split(","))
        .map(
            last ->
                new Line(
                    name, runs.stream().map(LeadTimeChart::points).toList(), last[0], last[1]));
  }

  private static String points(List<String> run) {
    // a single point is drawn as a line to itself, or it would be invisible
    return run.size() == 1 ? run.get(0) + " " + run.get(0) : String.join(" ", run);
  }

  /** The days on which no third slot was free. */
  public List<String> bookedOut() {
    return figures.stream()
        .filter(f -> f.thirdNext().isEmpty())
        .map(LeadTimeView::day)
        .map(this::x)
        .toList();
  }

  /** The position of the baseline. */
  public String baseline() {
    return y(inDays(LeadTimeView.BASELINE));
  }

  /** Marks at whole weeks. */
  public List<Mark> leads() {
    return IntStream.rangeClosed(0, most / WEEK)
        .map(week -> week * WEEK)
        .mapToObj(lead -> new Mark(y(lead), null, lead))
        .toList();
  }

  /** Marks at some of the days, the last one among them. */
  public List<Mark> days() {
    int step = (days + MOST_MARKS - 1) / MOST_MARKS;
    return IntStream.iterate(days - 1, i -> i >= 0, i -> i - step)
        .mapToObj(first::plusDays)
        .map(day -> new Mark(x(day), day, 0))
        .toList();
  }

  static double inDays(Duration lead) {
    return lead.toMinutes() / MINUTES_OF_A_DAY;
  }

  private String x(LocalDate day) {
    double share = ChronoUnit.DAYS.between(first, day) / (days - 1.0);
    return number(LEFT + share * (RIGHT - LEFT));
  }

  private String y(double lead) {
    return number(BOTTOM - lead / most * (BOTTOM - TOP));
  }

  private static String number(double value) {
    return String.format(Locale.ROOT, "%.1f", value);
  }
}
