package de.lokalwillkommen.web.rest;

import java.util.List;

/** A request with an invalid body; answered with 400 or 422 and the name of the field. */
class BadBody extends RuntimeException {

  private final int status;
  private final String field;
  private final String key;
  private final List<Object> arguments;

  BadBody(int status, String field, String key, Object... arguments) {
    super(key, null, false, false);
    this.status = status;
    this.field = field;
    this.key = key;
    this.arguments = List.of(arguments);
  }

  int status() {
    return status;
  }

  /** The name of the field; empty if it is the body as a whole. */
  String field() {
    return field;
  }

  String key() {
    return key;
  }

  Object[] arguments() {
    return arguments.toArray();
  }
}
