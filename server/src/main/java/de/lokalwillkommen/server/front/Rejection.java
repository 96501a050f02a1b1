package de.lokalwillkommen.server.front;

import java.util.List;

/**
 * The refusal of a request.
 *
 * @param status the HTTP status of the answer
 * @param headers additional headers of the answer, names and values in turn
 */
record Rejection(int status, List<String> headers) {

  static Rejection of(int status, String... headers) {
    return new Rejection(status, List.of(headers));
  }
}
