package de.lokalwillkommen.core.arranging;

import de.lokalwillkommen.core.kernel.Refusal;
import de.lokalwillkommen.core.kernel.Refusal.Kind;
import de.lokalwillkommen.core.kernel.UseCase;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;

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
   * One part of a change.
   *
   * @param <T> the use case that saves it
   */
  @FunctionalInterface
  public interface Part<T> {

    /**
     * Saves it.
     *
     * @param version the state that it changes
     * @return the impacts on people of which the caller has not been told, and then nothing has
     *     changed; else the empty list
     */
    List<OfficeImpact> save(T arranging, int version);
  }

  /**
   * Changes an office.
   *
   * @param version the state that the caller has seen
   * @throws de.lokalwillkommen.core.kernel.Refused {@code CONFLICT} with {@link #IMPACTS}, a list
   *     of {@link OfficeImpact}, if people are affected of whom the caller has not been told; or as
   *     the parts say
   */
  public void changeOffice(int version, List<Part<ArrangingOffices>> parts) {
    saveAll(offices, version, parts);
  }

  /**
   * Changes a topic.
   *
   * @param version the state that the caller has seen
   * @throws de.lokalwillkommen.core.kernel.Refused as {@link #changeOffice} says
   */
  public void changeTopic(int version, List<Part<ArrangingTopics>> parts) {
    saveAll(topics, version, parts);
  }

  private static <T> void saveAll(T arranging, int version, List<Part<T>> parts) {
    int seen = version;
    List<OfficeImpact> affected = new ArrayList<>();
    for (Part<T> part : parts) {
      List<OfficeImpact> untold = part.save(arranging, seen);
      affected.addAll(untold);
      seen += untold.isEmpty() ? 1 : 0;
    }
    if (!affected.isEmpty()) {
      throw Refusal.of(Kind.CONFLICT, "office.affects").with(IMPACTS, affected).asException();
    }
  }
}
