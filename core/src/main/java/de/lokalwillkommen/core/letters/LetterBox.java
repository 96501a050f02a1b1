package de.lokalwillkommen.core.letters;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** All letters. */
interface LetterBox {

  void add(Letter letter);

  Optional<Letter> find(long id);

  /** Waiting letters whose time has come, the oldest first. */
  List<Letter> listDue(Instant now, int atMost);

  /** How many letters wait whose time has come, and when that of the oldest had come. */
  LateLetters late(Instant now);

  /** The waiting letters about an appointment. */
  List<Letter> listWaitingAbout(long appointment);
}
