package de.lokalwillkommen.server.system;

import static org.assertj.core.api.Assertions.assertThat;

import de.lokalwillkommen.core.staff.Right;
import de.lokalwillkommen.core.staff.Rights;
import de.lokalwillkommen.core.staff.Rights.Reach;
import de.lokalwillkommen.core.staff.Role;
import java.util.List;
import java.util.Set;

/** A stranger and people with each role, as callers of a demonstration. */
final class StaffCallers {

  /** The office in which they work. */
  static final String OWN = "mengede";

  /** Another one. */
  static final String FOREIGN = "hoerde";

  private static final String SESSION = "/admin/api/v1/session";

  private StaffCallers() {}

  /**
   * A caller.
   *
   * @param roles the roles of the person; none for a stranger
   * @param token the token of the sign-in
   * @param csrf the secret of the pages of this sign-in
   */
  record Caller(String name, Set<Role> roles, String token, String csrf) {

    boolean may(Right right) {
      return roles.stream().anyMatch(role -> Rights.reach(role, right) != Reach.NONE);
    }

    boolean mayElsewhere(Right right) {
      return roles.stream().anyMatch(role -> Rights.reach(role, right) == Reach.ALL);
    }

    boolean isStranger() {
      return roles.isEmpty();
    }

    String[] headers() {
      return isStranger()
          ? new String[0]
          : new String[] {"Authorization", "Bearer " + token, "X-CSRF-Token", csrf};
    }

    /** Leaves the counter, so that it is free for the next test. */
    void leave(Api api) {
      if (!isStranger()) {
        api.delete(SESSION + "?visits=back", headers());
      }
    }

    /** Sends fields to a page, as its form does. */
    Api.Answer sends(Api api, String path, String fields) {
      return api.post(
          path,
          "csrf=" + csrf + fields,
          "Authorization",
          "Bearer " + token,
          "Content-Type",
          "application/x-www-form-urlencoded");
    }
  }

  static List<Caller> of(Api api) {
    return List.of(
        new Caller("a stranger", Set.of(), "", ""),
        counsellor(api),
        lead(api),
        signedIn(api, "auswertung", "", Role.COORDINATION),
        signedIn(api, "revision", "", Role.AUDITOR),
        admin(api));
  }

  static Caller counsellor(Api api) {
    return signedIn(api, "mengede-2", "2", Role.COUNSELLOR);
  }

  static Caller lead(Api api) {
    return signedIn(api, "mengede-1", "1", Role.COUNSELLOR, Role.OFFICE_LEAD);
  }

  static Caller admin(Api api) {
    return signedIn(api, "admin", "3", Role.ADMIN, Role.COORDINATION);
  }

  private static Caller signedIn(Api api, String login, String counter, Role... roles) {
    String place =
        counter.isEmpty()
            ? ""
            : ",\"office\":\"%s\",\"counter\":\"%s\",\"tandem\":true".formatted(OWN, counter);
    Api.Answer answer =
        api.post(SESSION, "{\"user\":\"%s\",\"password\":\"demo\"%s}".formatted(login, place));
    assertThat(answer.status()).as(login).isEqualTo(200);
    return new Caller(
        login, Set.of(roles), answer.json().getString("token"), answer.json().getString("csrf"));
  }
}
