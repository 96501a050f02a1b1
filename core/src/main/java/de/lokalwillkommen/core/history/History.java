package de.lokalwillkommen.core.history;

import de.lokalwillkommen.core.kernel.ReadModel;
import de.lokalwillkommen.core.kernel.Refusal;
import de.lokalwillkommen.core.kernel.Refusal.Kind;
import de.lokalwillkommen.core.staff.Right;
import de.lokalwillkommen.core.staff.SignedIn;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** What has been changed, to be read. */
@ReadModel
public class History {

  private HistoryEntries entries;

  protected History() {}

  @Inject
  public History(HistoryEntries entries) {
    this.entries = entries;
  }

  /**
   * The changes that a query asks for, the latest first.
   *
   * @throws de.lokalwillkommen.core.kernel.Refused {@code NOT_ALLOWED} if the person may not read
   *     the history of that office, or of all if the query names none
   */
  public List<HistoryView> list(SignedIn me, HistoryQuery query) {
    boolean may =
        query
            .office()
            .map(office -> me.may(Right.READ_HISTORY, office))
            .orElseGet(() -> me.mayEverywhere(Right.READ_HISTORY));
    if (!may) {
      throw Refusal.of(Kind.NOT_ALLOWED, "office.notYours").asException();
    }
    return view(query);
  }

  /** The latest changes of one kind in an office. */
  public List<HistoryView> listLatest(String office, String kind, int atMost) {
    return view(
        new HistoryQuery(
            Optional.of(office),
            Optional.of(kind),
            Optional.empty(),
            Optional.empty(),
            Instant.EPOCH,
            Instant.parse("9999-01-01T00:00:00Z"),
            Optional.empty(),
            atMost));
  }

  private List<HistoryView> view(HistoryQuery query) {
    return entries.list(query).stream().map(HistoryEntry::view).toList();
  }
}
