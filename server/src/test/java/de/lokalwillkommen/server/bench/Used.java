package de.lokalwillkommen.server.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** The resources that processes have used so far, as reported by Linux. */
final class Used {
  private static final int TICKS_PER_SECOND = 100;
  private static final double KIB_PER_MIB = 1024;

  /** The positions of user and system time after the name, of the process and its children. */
  private static final int FIRST_TIME = 11;

  private static final int TIMES = 4;

  private Used() {}

  /** Processor seconds of these processes, user and system together, to a hundredth. */
  static double processorSeconds(List<ProcessHandle> processes) throws IOException {
    long ticks = 0;
    for (ProcessHandle process : processes) {
      String stat = Files.readString(of(process, "stat"));
      String[] fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ");
      for (int field = FIRST_TIME; field < FIRST_TIME + TIMES; field++) {
        ticks += Long.parseLong(fields[field]);
      }
    }
    return (double) ticks / TICKS_PER_SECOND;
  }

  /** MiB of these processes in memory; memory that two of them share counts twice. */
  static double residentMiB(List<ProcessHandle> processes) throws IOException {
    return mib(processes, "status", "VmRSS:");
  }

  /** MiB of these processes in memory; shared memory counts in equal parts. */
  static double proportionalMiB(List<ProcessHandle> processes) throws IOException {
    return mib(processes, "smaps_rollup", "Pss:");
  }

  private static double mib(List<ProcessHandle> processes, String file, String field)
      throws IOException {
    double kib = 0;
    for (ProcessHandle process : processes) {
      for (String line : Files.readAllLines(of(process, file))) {
        if (line.startsWith(field)) {
          kib += Long.parseLong(line.replaceAll("\\D+", ""));
        }
      }
    }
    return kib / KIB_PER_MIB;
  }

  private static Path of(ProcessHandle process, String file) {
    return Path.of("/proc", String.valueOf(process.pid()), file);
  }
}
