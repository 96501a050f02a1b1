package de.lokalwillkommen.core.texts;

import de.lokalwillkommen.core.kernel.Refusal;
import de.lokalwillkommen.core.kernel.Refusal.Kind;
import de.lokalwillkommen.core.staff.SignedIn;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.List;

/**
 * Gives topics their names. Part of a use case that changes topics, which has asked whether the
 * person may.
 */
@Dependent
public class NamingTopics {

  private ShippedTexts shipped;
  private OwnTexts texts;
  private TextWriter writer;

  protected NamingTopics() {}

  @Inject
  NamingTopics(ShippedTexts shipped, OwnTexts texts, TextWriter writer) {
    this.shipped = shipped;
    this.texts = texts;
    this.writer = writer;
  }

  /** Whether the product ships a name for a topic with that identifier. */
  public boolean isShipped(String topic) {
    return shipped.languages().stream()
        .anyMatch(language -> shipped.patterns(language).containsKey(TextKey.ofTopic(topic)));
  }

  /**
   * Names a topic, under the lock on all texts.
   *
   * @param names in some languages; in others nothing changes
   * @param seen the version of all texts that the editor has seen
   * @throws de.lokalwillkommen.core.kernel.Refused {@code CHANGED_MEANWHILE} if one of these texts
   *     has been changed since the editor has seen it; {@code UNKNOWN} if texts cannot have a
   *     language
   */
  public void name(SignedIn me, String topic, List<TopicName> names, long seen) {
    long now = texts.lock();
    for (TopicName name : names) {
      if (!shipped.languages().contains(name.language())) {
        throw Refusal.of(Kind.UNKNOWN, "language.unknown").asException();
      }
      List<TextLine> lines = lines(topic, name);
      boolean changedSince =
          lines.stream()
              .flatMap(line -> texts.find(line.key(), name.language()).stream())
              .anyMatch(text -> text.version() > seen);
      if (changedSince) {
        throw Refusal.of(Kind.CHANGED_MEANWHILE, "text.changedMeanwhile").asException();
      }
      writer.write(me, name.language(), lines, now);
    }
  }

  /** An empty line stands for the shipped text, or for none. */
  private List<TextLine> lines(String topic, TopicName name) {
    String key = TextKey.ofTopicDescription(topic);
    boolean ships = shipped.patterns(name.language()).containsKey(key);
    String said = name.description().isEmpty() && !ships ? name.name() : name.description();
    return List.of(
        new TextLine(1, TextKey.ofTopic(topic), name.name()), new TextLine(2, key, said));
  }
}
