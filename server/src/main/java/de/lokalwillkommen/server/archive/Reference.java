package de.lokalwillkommen.server.archive;

/** A foreign key: each value of the column is a value of the other table's column. */
record Reference(String column, String table, String key) {

  /** The statement that counts the rows of a table whose value leads nowhere. */
  String selectLost(String from) {
    return "select count(*) from "
        + from
        + " t where t."
        + column
        + " is not null and not exists (select 1 from "
        + table
        + " p where p."
        + key
        + " = t."
        + column
        + ")";
  }
}
