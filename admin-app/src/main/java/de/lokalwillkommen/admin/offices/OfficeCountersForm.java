package de.lokalwillkommen.admin.offices;

import de.lokalwillkommen.admin.security.CurrentUser;
import de.lokalwillkommen.core.arranging.ArrangingOffices;
import de.lokalwillkommen.core.kernel.Refusal;
import de.lokalwillkommen.core.kernel.Refused;
import de.lokalwillkommen.core.offices.CounterEntry;
import de.lokalwillkommen.core.offices.CounterSign;
import de.lokalwillkommen.core.offices.OfficeProfile.CounterProfile;
import de.lokalwillkommen.web.request.SentValues;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** The form for the counters of an office: a row for each, in their order. */
@Named
@RequestScoped
public class OfficeCountersForm {

  private static final String FIELD = "field";

  private ArrangingOffices arranging;
  private OfficesRequest asked;
  private OfficePage page;
  private CurrentUser me;
  private boolean longer;

  protected OfficeCountersForm() {}

  @Inject
  OfficeCountersForm(
      ArrangingOffices arranging, OfficesRequest asked, OfficePage page, CurrentUser me) {
    this.arranging = arranging;
    this.asked = asked;
    this.page = page;
    this.me = me;
  }

  /**
   * A row of the form, as it is entered.
   *
   * @param index its place in the form, 0 for the first
   * @param id the identifier of the counter; the empty string if it is new
   * @param place its place in the order
   * @param retired whether it is to be given up
   */
  public record Row(
      int index, String id, String place, String label, String name, boolean retired) {

    /** Whether it stays, or is a new one of which something was entered. */
    private boolean isWanted() {
      return !retired && !(id.isEmpty() && label.isBlank() && name.isBlank());
    }

    private int order() {
      return SentValues.findNumber(place).orElse(Integer.MAX_VALUE);
    }

    private CounterEntry entry() {
      return OfficesRequest.ofRow(
          index, () -> new CounterEntry(SentValues.findId(id), new CounterSign(label, name)));
    }
  }

  /** The rows as entered, or those that apply and, if asked for, an empty one. */
  public List<Row> getRows() {
    List<Row> rows = new ArrayList<>(asked.isSent() ? sent() : present());
    if (longer) {
      rows.add(new Row(rows.size(), "", "" + (rows.size() + 1), "", "", false));
    }
    return rows;
  }

  private List<Row> present() {
    List<CounterProfile> counters = asked.office().counters();
    return IntStream.range(0, counters.size())
        .mapToObj(
            i -> {
              CounterProfile counter = counters.get(i);
              String id = Long.toString(counter.id());
              return new Row(i, id, "" + (i + 1), counter.label(), counter.name(), false);
            })
        .toList();
  }

  private List<Row> sent() {
    return IntStream.range(0, asked.all("row").size())
        .mapToObj(
            i ->
                new Row(
                    i,
                    word("counter-" + i),
                    word("place-" + i),
                    word("label-" + i),
                    word("counterName-" + i),
                    asked.word("retired-" + i).isPresent()))
        .toList();
  }

  private String word(String name) {
    return asked.word(name).orElse("");
  }

  /** Adds an empty row to what is entered. */
  public void lengthen() {
    longer = true;
  }

  /** Saves the counters, unless people are affected who have not been shown yet. */
  public void save() throws IOException {
    List<Row> wanted =
        sent().stream().filter(Row::isWanted).sorted(Comparator.comparing(Row::order)).toList();
    List<CounterEntry> entries = wanted.stream().map(Row::entry).toList();
    try {
      page.goOnUnlessAffected(
          version ->
              arranging.arrangeCounters(me.get(), page.getId(), version, entries, asked.told()));
    } catch (Refused refused) {
      throw ofRow(refused.refusal(), wanted).asException();
    }
  }

  /** A refusal that names an entry is about the field of its row. */
  private static Refusal ofRow(Refusal refusal, List<Row> wanted) {
    return Optional.ofNullable(refusal.facts().get("row"))
        .map(row -> wanted.get((int) row).index())
        .map(index -> refusal.with(FIELD, refusal.facts().get(FIELD) + "-" + index))
        .orElse(refusal);
  }
}
