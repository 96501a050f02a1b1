package de.lokalwillkommen.server.archive;

import java.util.Locale;

/** A foreign key: each value of the column is a value of the other table's column. */
record Reference(String column, String table, String key) {
  private static final String LOST =
      """
      select count(*) from %1$s t
      where t.%2$s is not null and not exists (select 1 from %3$s p where p.%4$s = t.%2$s)
      """;

  /** The statement that counts the rows of a table whose value leads nowhere. */
  String selectLost(String from) {
    return String.format(Locale.ROOT, LOST, from, column, table, key);
  }
}
