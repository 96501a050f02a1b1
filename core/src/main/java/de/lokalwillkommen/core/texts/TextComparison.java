package de.lokalwillkommen.core.texts;

import java.util.List;

/**
 * What a list of texts would change.
 *
 * @param version the version of all texts, to be sent when the list is saved
 * @param changes what would change
 * @param unchanged how many lines say what already applies
 * @param faults what cannot be taken over: then nothing is
 */
public record TextComparison(
    long version, List<TextChange> changes, int unchanged, List<TextFault> faults) {

  public TextComparison {
    changes = List.copyOf(changes);
    faults = List.copyOf(faults);
  }
}
