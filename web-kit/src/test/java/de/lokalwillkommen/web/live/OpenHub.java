package de.lokalwillkommen.web.live;

import de.lokalwillkommen.core.storage.Storage;
import java.time.Clock;

/**
 * A hub that is open as in a running application, until it is closed.
 *
 * @param hub with its own channels
 */
public record OpenHub<H extends PushHub>(H hub) implements AutoCloseable {

  public OpenHub {
    hub.open(Thread::new, Clock.systemUTC(), new Storage());
  }

  @Override
  public void close() {
    hub.close();
  }
}
