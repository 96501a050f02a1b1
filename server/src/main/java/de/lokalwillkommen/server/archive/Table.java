package de.lokalwillkommen.server.archive;

import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * A table of the database.
 *
 * @param columns in their order, with lower-case names
 */
record Table(String name, Map<String, Kind> columns, List<Reference> references) {
  /** The history of migrations, which belongs to a database and to no archive. */
  private static final String MIGRATIONS = "flyway_schema_history";

  /**
   * Who has done what with a ticket, and the notes for colleagues: known for a day, so that an
   * archive, which is kept for longer, has none of their rows.
   */
  private static final Set<String> FOR_A_DAY = Set.of("ticket_act", "colleague_note");

  /** The product's tables, each after those it refers to. */
  static List<Table> of(Connection connection) throws SQLException {
    Map<String, Table> all = new TreeMap<>();
    DatabaseMetaData database = connection.getMetaData();
    try (ResultSet found =
        database.getTables(null, connection.getSchema(), "%", new String[] {"TABLE"})) {
      while (found.next()) {
        String name = found.getString("TABLE_NAME");
        if (!name.equals(MIGRATIONS)) {
          all.put(name.toLowerCase(Locale.ROOT), read(connection, name));
        }
      }
    }
    Set<Table> ordered = new LinkedHashSet<>();
    all.values().forEach(table -> table.addAfterItsParents(all, ordered));
    return List.copyOf(ordered);
  }

  /** The statement that reads the rows that belong into an archive. */
  String select() {
    String rows = "select " + String.join(", ", columns.keySet()) + " from " + name;
    return FOR_A_DAY.contains(name) ? rows + " where 1 = 0" : rows;
  }

  /**
   * The statement that puts a row in.
   *
   * @param order all columns, each once
   * @throws UnusableArchive if they are others
   */
  String insert(List<String> order) {
    if (order.size() != columns.size() || !columns.keySet().equals(Set.copyOf(order))) {
      throw new UnusableArchive("the archive has other columns of " + name);
    }
    String values = String.join(", ", Collections.nCopies(order.size(), "?"));
    return "insert into " + name + " (" + String.join(", ", order) + ") values (" + values + ")";
  }

  List<Kind> kinds(List<String> order) {
    return order.stream().map(columns::get).toList();
  }

  /** Where the identifier is, if that is a number; otherwise -1. */
  int id(List<String> order) {
    return columns.get("id") == Kind.NUMBER ? order.indexOf("id") : -1;
  }

  private void addAfterItsParents(Map<String, Table> all, Set<Table> ordered) {
    if (!ordered.contains(this)) {
      references.stream()
          .filter(reference -> !reference.table().equals(name))
          .forEach(reference -> all.get(reference.table()).addAfterItsParents(all, ordered));
      ordered.add(this);
    }
  }

  private static Table read(Connection connection, String name) throws SQLException {
    return new Table(
        name.toLowerCase(Locale.ROOT), columnsOf(connection, name), referencesOf(connection, name));
  }

  private static Map<String, Kind> columnsOf(Connection connection, String name)
      throws SQLException {
    Map<String, Kind> columns = new LinkedHashMap<>();
    try (var statement = connection.createStatement();
        ResultSet none = statement.executeQuery("select * from " + name + " where 1 = 0")) {
      ResultSetMetaData row = none.getMetaData();
      for (int i = 1; i <= row.getColumnCount(); i++) {
        columns.put(
            row.getColumnName(i).toLowerCase(Locale.ROOT), Kind.ofType(row.getColumnType(i)));
      }
    }
    return columns;
  }

  private static List<Reference> referencesOf(Connection connection, String name)
      throws SQLException {
    List<Reference> references = new ArrayList<>();
    try (ResultSet keys =
        connection.getMetaData().getImportedKeys(null, connection.getSchema(), name)) {
      while (keys.next()) {
        references.add(referenceOf(keys));
      }
    }
    return references;
  }

  private static Reference referenceOf(ResultSet key) throws SQLException {
    return new Reference(
        key.getString("FKCOLUMN_NAME").toLowerCase(Locale.ROOT),
        key.getString("PKTABLE_NAME").toLowerCase(Locale.ROOT),
        key.getString("PKCOLUMN_NAME").toLowerCase(Locale.ROOT));
  }
}
