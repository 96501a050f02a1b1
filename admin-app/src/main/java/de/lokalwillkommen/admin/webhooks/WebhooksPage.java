package de.lokalwillkommen.admin.webhooks;

import de.lokalwillkommen.admin.page.CommandParameters;
import de.lokalwillkommen.admin.page.Tick;
import de.lokalwillkommen.admin.security.CurrentUser;
import de.lokalwillkommen.core.kernel.Refused;
import de.lokalwillkommen.core.offices.OfficeDirectory;
import de.lokalwillkommen.core.offices.OfficeProfile;
import de.lokalwillkommen.core.webhooks.ArrangingWebhooks;
import de.lokalwillkommen.core.webhooks.ArrangingWebhooks.Issued;
import de.lokalwillkommen.core.webhooks.WebhookData;
import de.lokalwillkommen.core.webhooks.WebhookEvent;
import de.lokalwillkommen.core.webhooks.WebhookOverview;
import de.lokalwillkommen.core.webhooks.WebhookView;
import de.lokalwillkommen.web.text.PageTexts;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.ExternalContext;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;

/** The webhooks, and the form for one of them. */
@Named
@RequestScoped
public class WebhooksPage {

  private static final String WEBHOOK = "webhook";
  private static final int UNKNOWN = 404;

  private ArrangingWebhooks arranging;
  private WebhookOverview overview;
  private OfficeDirectory offices;
  private CommandParameters asked;
  private CurrentUser me;
  private ExternalContext browser;
  private PageTexts texts;
  private List<WebhookView> rows;
  private Issued issued;
  private boolean outdated;

  protected WebhooksPage() {}

  @Inject
  WebhooksPage(
      ArrangingWebhooks arranging,
      WebhookOverview overview,
      OfficeDirectory offices,
      CommandParameters asked,
      CurrentUser me,
      ExternalContext browser,
      PageTexts texts) {
    this.arranging = arranging;
    this.overview = overview;
    this.offices = offices;
    this.asked = asked;
    this.me = me;
    this.browser = browser;
    this.texts = texts;
  }

  /**
   * There is no page of a webhook that does not exist. Sends the delivery again that was chosen.
   */
  public void enter() throws IOException {
    FacesContext faces = FacesContext.getCurrentInstance();
    if (asked.word(WEBHOOK).isPresent() && find().isEmpty()) {
      browser.responseSendError(UNKNOWN, "");
      faces.responseComplete();
    } else if (faces.isPostback() && asked.number("resend").isPresent()) {
      arranging.resend(me.get(), getWebhook().id(), asked.number("resend").orElseThrow());
      goOn("resent");
    }
  }

  public List<WebhookView> getRows() {
    if (rows == null) {
      rows = overview.list(me.get());
    }
    return rows;
  }

  private Optional<WebhookView> find() {
    return asked
        .number(WEBHOOK)
        .flatMap(id -> getRows().stream().filter(w -> w.id() == id).findFirst());
  }

  /** The webhook that is shown, or null for the list and for a new one. */
  public WebhookView getWebhook() {
    return find().orElse(null);
  }

  /** Whether the form for a new webhook is shown. */
  public boolean isNew() {
    return asked.word("new").isPresent() && issued == null;
  }

  /** Whether the list is shown. */
  public boolean isList() {
    return getWebhook() == null && !isNew() && issued == null;
  }

  /** The new secret, or null if none was just made. */
  public String getSecret() {
    return issued == null ? null : issued.secret();
  }

  /** The identifier of the webhook with the new secret. */
  public long getIssued() {
    return issued.webhook();
  }

  /** The key of the message about the last change, or null. */
  public String getDone() {
    return asked.word("done").map("webhooks.done."::concat).filter(texts::has).orElse(null);
  }

  /** The version that the form is made from: as sent, until the person has been told of a later. */
  public int getVersion() {
    return outdated || !isSent()
        ? getWebhook().version()
        : Math.toIntExact(asked.number("version").orElse(-1L));
  }

  private boolean isSent() {
    return asked.word("version").isPresent() && issued == null;
  }

  public String getName() {
    return entered("name", find().map(w -> w.data().name()).orElse(""));
  }

  public String getAddress() {
    return entered("address", find().map(w -> w.data().address()).orElse(""));
  }

  private String entered(String field, String present) {
    return isSent() ? asked.word(field).orElse("") : present;
  }

  /** The events to choose from. */
  public List<Tick> getEvents() {
    Set<String> ticked = ticked("events", find().map(w -> w.data().events()).orElse(Set.of()));
    return Arrays.stream(WebhookEvent.values())
        .map(WebhookEvent::fact)
        .map(fact -> new Tick(fact, texts.of("webhooks.event." + fact), ticked.contains(fact)))
        .toList();
  }

  /** The offices to choose from. */
  public List<Tick> getOffices() {
    Set<String> ticked = ticked("offices", find().map(w -> w.data().offices()).orElse(Set.of()));
    return offices.list().stream()
        .map(office -> new Tick(office.id(), office.name(), ticked.contains(office.id())))
        .toList();
  }

  private Set<String> ticked(String field, Set<String> present) {
    return isSent() ? asked.words(field) : present;
  }

  /** The names of the offices whose events a webhook gets. */
  public String officesOf(WebhookView webhook) {
    Set<String> chosen = webhook.data().offices();
    return chosen.isEmpty()
        ? texts.of("webhooks.offices.all")
        : String.join(
            ", ",
            offices.list().stream()
                .filter(office -> chosen.contains(office.id()))
                .map(OfficeProfile::name)
                .toList());
  }

  /** Saves the form. */
  public void save() throws IOException {
    WebhookData data =
        new WebhookData(
            asked.word("name").orElse(""),
            asked.word("address").orElse(""),
            asked.words("events"),
            asked.words("offices"));
    if (find().isEmpty()) {
      issued = arranging.add(me.get(), data);
      return;
    }
    try {
      arranging.change(me.get(), getWebhook().id(), getVersion(), data);
    } catch (Refused refused) {
      outdated = refused.refusal().key().equals("webhook.changedMeanwhile");
      rows = null;
      throw refused;
    }
    goOn("changed");
  }

  /** Gives the webhook a new secret. */
  public void rotate() {
    issued = arranging.rotate(me.get(), getWebhook().id());
    // the form below is made from the state after it
    rows = null;
  }

  public void pause() throws IOException {
    change((who, id) -> arranging.pause(who.get(), id), "changed");
  }

  public void resume() throws IOException {
    change((who, id) -> arranging.resume(who.get(), id), "changed");
  }

  /** Sends a message without an event. */
  public void test() throws IOException {
    change((who, id) -> arranging.test(who.get(), id), "tested");
  }

  /** Sends all dead deliveries again. */
  public void resendDead() throws IOException {
    change((who, id) -> arranging.resendDead(who.get(), id), "resent");
  }

  public void remove() throws IOException {
    arranging.remove(me.get(), getWebhook().id());
    browser.redirect(browser.getRequestContextPath() + "/webhooks?done=removed");
  }

  private void change(BiConsumer<CurrentUser, Long> change, String done) throws IOException {
    change.accept(me, getWebhook().id());
    goOn(done);
  }

  private void goOn(String done) throws IOException {
    browser.redirect(
        browser.getRequestContextPath()
            + "/webhooks?webhook="
            + getWebhook().id()
            + "&done="
            + done);
  }
}
