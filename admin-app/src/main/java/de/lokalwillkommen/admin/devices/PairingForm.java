package de.lokalwillkommen.admin.devices;

import de.lokalwillkommen.admin.page.CommandParameters;
import de.lokalwillkommen.admin.security.CurrentUser;
import de.lokalwillkommen.admin.security.DeviceDesk;
import de.lokalwillkommen.core.devices.DeviceData;
import de.lokalwillkommen.core.devices.DeviceRole;
import de.lokalwillkommen.core.devices.ManagingDevices.Asking;
import de.lokalwillkommen.core.kernel.Refusal;
import de.lokalwillkommen.core.kernel.Refusal.Kind;
import de.lokalwillkommen.core.offices.OfficeProfile;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.ExternalContext;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** The form in which staff type the code that a device shows. */
@Named
@RequestScoped
public class PairingForm {

  private static final String CODE = "code";

  private DeviceDesk desk;
  private DevicesPage page;
  private CommandParameters asked;
  private CurrentUser me;
  private HttpServletRequest request;
  private ExternalContext browser;
  private Optional<Asking> asking = Optional.empty();
  private String code = "";
  private String office;
  private String role;
  private String name = "";

  protected PairingForm() {}

  @Inject
  PairingForm(
      DeviceDesk desk,
      DevicesPage page,
      CommandParameters asked,
      CurrentUser me,
      HttpServletRequest request,
      ExternalContext browser) {
    this.desk = desk;
    this.page = page;
    this.asked = asked;
    this.me = me;
    this.request = request;
    this.browser = browser;
  }

  /** Reads the code from the address, as the QR code on the device has it. */
  public void enter() {
    if (FacesContext.getCurrentInstance().isPostback()) {
      return;
    }
    code = asked.word(CODE).orElse("");
    if (!code.isEmpty()) {
      asking = desk.findAsking(me.get(), code, request);
    }
    role = asking.map(Asking::wanted).orElse(DeviceRole.KIOSK).name();
    office = me.get().office().or(this::onlyOffice).orElse(null);
  }

  private Optional<String> onlyOffice() {
    List<OfficeProfile> all = page.getOffices();
    return all.size() == 1 ? all.stream().map(OfficeProfile::id).findFirst() : Optional.empty();
  }

  /** Pairs the device. */
  public void approve() throws IOException {
    DeviceRole chosen =
        Arrays.stream(DeviceRole.values())
            .filter(r -> r.name().equals(role))
            .findFirst()
            .orElseThrow(
                () -> Refusal.of(Kind.INVALID, "device.role").with("field", "role").asException());
    DeviceData data = new DeviceData(orEmpty(office), orEmpty(name));
    desk.approve(me.get(), orEmpty(code), chosen, data, request);
    browser.redirect(browser.getRequestContextPath() + "/devices?done=paired");
  }

  private static String orEmpty(String entered) {
    return Optional.ofNullable(entered).orElse("");
  }

  /** Whether the address has a code that no device shows, or no longer. */
  public boolean isOver() {
    return !FacesContext.getCurrentInstance().isPostback()
        && !orEmpty(code).isEmpty()
        && asking.isEmpty();
  }

  /** Whether the form is to be shown at once. */
  public boolean isOpen() {
    return !orEmpty(code).isEmpty()
        || FacesContext.getCurrentInstance().isPostback()
        || page.getRows().isEmpty();
  }

  public List<DeviceRole> getRoles() {
    return Arrays.asList(DeviceRole.values());
  }

  public String getCode() {
    return code;
  }

  public void setCode(String code) {
    this.code = code;
  }

  public String getOffice() {
    return office;
  }

  public void setOffice(String office) {
    this.office = office;
  }

  public String getRole() {
    return role;
  }

  public void setRole(String role) {
    this.role = role;
  }

  public String getName() {
    return name;
  }

  public void setName(String name) {
    this.name = name;
  }
}
