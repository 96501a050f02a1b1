package de.lokalwillkommen.server.front;

import java.util.List;
import java.util.Optional;

/** The first line and the headers of a request, as they were sent. */
interface Head {

  String method();

  /** The path, neither decoded nor normalised. */
  String path();

  /** What follows the question mark, neither decoded nor normalised; empty if there is none. */
  String query();

  /** All values of a header, one for each occurrence. */
  List<String> all(String header);

  /** Whether the request came as HTTP/1.0. */
  boolean isHttp10();

  /** The first value of a header. */
  default Optional<String> find(String header) {
    return all(header).stream().findFirst();
  }

  /** Whether a body follows. */
  default boolean hasBody() {
    return !all("Transfer-Encoding").isEmpty()
        || find("Content-Length").filter(length -> !length.equals("0")).isPresent();
  }

  /** Whether the client waits for permission before it sends the body. */
  default boolean waitsForContinue() {
    return !isHttp10() && find("Expect").filter("100-continue"::equalsIgnoreCase).isPresent();
  }
}
