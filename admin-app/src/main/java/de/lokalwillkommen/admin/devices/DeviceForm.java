package de.lokalwillkommen.admin.devices;

import de.lokalwillkommen.admin.page.CommandParameters;
import de.lokalwillkommen.admin.security.CurrentUser;
import de.lokalwillkommen.admin.security.DeviceDesk;
import de.lokalwillkommen.core.devices.DeviceData;
import de.lokalwillkommen.core.devices.DeviceState;
import de.lokalwillkommen.core.devices.DeviceView;
import de.lokalwillkommen.core.devices.ManagingDevices;
import de.lokalwillkommen.core.kernel.Refused;
import de.lokalwillkommen.web.request.SentValues;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.ExternalContext;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import java.util.function.IntConsumer;

/** The page of one device: its name and office, its token, and the end of its pairing. */
@Named
@RequestScoped
public class DeviceForm {

  private static final String DEVICE = "device";
  private static final String CHANGED_MEANWHILE = "device.changedMeanwhile";

  private ManagingDevices devices;
  private DeviceDesk desk;
  private DevicesPage list;
  private CommandParameters asked;
  private CurrentUser me;
  private HttpServletRequest request;
  private ExternalContext browser;
  private Optional<DeviceView> device;
  private boolean outdated;
  private String name;
  private String office;

  protected DeviceForm() {}

  @Inject
  DeviceForm(
      ManagingDevices devices,
      DeviceDesk desk,
      DevicesPage list,
      CommandParameters asked,
      CurrentUser me,
      HttpServletRequest request,
      ExternalContext browser) {
    this.devices = devices;
    this.desk = desk;
    this.list = list;
    this.asked = asked;
    this.me = me;
    this.request = request;
    this.browser = browser;
  }

  /** There is no page of a device that the person does not manage, nor a form of one. */
  public void enter() throws IOException {
    if (find().isEmpty()) {
      browser.responseSendError(HttpServletResponse.SC_NOT_FOUND, "");
      FacesContext.getCurrentInstance().responseComplete();
      return;
    }
    if (!FacesContext.getCurrentInstance().isPostback()) {
      name = find().get().data().name();
      office = find().get().data().office();
    }
  }

  private Optional<DeviceView> find() {
    if (device == null) {
      device = asked.number(DEVICE).flatMap(id -> devices.find(me.get(), id));
    }
    return device;
  }

  /** Saves name and office. */
  public void save() throws IOException {
    DeviceData data =
        new DeviceData(
            Optional.ofNullable(office).orElse(""), Optional.ofNullable(name).orElse(""));
    change(version -> devices.change(me.get(), getId(), version, data), "saved");
  }

  /** Gives the device a new token the next time it comes. */
  public void renew() throws IOException {
    change(version -> devices.renewToken(me.get(), getId(), version), "renewing");
  }

  /** Ends the pairing. */
  public void revoke() throws IOException {
    change(version -> desk.revoke(me.get(), getId(), version, request), "revoked");
  }

  private void change(IntConsumer change, String done) throws IOException {
    try {
      change.accept(getVersion());
    } catch (Refused refused) {
      outdated = refused.refusal().key().equals(CHANGED_MEANWHILE);
      device = null;
      throw refused;
    }
    browser.redirect(browser.getRequestContextPath() + "/devices?done=" + done);
  }

  public long getId() {
    return asked.number(DEVICE).orElse(0L);
  }

  /** The version that the form is made from, until the person has been told of a later one. */
  public int getVersion() {
    int present = find().map(DeviceView::version).orElse(0);
    return outdated
        ? present
        : asked.word("version").flatMap(SentValues::findNumber).orElse(present);
  }

  /** The device in words; null if there is none. */
  public DevicesPage.Row getRow() {
    return find().map(list::row).orElse(null);
  }

  /** Whether its pairing has ended, so that nothing can be changed. */
  public boolean isRevoked() {
    return find().filter(d -> d.state() == DeviceState.REVOKED).isPresent();
  }

  public String getName() {
    return name;
  }

  public void setName(String name) {
    this.name = name;
  }

  public String getOffice() {
    return office;
  }

  public void setOffice(String office) {
    this.office = office;
  }
}
