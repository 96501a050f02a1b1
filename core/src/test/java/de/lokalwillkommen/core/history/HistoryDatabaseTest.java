package de.lokalwillkommen.core.history;

import static org.assertj.core.api.Assertions.assertThat;

import de.lokalwillkommen.core.kernel.Author;
import de.lokalwillkommen.core.kernel.Changed;
import de.lokalwillkommen.core.kernel.TestDatabase;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class HistoryDatabaseTest {

  private static final Instant NOON = Instant.parse("2026-06-16T12:00:00Z");

  private static void write(JpaHistoryEntries entries, String office, String kind, Instant at) {
    entries.add(
        new HistoryEntry(
            new Changed(office, Author.SYSTEM, kind, "key", "CHANGE", "", "x".repeat(8_000), at)));
  }

  private static List<String> kinds(List<HistoryEntry> found) {
    return found.stream().map(e -> e.view().kind()).toList();
  }

  private static HistoryQuery query(
      Optional<String> office,
      Optional<String> kind,
      Optional<HistoryQuery.Cursor> after,
      int most) {
    return new HistoryQuery(
        office, kind, Optional.empty(), Optional.empty(), NOON, NOON.plusSeconds(60), after, most);
  }

  private static List<String> actions(
      TestDatabase database, Optional<String> author, Optional<String> action) {
    return database.transaction(
        em ->
            new JpaHistoryEntries(em)
                    .list(
                        new HistoryQuery(
                            Optional.empty(),
                            Optional.empty(),
                            author.map(text -> Author.find(text).orElseThrow()),
                            action,
                            NOON,
                            NOON.plusSeconds(60),
                            Optional.empty(),
                            10))
                    .stream()
                    .map(e -> e.view().author().pseudonym() + e.view().action())
                    .toList());
  }

  /** Of twenty corrections two in a row have rising identifiers by chance; not all of them. */
  @ParameterizedTest
  @EnumSource
  void identifiersOfCorrectionsTellNoOrder(TestDatabase database) {
    List<Long> ids =
        IntStream.range(0, 20)
            .mapToObj(
                i ->
                    database.transaction(
                        em -> {
                          HistoryEntry entry =
                              new HistoryEntry(
                                  new Changed(
                                      "hoerde",
                                      Author.SYSTEM,
                                      "visit",
                                      "",
                                      "LANGUAGE",
                                      "",
                                      "",
                                      NOON));
                          new JpaHistoryEntries(em).add(entry);
                          em.flush();
                          return entry.view().id();
                        }))
            .toList();

    assertThat(ids).isNotEqualTo(ids.stream().sorted().toList()).doesNotHaveDuplicates();
  }

  @ParameterizedTest
  @EnumSource
  void entriesAreFoundByAuthorAndAction(TestDatabase database) {
    database.execute(List.of("delete from history_entry"));
    database.transaction(
        em -> {
          JpaHistoryEntries entries = new JpaHistoryEntries(em);
          for (Author author : List.of(Author.SYSTEM, Author.staff(17, "ADMIN"))) {
            for (String action : List.of("CHANGE", "FOUND")) {
              entries.add(
                  new HistoryEntry(new Changed("", author, "office", "x", action, "", "", NOON)));
            }
          }
          return null;
        });

    assertThat(actions(database, Optional.of(" p17"), Optional.empty()))
        .containsExactlyInAnyOrder("P17CHANGE", "P17FOUND");
    assertThat(actions(database, Optional.of("system"), Optional.of("FOUND")))
        .containsExactly("SYSTEMFOUND");
    assertThat(actions(database, Optional.of("P1"), Optional.empty())).isEmpty();
    assertThat(actions(database, Optional.empty(), Optional.of("FOUND"))).hasSize(2);
    assertThat(Author.find("STAFF")).isEmpty();
    assertThat(Author.find("P")).isEmpty();
    database.execute(List.of("delete from history_entry"));
  }

  @ParameterizedTest
  @EnumSource
  void entriesAreFoundByOfficeKindTimeAndPage(TestDatabase database) {
    database.execute(List.of("delete from history_entry"));
    database.transaction(
        em -> {
          JpaHistoryEntries entries = new JpaHistoryEntries(em);
          write(entries, "hoerde", "too early", NOON.minusMillis(1));
          write(entries, "hoerde", "first", NOON);
          write(entries, "eving", "second", NOON.plusSeconds(1));
          write(entries, "hoerde", "third", NOON.plusSeconds(1));
          write(entries, "hoerde", "too late", NOON.plusSeconds(60));
          return null;
        });

    database.transaction(
        em -> {
          JpaHistoryEntries entries = new JpaHistoryEntries(em);
          Optional<String> any = Optional.empty();
          assertThat(kinds(entries.list(query(any, any, Optional.empty(), 10))))
              .containsExactly("third", "second", "first");
          assertThat(kinds(entries.list(query(Optional.of("hoerde"), any, Optional.empty(), 10))))
              .containsExactly("third", "first");
          assertThat(kinds(entries.list(query(any, Optional.of("first"), Optional.empty(), 10))))
              .containsExactly("first");
          HistoryView last = entries.list(query(any, any, Optional.empty(), 1)).get(0).view();
          assertThat(last.after()).hasSize(8_000);
          assertThat(kinds(entries.list(query(any, any, Optional.of(last.cursor()), 10))))
              .containsExactly("second", "first");
          assertThat(entries.removeBefore(NOON)).isEqualTo(1);
          return null;
        });
    database.execute(List.of("delete from history_entry"));
  }
}
