package de.lokalwillkommen.server.system;

import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.TestExecutionExceptionHandler;
import org.opentest4j.TestAbortedException;

/** Adds to the message of a failed test what the browser's pages showed. */
public final class ShownPages implements BeforeEachCallback, TestExecutionExceptionHandler {

  @Override
  public void beforeEach(ExtensionContext context) {
    Browsing.forgetShown();
  }

  @Override
  public void handleTestExecutionException(ExtensionContext context, Throwable failure)
      throws Throwable {
    String shown = Browsing.shown();
    if (failure instanceof TestAbortedException || shown.isEmpty()) {
      throw failure;
    }
    throw new AssertionError(failure.getMessage() + "\n" + shown, failure);
  }
}
