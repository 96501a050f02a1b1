package de.lokalwillkommen.core.history;

import static de.lokalwillkommen.core.kernel.Refusals.refusalOf;
import static org.assertj.core.api.Assertions.assertThat;

import de.lokalwillkommen.core.kernel.Author;
import de.lokalwillkommen.core.kernel.Changed;
import de.lokalwillkommen.core.kernel.Refusal.Kind;
import de.lokalwillkommen.core.staff.Role;
import de.lokalwillkommen.core.staff.SignedIn;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class HistoryTest {

  private static final Instant NOW = Instant.parse("2026-06-16T10:00:00Z");
  private static final Author LEAD = Author.staff(7, "OFFICE_LEAD");

  private final HistoryParts parts = HistoryParts.inMemory();

  private static Changed change(String office, String kind, Instant at) {
    return new Changed(office, LEAD, kind, "key", "CHANGE", "{\"v\":1}", "{\"v\":1}", at);
  }

  private void hear(Changed changed) {
    parts.hearing(event -> {}).publish(changed);
  }

  private static SignedIn in(String office, Role role) {
    return new SignedIn(
        1, "person", "Person", Set.of(role), Optional.of(office), Optional.empty(), "csrf");
  }

  private static HistoryQuery query(Optional<String> office, Optional<HistoryQuery.Cursor> after) {
    return new HistoryQuery(
        office,
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Instant.EPOCH,
        NOW.plusSeconds(1),
        after,
        2);
  }

  private static HistoryQuery all() {
    return query(Optional.empty(), Optional.empty());
  }

  private static HistoryQuery of(String office) {
    return query(Optional.of(office), Optional.empty());
  }

  @Test
  void anOfficeLeadReadsTheHistoryOfTheOwnOfficeOnly() {
    hear(change("hoerde", "availability", NOW));
    hear(change("eving", "availability", NOW));
    SignedIn lead = in("hoerde", Role.OFFICE_LEAD);

    assertThat(parts.reading().list(lead, of("hoerde")))
        .extracting(HistoryView::office)
        .containsExactly("hoerde");
    assertThat(refusalOf(() -> parts.reading().list(lead, of("eving"))).kind())
        .isEqualTo(Kind.NOT_ALLOWED);
    assertThat(refusalOf(() -> parts.reading().list(lead, all())).kind())
        .isEqualTo(Kind.NOT_ALLOWED);
  }

  @ParameterizedTest
  @EnumSource(names = {"ADMIN", "AUDITOR"})
  void administratorsAndAuditorsReadTheHistoryOfAll(Role role) {
    hear(change("hoerde", "availability", NOW));
    hear(change("", "topic", NOW));

    assertThat(parts.reading().list(in("eving", role), all())).hasSize(2);
    assertThat(parts.reading().list(in("eving", role), of("hoerde"))).hasSize(1);
  }

  @ParameterizedTest
  @EnumSource(names = {"COUNSELLOR", "COORDINATION"})
  void othersReadNone(Role role) {
    assertThat(refusalOf(() -> parts.reading().list(in("hoerde", role), of("hoerde"))).kind())
        .isEqualTo(Kind.NOT_ALLOWED);
    assertThat(refusalOf(() -> parts.reading().list(in("hoerde", role), all())).kind())
        .isEqualTo(Kind.NOT_ALLOWED);
  }

  /** Several changes of one moment are on both sides of the end of a page. */
  @Test
  void pagesFollowEachOtherWithoutGapOrRepetition() {
    for (int i = 0; i < 5; i++) {
      hear(change("hoerde", "availability", NOW));
    }
    SignedIn auditor = in("hoerde", Role.AUDITOR);
    List<Long> read = new ArrayList<>();
    Optional<HistoryQuery.Cursor> after = Optional.empty();
    List<HistoryView> page;
    do {
      page = parts.reading().list(auditor, query(Optional.empty(), after));
      page.forEach(entry -> read.add(entry.id()));
      after =
          page.stream()
              .reduce((first, last) -> last)
              .map(HistoryView::cursor)
              .flatMap(cursor -> HistoryQuery.Cursor.find(cursor.toString()));
    } while (page.size() == 2);

    assertThat(read)
        .hasSize(5)
        .isSortedAccordingTo(Comparator.reverseOrder())
        .doesNotHaveDuplicates();
  }

  @Test
  void anotherTextIsNoCursor() {
    assertThat(HistoryQuery.Cursor.find("")).isEmpty();
    assertThat(HistoryQuery.Cursor.find("2026-06-16T10:00:00Z")).isEmpty();
    assertThat(HistoryQuery.Cursor.find("2026-06-16T10:00:00Z_x")).isEmpty();
    assertThat(HistoryQuery.Cursor.find("yesterday_1")).isEmpty();
  }

  @Test
  void entriesAreKeptForTwelveMonths() {
    hear(change("hoerde", "old", Instant.parse("2025-06-16T09:59:59Z")));
    hear(change("hoerde", "kept", Instant.parse("2025-06-16T10:00:00Z")));

    parts.forgetting(Clock.fixed(NOW, ZoneOffset.UTC)).forget();

    assertThat(parts.reading().list(in("hoerde", Role.AUDITOR), all()))
        .extracting(HistoryView::kind)
        .containsExactly("kept");
  }
}
