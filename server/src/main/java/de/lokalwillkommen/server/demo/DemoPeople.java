package de.lokalwillkommen.server.demo;

import de.lokalwillkommen.server.database.rows.Ids;
import de.lokalwillkommen.server.database.rows.Rows;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The organisations of the tandems and accounts to try the demo with. All names are invented. */
public final class DemoPeople {
  public static final String PASSWORD = "demo";

  private static final String CITY = "city";

  /** The languages at the first, the second and the third counter of an office. */
  static final List<String> LANGUAGES = List.of("de,en,ar", "de,en,tr,uk", "de,en,fa,fr,ru");

  private final Connection connection;
  private final Ids ids;
  private final String passwordHash;

  DemoPeople(Connection connection, Ids ids, String passwordHash) {
    this.connection = connection;
    this.ids = ids;
    this.passwordHash = passwordHash;
  }

  /**
   * Inserts them and returns the ids of each office's counsellors, in the order of the counters.
   */
  Map<DemoOffice, List<Long>> insert() throws SQLException {
    insertOrganisations();
    Map<DemoOffice, List<Long>> inserted = new HashMap<>();
    try (Rows counsellors =
        new Rows(
            connection,
            "counsellor",
            "id, login, display_name, organisation_id, office_id, roles, roles_elsewhere, languages,"
                + " topics, password_hash")) {
      for (DemoOffice office : DemoOffice.ALL) {
        List<Long> here = new ArrayList<>();
        for (String label : office.counters()) {
          long id = ids.next();
          here.add(id);
          add(counsellors, id, office, label);
        }
        inserted.put(office, here);
      }
      counsellors.add(
          ids.next(),
          "admin",
          "Verwaltung",
          CITY,
          null,
          "ADMIN,COORDINATION",
          "",
          "de,en",
          "",
          passwordHash);
      addOfAllOffices(counsellors, "auswertung", "Auswertung", "COORDINATION");
      addOfAllOffices(counsellors, "revision", "Revision", "AUDITOR");
      counsellors.insert();
    }
    return inserted;
  }

  private void add(Rows counsellors, long id, DemoOffice office, String label) throws SQLException {
    counsellors.add(
        id,
        office.id() + "-" + label,
        "Team " + office.name() + " – Beratung " + label,
        Integer.parseInt(label) % 2 == 1 ? CITY : office.partner(),
        office.id(),
        // the city's first counsellor leads the office
        label.equals("1") ? "COUNSELLOR,OFFICE_LEAD" : "COUNSELLOR",
        // one of them helps out in another office
        office.id().equals("hoerde") && label.equals("3") ? "brackel/COUNSELLOR" : "",
        LANGUAGES.get(Integer.parseInt(label) - 1),
        "",
        passwordHash);
  }

  private void addOfAllOffices(Rows counsellors, String login, String name, String roles)
      throws SQLException {
    counsellors.add(ids.next(), login, name, CITY, null, roles, "", "de", "", passwordHash);
  }

  private void insertOrganisations() throws SQLException {
    try (Rows organisations = new Rows(connection, "organisation", "id, name")) {
      organisations.add(CITY, "Stadt Dortmund");
      organisations.add("caritas", "Caritas");
      organisations.add("diakonie", "Diakonie");
      organisations.add("awo", "AWO");
      organisations.add("drk", "DRK");
      organisations.add("ehc", "EHC");
      organisations.add("projekt-ankommen", "Projekt Ankommen e.V.");
      organisations.add("vmdo", "VMDO e.V.");
      organisations.insert();
    }
  }
}
