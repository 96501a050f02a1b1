package de.lokalwillkommen.server.demo;

import java.time.Instant;

/**
 * One visitor of a demo day; the state of the visit follows from the instants that are set.
 *
 * @param counter index of the counter to which the visitor was called; meaningless while waiting
 * @param called null while waiting
 * @param started null if the visitor did not come
 * @param ended null while waiting or being served
 */
record DemoVisit(
    DemoTopic topic,
    String language,
    int counter,
    Instant issued,
    Instant called,
    Instant started,
    Instant ended) {

  String status() {
    if (called == null) {
      return "WAITING";
    }
    if (ended == null) {
      return "SERVING";
    }
    return started == null ? "NO_SHOW" : "DONE";
  }

  boolean isDone() {
    return "DONE".equals(status());
  }

  /** The instant of the last change. */
  Instant since() {
    if (called == null) {
      return issued;
    }
    return ended == null ? started : ended;
  }
}
