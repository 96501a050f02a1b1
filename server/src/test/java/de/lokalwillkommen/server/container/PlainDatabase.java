package de.lokalwillkommen.server.container;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import javax.sql.DataSource;

/** The database as another application sees it: without an entity manager. */
@ApplicationScoped
public class PlainDatabase {

  @Resource(lookup = "jdbc/lokalwillkommen")
  private DataSource source;

  /** The one value that a query finds, as text. */
  String value(String query) {
    try (var connection = source.getConnection();
        var statement = connection.createStatement();
        ResultSet row = statement.executeQuery(query)) {
      row.next();
      return row.getString(1);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Changes exactly one row. */
  void change(String update) {
    try (var connection = source.getConnection();
        var statement = connection.createStatement()) {
      int rows = statement.executeUpdate(update);
      if (rows != 1) {
        throw new IllegalStateException(rows + " rows by " + update);
      }
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }
}
