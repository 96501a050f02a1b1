package de.lokalwillkommen.server.run;

import java.lang.management.GarbageCollectorMXBean;
import java.lang.management.ManagementFactory;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.logging.Level;
import java.util.logging.Logger;
import javax.management.JMException;
import javax.management.ObjectName;

/**
 * Returns memory to the machine after a rush. The heap grows while thousands of clients are
 * connected, and the serial collector shrinks it only in a full collection, which a quiet server
 * would not need for hours. So a full collection runs in the first quiet minute after the heap has
 * grown; it takes some tenths of a second.
 */
final class HeapRelief {
  private static final Logger LOG = Logger.getLogger(HeapRelief.class.getName());

  /** With more collections in a minute the server counts as busy. */
  private static final long QUIET = 6;

  /** The least growth of the heap since the last relief for which the pause is worthwhile. */
  private static final double WORTH_IT = 1.25;

  private final Memory memory;
  private long collections;
  private long relieved;

  /** The memory of this process. */
  interface Memory {
    /** The bytes of heap that are reserved from the machine. */
    long heap();

    /** The number of collections so far. */
    long collections();

    /** Collects all garbage and returns free memory to the machine. */
    void relieve();
  }

  HeapRelief(Memory memory) {
    this.memory = memory;
    this.collections = memory.collections();
    this.relieved = memory.heap();
  }

  /** Starts checking once a minute. */
  static void begin() {
    HeapRelief relief = new HeapRelief(new ThisProcess());
    ScheduledExecutorService minutes =
        Executors.newSingleThreadScheduledExecutor(
            work -> {
              Thread thread = new Thread(work, "heap-relief");
              thread.setDaemon(true);
              return thread;
            });
    minutes.scheduleWithFixedDelay(relief::look, 1, 1, TimeUnit.MINUTES);
  }

  /** Relieves the heap if it has grown and the last minute was quiet. */
  void look() {
    long now = memory.collections();
    boolean quiet = now - collections <= QUIET;
    if (quiet && memory.heap() > relieved * WORTH_IT) {
      memory.relieve();
      relieved = memory.heap();
      now = memory.collections();
    }
    collections = now;
  }

  private static final class ThisProcess implements Memory {

    @Override
    public long heap() {
      return Runtime.getRuntime().totalMemory();
    }

    @Override
    public long collections() {
      return ManagementFactory.getGarbageCollectorMXBeans().stream()
          .mapToLong(GarbageCollectorMXBean::getCollectionCount)
          .sum();
    }

    @Override
    public void relieve() {
      System.gc();
      try {
        // returns free native memory that the C library keeps
        ManagementFactory.getPlatformMBeanServer()
            .invoke(
                new ObjectName("com.sun.management:type=DiagnosticCommand"),
                "systemTrimNativeHeap",
                new Object[0],
                new String[0]);
      } catch (JMException e) {
        LOG.log(Level.FINE, "this machine keeps the memory outside the heap", e);
      }
    }
  }
}
