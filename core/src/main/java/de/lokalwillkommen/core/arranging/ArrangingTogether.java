package de.lokalwillkommen.core.arranging;

import de.lokalwillkommen.core.kernel.Refusal;
import de.lokalwillkommen.core.kernel.Refusal.Kind;
import de.lokalwillkommen.core.kernel.UseCase;
import de.lokalwillkommen.core.offices.TopicData;
import de.lokalwillkommen.core.staff.SignedIn;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.IntFunction;

/**
 * Changes several parts of an office or of a topic in one step: all of them, or none. Each part
 * keeps the rules of {@link ArrangingOffices} and {@link ArrangingTopics}.
 */
@UseCase
public class ArrangingTogether {

  /** The fact of a refusal that holds the people whom the change affects. */
  public static final String IMPACTS = "impacts";

  private ArrangingOffices offices;
  private ArrangingTopics topics;

  protected ArrangingTogether() {}

  @Inject
  ArrangingTogether(ArrangingOffices offices, ArrangingTopics topics) {
    this.offices = offices;
    this.topics = topics;
  }

  /**
   * Changes an office.
   *
   * @param version the state that the caller has seen
   * @param told the keys of the impacts that the caller accepts
   * @throws de.lokalwillkommen.core.kernel.Refused {@code CONFLICT} with {@link #IMPACTS}, a list
   *     of {@link OfficeImpact}, if people are affected of whom the caller has not been told; or as
   *     {@link ArrangingOffices} says
   */
  public void changeOffice(
      SignedIn me, String id, int version, OfficeChanges changes, Set<String> told) {
    List<IntFunction<List<OfficeImpact>>> parts = new ArrayList<>();
    changes.data().ifPresent(d -> parts.add(seen -> offices.arrange(me, id, seen, d, told)));
    changes.hours().ifPresent(h -> parts.add(seen -> offices.open(me, id, seen, h, told)));
    changes.topics().ifPresent(t -> parts.add(seen -> offices.advise(me, id, seen, t, told)));
    changes
        .counters()
        .ifPresent(c -> parts.add(seen -> offices.arrangeCounters(me, id, seen, c, told)));
    changes
        .closing()
        .ifPresent(c -> parts.add(seen -> offices.closeForGood(me, id, seen, c.firstDay(), told)));
    saveAll(version, parts);
  }

  /**
   * Changes a topic in all offices.
   *
   * @param version the state that the caller has seen
   * @param data what is decided about it; empty if that stays
   * @param retired whether it is given up afterwards; empty if that stays
   * @param told the keys of the impacts that the caller accepts
   * @throws de.lokalwillkommen.core.kernel.Refused as {@link #changeOffice} and {@link
   *     ArrangingTopics} say
   */
  public void changeTopic(
      SignedIn me,
      String id,
      int version,
      Optional<TopicData> data,
      Optional<Boolean> retired,
      Set<String> told) {
    List<IntFunction<List<OfficeImpact>>> parts = new ArrayList<>();
    data.ifPresent(
        decided ->
            parts.add(
                seen -> {
                  topics.arrange(me, id, seen, decided);
                  return List.of();
                }));
    retired.ifPresent(
        wanted ->
            parts.add(
                seen -> {
                  if (wanted) {
                    return topics.retire(me, id, seen, told);
                  }
                  topics.restore(me, id, seen);
                  return List.of();
                }));
    saveAll(version, parts);
  }

  /** Saves the parts one after another; each of them is a new state. */
  private static void saveAll(int version, List<IntFunction<List<OfficeImpact>>> parts) {
    int seen = version;
    List<OfficeImpact> affected = new ArrayList<>();
    for (IntFunction<List<OfficeImpact>> part : parts) {
      List<OfficeImpact> untold = part.apply(seen);
      affected.addAll(untold);
      seen += untold.isEmpty() ? 1 : 0;
    }
    if (!affected.isEmpty()) {
      throw Refusal.of(Kind.CONFLICT, "office.affects").with(IMPACTS, affected).asException();
    }
  }
}
