package de.lokalwillkommen.server.run;

/** Payara failed by itself, before it had deployed anything: another try may go well. */
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
