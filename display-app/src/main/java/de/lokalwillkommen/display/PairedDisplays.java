package de.lokalwillkommen.display;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.samskivert.mustache.Template;
import de.lokalwillkommen.core.devices.ClientRight;
import de.lokalwillkommen.core.devices.KnownDevice;
import de.lokalwillkommen.web.app.Installation;
import de.lokalwillkommen.web.page.Assets;
import de.lokalwillkommen.web.page.DeviceArrivals;
import de.lokalwillkommen.web.text.Texts;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URLEncoder;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Leads a paired display to the board of its office. One whose pairing has ended gets a notice.
 * Browsers without a device token see any board, since boards are public.
 */
@ApplicationScoped
public class PairedDisplays {

  /** The request parameter with which a display begins. */
  static final String PARAMETER = "pair";

  private static final List<String> OF_BOARDS = List.of("distance", "diagonal", "sound", "lang");

  private static final String CODE = "/kiosk/?for=board";

  private Template stopped;
  private DisplayGate gate;
  private DeviceArrivals arrivals;
  private Installation installation;
  private Assets assets;
  private Texts texts;

  protected PairedDisplays() {}

  @Inject
  PairedDisplays(
      DisplayGate gate,
      DeviceArrivals arrivals,
      Installation installation,
      Assets assets,
      Texts texts) {
    this.gate = gate;
    this.arrivals = arrivals;
    this.installation = installation;
    this.assets = assets;
    this.texts = texts;
  }

  @PostConstruct
  void read() {
    stopped = Templates.read("/stopped.html");
  }

  /** Sends a display to the board of its office, or to its code if it is not paired. */
  void begin(HttpServletRequest request, HttpServletResponse response) throws IOException {
    String start =
        find(request, response)
            .map(device -> boardOf(device, request) + ifAny("?", lookOf(request)))
            .orElseGet(() -> CODE + ifAny("&look=", URLEncoder.encode(lookOf(request), UTF_8)));
    response.sendRedirect(installation.isDemo() ? request.getContextPath() + "/" : start);
  }

  /** The parameters of a board that stand in the address with which it begins. */
  private static String lookOf(HttpServletRequest request) {
    return OF_BOARDS.stream()
        .filter(name -> request.getParameter(name) != null)
        .map(name -> name + "=" + URLEncoder.encode(request.getParameter(name), UTF_8))
        .collect(Collectors.joining("&"));
  }

  private static String ifAny(String before, String words) {
    return words.isEmpty() ? "" : before + words;
  }

  /**
   * Whether this browser may show the board of an office; if not, it has got another answer: the
   * way to its own office, or a notice.
   */
  boolean admit(String office, HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    if (installation.isDemo() || gate.findToken(request).isEmpty()) {
      return true;
    }
    Optional<KnownDevice> device = find(request, response);
    if (device.isEmpty()) {
      stop(response);
      return false;
    }
    if (!device.get().may(ClientRight.KEEP_BOARD, office)) {
      response.sendRedirect(boardOf(device.get(), request));
      return false;
    }
    return true;
  }

  private Optional<KnownDevice> find(HttpServletRequest request, HttpServletResponse response) {
    return gate.findToken(request)
        .flatMap(token -> arrivals.meet(token, request, response))
        .filter(device -> device.may(ClientRight.KEEP_BOARD));
  }

  private static String boardOf(KnownDevice device, HttpServletRequest request) {
    return request.getContextPath() + "/" + device.office();
  }

  /** In all languages at once, since a display has no visitor of its own. */
  private void stop(HttpServletResponse response) throws IOException {
    response.setContentType("text/html;charset=UTF-8");
    stopped.execute(
        Map.of(
            "assets",
            assets.getBase(),
            "languages",
            texts.languages().stream()
                .map(l -> Map.of("language", l, "t", TemplateTexts.of(texts, l)))
                .toList(),
            "code",
            CODE),
        response.getWriter());
  }
}
