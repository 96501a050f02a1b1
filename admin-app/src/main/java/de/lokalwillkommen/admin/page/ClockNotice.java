package de.lokalwillkommen.admin.page;

import de.lokalwillkommen.core.kernel.time.TrustedTime;
import de.lokalwillkommen.web.text.Moments;
import de.lokalwillkommen.web.text.PageTexts;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Instant;

/** The notice that staff sees while the machine's clock is in doubt. */
@Named
@RequestScoped
public class ClockNotice {

  private TrustedTime time;
  private CurrentWorkplace here;
  private PageTexts texts;

  protected ClockNotice() {}

  @Inject
  ClockNotice(TrustedTime time, CurrentWorkplace here, PageTexts texts) {
    this.time = time;
    this.here = here;
    this.texts = texts;
  }

  /** The text of the notice; the empty string while the clock is not in doubt. */
  public String getText() {
    return time.findDoubt()
        .map(doubt -> texts.of("clock.doubt", shown(doubt.shown()), shown(doubt.kept())))
        .orElse("");
  }

  private String shown(Instant instant) {
    return Moments.say("yMMMEdHm", instant, here.office().zone(), texts.getLanguage());
  }
}
