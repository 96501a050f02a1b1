package de.lokalwillkommen.core.storage;

import java.sql.SQLException;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Decides from an exception whether the database was unable to handle a valid request: because it
 * is away, full, closing, or too busy.
 */
final class Outage {

  /** A limit far above the length of any chain of causes, since some chains are cyclic. */
  private static final int DEEPEST = 50;

  /**
   * Connections (08, and Derby's 40XD), resources (53), operators and system errors (57P, 58, XX),
   * a cancelled statement (57014), locks not granted in time (55P03, 40XL1, 40P01, 40001), a
   * read-only database (25006, 25502, 25503), and Derby's store (XJ0, XS).
   */
  private static final Pattern STATES =
      Pattern.compile(
          "08...|53...|57P..|57014|58...|XX...|55P03|40XL.|40P01|40001|40XD.|40XT.|25006|25502|25503|XJ0..|XS...|XBM..");

  /** By name, since these are classes of the server, which the core does not depend on. */
  private static final Set<String> POOL =
      Set.of(
          "com.sun.appserv.connectors.internal.api.PoolingException",
          "jakarta.resource.ResourceException",
          "jakarta.resource.spi.ResourceAllocationException");

  private Outage() {}

  static boolean isIn(Throwable failure) {
    int depth = 0;
    for (Throwable t = failure; t != null && depth < DEEPEST; t = t.getCause(), depth++) {
      if (POOL.contains(t.getClass().getName())
          || t instanceof StorageAway
          || t instanceof SQLException e && isOutage(e)) {
        return true;
      }
    }
    return false;
  }

  private static boolean isOutage(SQLException failure) {
    int depth = 0;
    for (SQLException e = failure; e != null && depth < DEEPEST; e = e.getNextException()) {
      // a pool that cannot provide a connection reports no SQL state
      boolean isOutage =
          e.getSQLState() == null ? isOfPool(e) : STATES.matcher(e.getSQLState()).matches();
      if (isOutage) {
        return true;
      }
      depth++;
    }
    return false;
  }

  private static boolean isOfPool(SQLException e) {
    return e.getMessage() != null && e.getMessage().contains("allocating");
  }
}
