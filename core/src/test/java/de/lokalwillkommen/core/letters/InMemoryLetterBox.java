package de.lokalwillkommen.core.letters;

import de.lokalwillkommen.core.kernel.InMemoryIds;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

class InMemoryLetterBox implements LetterBox {

  private final Map<Long, Letter> letters = new LinkedHashMap<>();

  @Override
  public void add(Letter letter) {
    letters.put(InMemoryIds.give(letter), letter);
  }

  @Override
  public Optional<Letter> find(long id) {
    return Optional.ofNullable(letters.get(id));
  }

  @Override
  public List<Letter> listDue(Instant now, int atMost) {
    return letters.values().stream()
        .filter(l -> l.status() == Letter.Status.WAITING && !l.nextAttemptAt().isAfter(now))
        .limit(atMost)
        .toList();
  }

  @Override
  public LateLetters late(Instant now) {
    List<Instant> due =
        letters.values().stream()
            .filter(l -> l.status() == Letter.Status.WAITING && !l.dueAt().isAfter(now))
            .map(Letter::dueAt)
            .sorted()
            .toList();
    return new LateLetters(due.size(), due.stream().findFirst());
  }

  @Override
  public List<Letter> listWaitingAbout(long appointment) {
    return letters.values().stream()
        .filter(l -> l.status() == Letter.Status.WAITING && l.appointment() == appointment)
        .toList();
  }

  List<Letter> list() {
    return List.copyOf(letters.values());
  }
}
