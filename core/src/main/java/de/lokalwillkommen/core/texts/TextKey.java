package de.lokalwillkommen.core.texts;

import java.util.List;
import java.util.Optional;

/**
 * The key of a text.
 *
 * @param bundle the bundle: that of an application, or the one that all share
 * @param key the key in the bundle
 */
public record TextKey(String bundle, String key) {

  /** The beginning of the whole keys of the names of topics. */
  public static final String TOPIC = "web/topic.";

  /** The end of the key of the sentence about a topic. */
  public static final String DESCRIPTION = ".description";

  /** The beginning of the whole keys of the names of offices in other languages than German. */
  public static final String OFFICE = "web/officeName.";

  /** As texts are stored: the bundle, a slash, and the key in it. */
  public String whole() {
    return bundle + '/' + key;
  }

  /** The whole key of the name of a topic. */
  public static String ofTopic(String topic) {
    return TOPIC + topic;
  }

  /** The whole key of the sentence about a topic. */
  public static String ofTopicDescription(String topic) {
    return TOPIC + topic + DESCRIPTION;
  }

  /** The whole key of the name of an office. */
  public static String ofOffice(String office) {
    return OFFICE + office;
  }

  /** The office that a text names; empty if the text is no name of an office. */
  public static Optional<String> findOffice(String whole) {
    return Optional.of(whole)
        .filter(key -> key.startsWith(OFFICE))
        .map(key -> key.substring(OFFICE.length()));
  }

  /** The whole keys of all texts about a topic. */
  public static List<String> listOfTopic(String topic) {
    return List.of(ofTopic(topic), ofTopicDescription(topic));
  }
}
