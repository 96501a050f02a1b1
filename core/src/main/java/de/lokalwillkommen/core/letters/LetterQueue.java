package de.lokalwillkommen.core.letters;

import de.lokalwillkommen.core.kernel.ReadModel;
import jakarta.inject.Inject;
import java.time.Clock;

/** What waits to be sent, for those who operate the server. */
@ReadModel
public class LetterQueue {

  private LetterBox box;
  private Clock clock;

  protected LetterQueue() {}

  @Inject
  LetterQueue(LetterBox box, Clock clock) {
    this.box = box;
    this.clock = clock;
  }

  /** The letters that are late now. */
  public LateLetters late() {
    return box.late(clock.instant());
  }
}
