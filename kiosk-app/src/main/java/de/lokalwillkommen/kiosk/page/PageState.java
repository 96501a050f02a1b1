package de.lokalwillkommen.kiosk.page;

import de.lokalwillkommen.core.booking.Channel;
import de.lokalwillkommen.core.devices.KnownDevice;
import de.lokalwillkommen.kiosk.gate.KioskGate;
import de.lokalwillkommen.web.page.PublicAddress;
import de.lokalwillkommen.web.page.QrCode;
import de.lokalwillkommen.web.text.Language;
import de.lokalwillkommen.web.text.PageTexts;
import de.lokalwillkommen.web.text.Texts;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The state of the visit: page, step, language and aids. All of it is in the address, so that
 * nothing remains when the address changes.
 */
@Named
@RequestScoped
public class PageState {

  private static final String PHONE = "phone";
  private static final int LONGEST_STEP = 64;
  private static final String IN_GENERAL = "refusal.request.notNow";

  private HttpServletRequest request;
  private PageTexts texts;
  private KioskGate gate;
  private PublicAddress publicAddress;
  private Set<Aid> aids;

  protected PageState() {}

  @Inject
  public PageState(
      HttpServletRequest request, PageTexts texts, KioskGate gate, PublicAddress publicAddress) {
    this.request = request;
    this.texts = texts;
    this.gate = gate;
    this.publicAddress = publicAddress;
    this.aids = Aid.read(request.getParameter(Aid.PARAMETER));
  }

  /** The requested page, even if another one is shown in its place. */
  public Address address() {
    return PrettyPaths.addressOf(request);
  }

  /** The device that opens this page, if its token is valid. */
  public Optional<KnownDevice> findDevice() {
    return PairedPages.deviceOf(request);
  }

  public String getOffice() {
    return address().office();
  }

  public String getToken() {
    return address().token();
  }

  /** This page's own path, without language and aids. */
  public String getPath() {
    return pathTo(address());
  }

  /** The beginning of every visit: in German, without aids. */
  public String getStart() {
    return getOffice().isEmpty()
        ? pathTo(new Address(Address.View.OFFICES, "", ""))
        : startOf(getOffice());
  }

  /** The beginning of every visit at an office's kiosk. */
  public String startOf(String office) {
    return pathTo(Address.home(office));
  }

  /** Whether nothing has been chosen yet. */
  public boolean isUntouched() {
    return address().view().isStart()
        && aids.isEmpty()
        && isFirst(texts.getLanguage())
        && getRefusal().isEmpty();
  }

  /** Whether the page is shown on a visitor's phone and not on a kiosk. */
  public boolean isOnPhone() {
    Address.View view = address().view();
    return view.isOnPhone()
        || view.isOnBoth() && (PHONE.equals(getStep(Address.Parameter.ON)) || !gate.isKiosk());
  }

  /**
   * The channel of bookings on this page.
   *
   * @throws de.lokalwillkommen.core.kernel.Refused as {@link KioskGate#channel} says
   */
  public Channel channel() {
    return isOnPhone() ? Channel.OUTSIDE : gate.channel();
  }

  /** Whether codes from a scanner are accepted on this page: at every kiosk of an office. */
  public boolean isScanning() {
    return !getOffice().isEmpty() && !isOnPhone();
  }

  /**
   * The key of the sentence that says why the last request was refused, or the empty string. The
   * address holds only the key, so a sentence with arguments is replaced by a general one.
   */
  public String getRefusal() {
    String key = "refusal." + getStep(RefusalRedirects.PARAMETER);
    if (!texts.has(key)) {
      return "";
    }
    return texts.namesNothing(key) ? key : IN_GENERAL;
  }

  public List<Aid> getAids() {
    return List.of(Aid.values());
  }

  /** The aids that are on, as in the parameter. */
  public String getView() {
    return Aid.write(aids);
  }

  /** Whether an aid is on. */
  public boolean uses(Aid aid) {
    return aids.contains(aid);
  }

  /** The parameter after that aid is switched on or off. */
  public String viewSwitching(Aid aid) {
    Set<Aid> switched = EnumSet.noneOf(Aid.class);
    switched.addAll(aids);
    if (!switched.remove(aid)) {
      switched.add(aid);
    }
    return Aid.write(switched);
  }

  /** A parameter of the current step, or the empty string. */
  public String getStep(String name) {
    String value = Form.written(request.getParameter(name));
    return value.length() > LONGEST_STEP ? "" : value;
  }

  /** All parameters of the current step. */
  public Map<String, String> getSteps() {
    Map<String, String> steps = new LinkedHashMap<>();
    for (String name : address().view().steps()) {
      if (!getStep(name).isEmpty()) {
        steps.put(name, getStep(name));
      }
    }
    return steps;
  }

  /** This page in another language. */
  public String inLanguage(Language language) {
    return getPath() + query(address(), language, getSteps());
  }

  /** The address of this page in its current state. */
  public String getAddress() {
    return inLanguage(texts.getLanguage());
  }

  /** The address of this page with one parameter added or replaced. */
  public String going(String step, String value) {
    Map<String, String> steps = getSteps();
    steps.put(step, value);
    return goingTo(address(), steps);
  }

  /** Another page in the same language with the same aids. */
  public String goingTo(Address other) {
    return goingTo(other, Map.of());
  }

  /** Another page at the given step, in the same language with the same aids. */
  public String goingTo(Address other, Map<String, String> steps) {
    return pathTo(other) + query(other, texts.getLanguage(), steps);
  }

  /** The start of this kiosk in the same language with the same aids. */
  public String getHome() {
    return goingTo(Address.home(getOffice()));
  }

  /** Whether this is the start page of an office's kiosk. */
  public boolean isAtHome() {
    return address().view() == Address.View.HOME;
  }

  /** The address of the page that says who runs the kiosk. */
  public String getAbout() {
    return goingTo(Address.about(getOffice()));
  }

  /** The page where an appointment in this office is booked. */
  public String getBooking() {
    return goingTo(Address.book(getOffice()));
  }

  /** The page where a code is typed. */
  public String getCheckIn() {
    return goingTo(Address.checkIn(getOffice()));
  }

  /** The page where a held time in this office is confirmed. */
  public String confirming(String code) {
    return goingTo(Address.confirm(getOffice(), code));
  }

  /** The phone page of a place on the waitlist. */
  public String waiting(String code) {
    return goingTo(Address.waitlist(code));
  }

  /** The page where a phone books an appointment in an office. */
  public String bookingOnPhone(String office) {
    return goingTo(Address.book(office), Map.of(Address.Parameter.ON, PHONE));
  }

  /** The QR code that opens this page on a phone. */
  public QrCode getQrCode() {
    return qrCodeOf(address());
  }

  /** The QR code that opens a page on a phone. */
  public QrCode qrCodeOf(Address address) {
    return QrCode.of(publicAddress.of(request, pathTo(address)));
  }

  private String pathTo(Address address) {
    return request.getContextPath() + address.path();
  }

  private String query(Address of, Language language, Map<String, String> steps) {
    Map<String, String> all = new LinkedHashMap<>();
    // a phone page is in the language of its visitor unless the address names another
    if (!isFirst(language) || of.view().isOnPhone()) {
      all.put(PageTexts.PARAMETER, language.tag());
    }
    if (!aids.isEmpty()) {
      all.put(Aid.PARAMETER, getView());
    }
    all.putAll(steps);
    String query =
        all.entrySet().stream()
            .map(e -> e.getKey() + "=" + encoded(e.getValue()))
            .collect(Collectors.joining("&"));
    return query.isEmpty() ? "" : "?" + query;
  }

  /** The comma between aids stays legible. */
  private static String encoded(String value) {
    return URLEncoder.encode(value, StandardCharsets.UTF_8).replace("%2C", ",");
  }

  private static boolean isFirst(Language language) {
    return language.tag().equals(Texts.FIRST);
  }
}
