package de.lokalwillkommen.admin.webhooks;

import de.lokalwillkommen.admin.security.CurrentUser;
import de.lokalwillkommen.core.offices.OfficeDirectory;
import de.lokalwillkommen.core.offices.OfficeProfile;
import de.lokalwillkommen.core.webhooks.DeliveryStatus;
import de.lokalwillkommen.core.webhooks.DeliveryView;
import de.lokalwillkommen.core.webhooks.WebhookOverview;
import de.lokalwillkommen.web.text.Moments;
import de.lokalwillkommen.web.text.PageTexts;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;

/** The latest deliveries of a webhook, in words. */
@Named
@RequestScoped
public class DeliveryRows {

  private static final int SHOWN = 25;

  private WebhookOverview overview;
  private OfficeDirectory offices;
  private CurrentUser me;
  private PageTexts texts;

  protected DeliveryRows() {}

  @Inject
  DeliveryRows(WebhookOverview overview, OfficeDirectory offices, CurrentUser me, PageTexts texts) {
    this.overview = overview;
    this.offices = offices;
    this.me = me;
    this.texts = texts;
  }

  /**
   * A delivery.
   *
   * @param id its identifier
   * @param at when the event happened
   * @param event the name of the event
   * @param status how far it is
   * @param answer what the receiver has answered
   * @param next when the next attempt follows; the empty string if there is none
   * @param dead whether it can be sent again
   */
  public record Row(
      long id, String at, String event, String status, String answer, String next, boolean dead) {}

  /** The latest deliveries of that webhook, after dead ones. */
  public List<Row> of(long webhook) {
    ZoneId zone = zone();
    return overview.listDeliveries(me.get(), webhook, SHOWN).stream()
        .map(delivery -> row(delivery, zone))
        .toList();
  }

  private Row row(DeliveryView delivery, ZoneId zone) {
    boolean waits = delivery.status() == DeliveryStatus.WAITING;
    return new Row(
        delivery.id(),
        say(delivery.createdAt(), zone),
        delivery.event(),
        texts.of("webhooks.delivery." + delivery.status()),
        answer(delivery),
        waits && delivery.attempts() > 0 ? say(delivery.nextAttemptAt(), zone) : "",
        delivery.status() == DeliveryStatus.DEAD);
  }

  private String answer(DeliveryView delivery) {
    String answer = delivery.answer();
    if (answer.isEmpty()) {
      return "";
    }
    String words =
        Character.isDigit(answer.charAt(0))
            ? "HTTP " + answer
            : texts.of("webhooks.problem." + answer);
    return texts.of("webhooks.attempts", delivery.attempts(), words);
  }

  private String say(Instant at, ZoneId zone) {
    return Moments.say("MMMdHms", at, zone, texts.getLanguage());
  }

  private ZoneId zone() {
    return offices.list().stream().findFirst().map(OfficeProfile::zone).orElse(ZoneOffset.UTC);
  }
}
