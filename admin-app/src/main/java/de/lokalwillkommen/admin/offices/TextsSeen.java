package de.lokalwillkommen.admin.offices;

import de.lokalwillkommen.core.kernel.Refusal;
import de.lokalwillkommen.core.texts.TextPlan;
import de.lokalwillkommen.web.request.SentValues;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.Optional;

/** The version of all texts from which a form with names in several languages is made. */
@Named
@RequestScoped
public class TextsSeen {

  private static final String VERSION = "textsVersion";
  private static final String CHANGED_MEANWHILE = "text.changedMeanwhile";

  private TextPlan plan;
  private OfficesRequest asked;
  private boolean outdated;

  protected TextsSeen() {}

  @Inject
  TextsSeen(TextPlan plan, OfficesRequest asked) {
    this.plan = plan;
    this.asked = asked;
  }

  /** As sent, until the person has been told of a later one. */
  public long getVersion() {
    Optional<Long> sent =
        asked.word(VERSION).flatMap(SentValues::findNumber).map(Integer::longValue);
    return outdated ? plan.version() : sent.orElseGet(plan::version);
  }

  /** After being told of another change of a text, the person may save again. */
  void renew(Refusal refusal) {
    outdated = refusal.key().equals(CHANGED_MEANWHILE);
  }
}
