package de.lokalwillkommen.server.run;

/** Payara itself failed before it had deployed anything; a retry may succeed. */
final class BootFailure extends RuntimeException {
  BootFailure(Exception cause) {
    super(innermost(cause).toString(), cause);
  }

  private static Throwable innermost(Throwable failure) {
    Throwable innermost = failure;
    while (innermost.getCause() != null) {
      innermost = innermost.getCause();
    }
    return innermost;
  }
}
