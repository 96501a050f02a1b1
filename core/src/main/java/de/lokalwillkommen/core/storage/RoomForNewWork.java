package de.lokalwillkommen.core.storage;

import de.lokalwillkommen.core.kernel.Refusal;
import de.lokalwillkommen.core.kernel.Refusal.Kind;
import jakarta.annotation.Priority;
import jakarta.inject.Inject;
import jakarta.interceptor.AroundInvoke;
import jakarta.interceptor.Interceptor;
import jakarta.interceptor.InvocationContext;
import java.time.Duration;

/** Refuses new work, before any transaction begins, while the disk is nearly full. */
@NeedsDiskSpace
@Interceptor
@Priority(Interceptor.Priority.PLATFORM_BEFORE)
public class RoomForNewWork {

  /** The Retry-After of a refusal: an operator has to free disk space first. */
  private static final Duration AGAIN_AFTER = Duration.ofMinutes(1);

  private final Storage storage;

  @Inject
  RoomForNewWork(Storage storage) {
    this.storage = storage;
  }

  @AroundInvoke
  Object refuseIfScarce(InvocationContext call) throws Exception {
    if (storage.isScarce()) {
      throw Refusal.of(Kind.UNAVAILABLE, "storage.scarce")
          .with("retryAfter", AGAIN_AFTER.toSeconds())
          .asException();
    }
    return call.proceed();
  }
}
