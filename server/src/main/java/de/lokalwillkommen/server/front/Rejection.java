package de.lokalwillkommen.server.front;

import java.util.List;
import java.util.Optional;

/**
 * The refusal of a request.
 *
 * @param status the HTTP status of the answer
 * @param headers additional headers of the answer, names and values in turn
 * @param offence what is wrong with the request; empty if it may happen to any client
 */
record Rejection(int status, List<String> headers, Optional<Violation> offence) {

  static Rejection of(int status, String... headers) {
    return new Rejection(status, List.of(headers), Optional.empty());
  }

  static Rejection of(int status, Violation offence, String... headers) {
    return new Rejection(status, List.of(headers), Optional.of(offence));
  }
}
