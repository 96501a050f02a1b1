package de.lokalwillkommen.admin.webhooks;

import de.lokalwillkommen.core.webhooks.DeliveryProblem;
import java.net.UnknownHostException;
import java.net.http.HttpTimeoutException;
import java.util.concurrent.TimeoutException;
import javax.net.ssl.SSLException;

/** A receiver was not asked, or has not answered. */
final class Unreachable extends RuntimeException {

  private static final long serialVersionUID = 1;

  private final DeliveryProblem problem;

  Unreachable(DeliveryProblem problem) {
    super(problem.name(), null, false, false);
    this.problem = problem;
  }

  /** What an exception says about the receiver. */
  static DeliveryProblem problemOf(Throwable thrown) {
    for (Throwable e = thrown; e != null; e = e.getCause()) {
      if (e instanceof Unreachable unreachable) {
        return unreachable.problem;
      }
      if (e instanceof UnknownHostException) {
        return DeliveryProblem.NO_HOST;
      }
      if (e instanceof SSLException) {
        return DeliveryProblem.NOT_SECURE;
      }
      if (e instanceof HttpTimeoutException || e instanceof TimeoutException) {
        return DeliveryProblem.TIMEOUT;
      }
    }
    return DeliveryProblem.NO_CONNECTION;
  }
}
