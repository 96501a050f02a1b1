package de.lokalwillkommen.core.booking;

import de.lokalwillkommen.core.kernel.Refusal;
import de.lokalwillkommen.core.kernel.Refusal.Kind;
import de.lokalwillkommen.core.kernel.UseCase;
import de.lokalwillkommen.core.offices.Office;
import de.lokalwillkommen.core.offices.Offices;
import de.lokalwillkommen.core.offices.Topic;
import de.lokalwillkommen.core.timetable.Share;
import de.lokalwillkommen.core.timetable.Timetable;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;

/**
 * Searches for free slots. Places freed by time alone are first offered to the waitlist, so that no
 * search returns a slot that is about to be offered to another visitor.
 */
@UseCase
public class FindingSlots {

  private static final Duration FAR = Duration.ofDays(370);

  private Offices offices;
  private SlotSearch search;
  private OpenBook book;
  private Clock clock;

  protected FindingSlots() {}

  @Inject
  FindingSlots(Offices offices, SlotSearch search, OpenBook book, Clock clock) {
    this.offices = offices;
    this.search = search;
    this.book = book;
    this.clock = clock;
  }

  /**
   * Free slots, the earliest first.
   *
   * @throws de.lokalwillkommen.core.kernel.Refused {@code UNKNOWN} office; {@code INVALID} topic
   */
  public List<Slot> list(SlotQuery query) {
    Instant now = clock.instant();
    List<Office> where =
        query
            .office()
            .map(offices::get)
            .map(List::of)
            .orElseGet(() -> offices.list().stream().filter(o -> books(o, query)).toList());
    if (query.office().isPresent() && topicIn(where.get(0), query).isEmpty()) {
      throw Refusal.of(Kind.INVALID, "topic.unknown").with("field", "topic").asException();
    }
    book.open(now, where.stream().filter(o -> book.isDue(o, now)).toArray(Office[]::new));
    return where.stream()
        .flatMap(office -> listIn(office, query, now).stream())
        .sorted(Comparator.comparing(Slot::start))
        .limit(query.limit())
        .toList();
  }

  /**
   * What one of several visitors needs.
   *
   * @param topic the identifier of a topic
   * @param language BCP 47 tag
   */
  public record Need(String topic, String language) {}

  /**
   * A free slot for each of several visitors, which staff can book all together; empty for one
   * whose topic is no longer bookable, or if there is none.
   *
   * @param first the first day on which they may begin
   * @throws de.lokalwillkommen.core.kernel.Refused {@code UNKNOWN} office
   */
  public List<Optional<Slot>> listOneEach(String officeId, List<Need> needs, LocalDate first) {
    Instant now = clock.instant();
    Office office = offices.get(officeId);
    if (book.isDue(office, now)) {
      book.open(now, office);
    }
    List<Optional<Timetable.Wish>> wishes =
        needs.stream()
            .map(
                need ->
                    office
                        .findTopic(need.topic())
                        .filter(Topic::isBookable)
                        .map(t -> new Timetable.Wish(t, need.language(), Share.INTERNAL, now)))
            .toList();
    Iterator<Optional<Slot>> found =
        search
            .listOneEach(office, wishes.stream().flatMap(Optional::stream).toList(), first)
            .iterator();
    return wishes.stream().map(wish -> wish.flatMap(bookable -> found.next())).toList();
  }

  /**
   * The last day that can be booked in an office now.
   *
   * @throws de.lokalwillkommen.core.kernel.Refused {@code UNKNOWN} office
   */
  public LocalDate lastDay(String officeId) {
    Office office = offices.get(officeId);
    return office.bookingTerms().lastDay(clock.instant(), office.zone());
  }

  private List<Slot> listIn(Office office, SlotQuery query, Instant now) {
    Timetable.Wish wish =
        new Timetable.Wish(
            topicIn(office, query).orElseThrow(), query.language(), query.channel().share(), now);
    return search.list(
        office, wish, query.from().orElse(now), query.to().orElse(now.plus(FAR)), query.limit());
  }

  private static boolean books(Office office, SlotQuery query) {
    boolean admits = query.channel() != Channel.OUTSIDE || office.bookingTerms().booksOutside();
    return admits && topicIn(office, query).isPresent();
  }

  private static Optional<Topic> topicIn(Office office, SlotQuery query) {
    return office.findTopic(query.topic()).filter(Topic::isBookable);
  }
}
