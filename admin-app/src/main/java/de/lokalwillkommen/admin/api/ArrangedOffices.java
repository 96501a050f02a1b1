package de.lokalwillkommen.admin.api;

import de.lokalwillkommen.admin.security.CurrentUser;
import de.lokalwillkommen.core.arranging.ArrangingTogether;
import de.lokalwillkommen.core.arranging.OfficePlan;
import de.lokalwillkommen.core.arranging.OfficeSettings;
import de.lokalwillkommen.core.kernel.Refusal;
import de.lokalwillkommen.core.kernel.Refusal.Kind;
import de.lokalwillkommen.core.kernel.Refused;
import de.lokalwillkommen.core.staff.Right;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import java.util.Collection;

/** The offices that the caller may arrange. */
@RequestScoped
public class ArrangedOffices {

  private OfficePlan plan;
  private CurrentUser me;

  protected ArrangedOffices() {}

  @Inject
  ArrangedOffices(OfficePlan plan, CurrentUser me) {
    this.plan = plan;
    this.me = me;
  }

  /**
   * The office of a slug.
   *
   * @throws Refused {@code UNKNOWN} if the caller may not arrange it, as for an office that does
   *     not exist
   */
  OfficeSettings get(String office) {
    if (!me.get().may(Right.ARRANGE_OFFICE, office)) {
      throw Refusal.of(Kind.UNKNOWN, "office.unknown").asException();
    }
    return plan.get(office);
  }

  /**
   * The office to which a counter in use belongs.
   *
   * @throws Refused {@code UNKNOWN} if the caller may arrange no office with that counter
   */
  OfficeSettings withCounter(long counter) {
    return plan.list(me.get()).stream()
        .filter(office -> office.counters().stream().anyMatch(c -> c.id() == counter))
        .findFirst()
        .map(office -> plan.get(office.id()))
        .orElseThrow(() -> Refusal.of(Kind.UNKNOWN, "counter.unknown").asException());
  }

  /**
   * Carries out a change.
   *
   * @throws Refused as the change does, with the people whom it affects as JSON
   */
  static void tellingImpacts(Runnable change) {
    try {
      change.run();
    } catch (Refused refused) {
      Refusal refusal = refused.refusal();
      throw refusal.facts().get(ArrangingTogether.IMPACTS) instanceof Collection<?> affected
          ? refusal.with(ArrangingTogether.IMPACTS, OfficeJson.impacts(affected)).asException()
          : refused;
    }
  }
}
