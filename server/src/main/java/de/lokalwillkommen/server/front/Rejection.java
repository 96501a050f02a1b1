package de.lokalwillkommen.server.front;

import java.util.List;

/**
 * Why a request goes no further.
 *
 * @param status the HTTP status of the answer
 * @param headers what the answer says beside that, names and values in turn
 */
record Rejection(int status, List<String> headers) {

  static Rejection of(int status, String... headers) {
    return new Rejection(status, List.of(headers));
  }
}
