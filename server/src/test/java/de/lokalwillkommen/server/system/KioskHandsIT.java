package de.lokalwillkommen.server.system;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import com.microsoft.playwright.CDPSession;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Request;
import com.microsoft.playwright.TimeoutError;
import com.microsoft.playwright.options.BoundingBox;
import de.lokalwillkommen.server.system.Browsing.Screen;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The kiosk handles trembling, resting, slipping and hurried hands, and scanners that type. */
class KioskHandsIT {

  private static final Pattern TICKET = Pattern.compile(".*/ticket/[^?]*");
  private static final int HAND_RESTS_MS = 900;
  private static final int MOST_ATTEMPTS = 20;

  /** A point that is touched. */
  private record Point(int finger, double x, double y) {
    Point moved(double dx, double dy) {
      return new Point(finger, x + dx, y + dy);
    }
  }

  private static RunningServer server;

  private final Browsing browsing = new Browsing();
  private final List<Request> sent = new CopyOnWriteArrayList<>();
  private Page kiosk;
  private CDPSession screen;

  @BeforeAll
  static void start() {
    server = RunningServer.shared();
  }

  @AfterEach
  void goHome() {
    browsing.close();
  }

  private void standBefore(String path) {
    kiosk = browsing.open(Screen.TOUCH, server, path);
    kiosk.onRequest(sent::add);
    screen = kiosk.context().newCDPSession(kiosk);
  }

  private long posts() {
    return sent.stream().filter(request -> request.method().equals("POST")).count();
  }

  private Point on(int finger, String control) {
    BoundingBox box = kiosk.locator(control).first().boundingBox();
    return new Point(finger, box.x + box.width / 2, box.y + box.height / 2);
  }

  private void touch(String type, Point... points) {
    JsonArray all = new JsonArray();
    for (Point point : points) {
      JsonObject one = new JsonObject();
      one.addProperty("id", point.finger);
      one.addProperty("x", point.x);
      one.addProperty("y", point.y);
      all.add(one);
    }
    JsonObject event = new JsonObject();
    event.addProperty("type", type);
    event.add("touchPoints", all);
    screen.send("Input.dispatchTouchEvent", event);
  }

  private void down(Point... points) {
    touch("touchStart", points);
  }

  private void move(Point... points) {
    touch("touchMove", points);
  }

  private void up(Point... points) {
    touch("touchEnd", points);
  }

  private Locator pressed() {
    return kiosk.locator("[data-pressed]");
  }

  @Test
  void aFingerThatTremblesInsideATilePressesIt() {
    standBefore("/kiosk/brackel");
    Point finger = on(1, "button[value=work]");

    down(finger);
    assertThat(pressed()).hasCount(1);
    for (int step = 1; step <= 8; step++) {
      move(finger.moved(step % 2 == 0 ? 70 : -70, step % 3 * 12 - 12));
    }
    up(finger);

    kiosk.waitForURL(TICKET);
    assertThat(posts()).isEqualTo(1);
  }

  @Test
  void aFingerThatSlidesOffPressesNothing() {
    standBefore("/kiosk/brackel");
    Point finger = on(1, "button[value=work]");

    down(finger);
    move(finger.moved(0, 300));
    assertThat(pressed()).hasCount(0);
    up(finger.moved(0, 300));

    down(on(1, "button[value=money]"));
    up(on(1, "button[value=money]"));
    kiosk.waitForURL(TICKET);
    assertThat(posts()).isEqualTo(1);
  }

  @ParameterizedTest
  @ValueSource(strings = {"#stage", "#aid-large"})
  void aHandThatRestsAnywhereIsIgnored(String place) {
    standBefore("/kiosk/brackel");
    Point finger = on(2, "button[value=work]");
    Point hand = place.equals("#stage") ? new Point(1, 8, 700) : on(1, place);

    down(hand);
    kiosk.waitForTimeout(HAND_RESTS_MS);
    down(hand, finger);
    move(hand.moved(2, 1), finger.moved(40, 5));
    up(finger);

    kiosk.waitForURL(TICKET);
    up(hand);
    assertThat(posts()).isEqualTo(1);
    assertThat(kiosk.locator("html")).hasAttribute("data-size", "normal");
  }

  @Test
  void theFirstOfTwoFingersCounts() {
    standBefore("/kiosk/brackel");
    Point first = on(1, "button[value=work]");
    Point second = on(2, "button[value=money]");

    down(first);
    down(first, second);
    up(second);
    up(first);

    kiosk.waitForURL(TICKET);
    assertThat(posts()).isEqualTo(1);
    assertThat(sent.stream().filter(request -> request.method().equals("POST")).findFirst())
        .hasValueSatisfying(request -> assertThat(request.postData()).contains("topic=work"));
  }

  @Test
  void tenFastTapsAreOneTicket() {
    standBefore("/kiosk/brackel");
    List<Point> tiles =
        List.of(on(1, "button[value=work]"), on(1, ".entry-strong"), on(1, "button[value=money]"));

    for (int tap = 0; tap < 10; tap++) {
      down(tiles.get(tap % 3));
      up(tiles.get(tap % 3));
      kiosk.waitForTimeout(100);
    }

    kiosk.waitForURL(TICKET);
    assertThat(kiosk.locator("html[data-settling]")).hasCount(0);
    assertThat(posts()).isEqualTo(1);
    assertThat(kiosk.locator(".ticket-number")).isVisible();
  }

  @Test
  void keysAndSwitchesPressWithoutAPointer() {
    standBefore("/kiosk/brackel");
    kiosk.locator("button[value=work]").press("Space");
    kiosk.waitForURL(TICKET);
    kiosk.locator(".done").press("Enter");
    kiosk.locator("button[value=work]").evaluate("button => button.click()");
    kiosk.waitForURL(TICKET);

    assertThat(posts()).isEqualTo(2);
  }

  @ParameterizedTest
  @CsvSource({
    "/kiosk/brackel, button[value=work], Enter",
    "/kiosk/brackel/book?topic=german, button.next, Enter",
    "/kiosk/brackel/check-in, #code, Tab",
    "/kiosk/dorstfeld, a.entry, Tab",
    "/kiosk/brackel/check-in/ZZZZ9999, a.done, ''"
  })
  void aForeignBarCodeIsKindlyRefusedAndPressesNothing(String path, String focused, String end) {
    scan(path, focused, "4006381333931", end);

    assertThat(kiosk.locator(".told")).containsText("kein Code für einen Termin");
    assertThat(kiosk.locator("#code")).hasValue("");
    assertThat(sent.stream().filter(request -> request.method().equals("POST")))
        .hasSize(1)
        .allSatisfy(request -> assertThat(request.url()).endsWith("/check-in"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"Enter", "Tab", ""})
  void aCodeIsUnderstoodWhateverEndsIt(String end) {
    scan("/kiosk/brackel/book", ".choice", "https://termine.example.org/kiosk/a/BCDF2345", end);

    assertThat(kiosk.locator("[data-answer=unknown]")).isVisible();
  }

  /**
   * Types as a scanner does; repeats the scan if a busy machine was too slow to be recognised as
   * one.
   */
  private void scan(String path, String focused, String text, String end) {
    boolean wasFast = false;
    for (int attempt = 1; !wasFast && attempt <= MOST_ATTEMPTS; attempt++) {
      standBefore(path);
      kiosk.evaluate(
          "() => { window.typed = []; addEventListener('keydown', e => typed.push(e.timeStamp), true); }");
      kiosk.locator(focused).first().focus();
      sent.clear();
      kiosk.keyboard().type(text);
      if (!end.isEmpty()) {
        kiosk.keyboard().press(end);
      }
      wasFast =
          (boolean)
              kiosk.evaluate(
                  "() => typed.every((at, i) => i === 0 || at - typed[i - 1] < 90)"
                      + " && typed.at(-1) - typed[0] < 30 * typed.length");
    }
    assertThat(wasFast).isTrue();
  }

  @Test
  void halfTypedInputStaysWithItsCaretInAnotherLanguageAndWithEveryAid() {
    standBefore("/kiosk/hoerde/check-in");
    kiosk.locator("[data-key='7']").click();
    kiosk.locator("[data-key=K]").click();
    kiosk.locator("#code").focus();
    kiosk.locator("#code").evaluate("code => code.setSelectionRange(1, 1)");

    for (String control : List.of("#aid-large", "#aid-contrast", "#aid-reach", "#in-ar")) {
      kiosk.locator(control).click();
      kiosk.locator("html:not([data-settling]) " + control).waitFor();
      assertThat(
              kiosk.locator(
                  control.startsWith("#aid")
                      ? control + "[aria-pressed=true]"
                      : control + "[aria-current=true]"))
          .isVisible();
      assertThat(kiosk.locator("#code")).hasValue("7K");
      assertThat(kiosk.locator("#code")).isFocused();
      assertThat(kiosk.locator("#code").evaluate("code => code.selectionStart")).isEqualTo(1);
    }
  }

  @Test
  void aWrongTopicIsPutRightOnTheTicketItself() {
    standBefore("/kiosk/brackel");
    kiosk.locator("button[value=work]").click();
    kiosk.waitForURL(TICKET);
    String number = kiosk.locator(".ticket-number").textContent();

    kiosk.locator(".actions a[href*=step]").click();
    kiosk.locator(".choice[value=money]").click();

    assertThat(kiosk.locator(".ticket-number")).hasText(number);
    assertThat(kiosk.locator(".actions small")).hasText("Geld und Jobcenter");
  }

  /** Retries with a new ticket, since ten seconds may be too short on a busy machine. */
  @Test
  void leavingByMistakeCanBeUndone() {
    Page phone = leave();
    for (int attempt = 1; stay(phone).count() == 0 && attempt < MOST_ATTEMPTS; attempt++) {
      phone = leave();
    }
    tapUntil("WAITING", stay(phone), phone);
  }

  /**
   * A phone ignores a second tap that comes too soon. The button may go between being seen and
   * being tapped, since an earlier tap has counted: then the state says so.
   */
  private static void tapUntil(String state, Locator button, Page phone) {
    await()
        .until(
            () -> {
              if (button.isVisible()) {
                tapIfStillThere(button);
              }
              return state.equals(phone.locator("#ticket").getAttribute("data-state"));
            });
  }

  private static void tapIfStillThere(Locator button) {
    try {
      button.click(new Locator.ClickOptions().setTimeout(1_000));
    } catch (TimeoutError gone) {
      // the next look at the state decides
    }
  }

  private static Locator stay(Page phone) {
    return phone.locator("[data-does=stay-on]");
  }

  private Page leave() {
    String token = new Api(server).takeTicket("eving", "work", "de").json().getString("token");
    Page phone = browsing.open(Screen.PHONE, server, "/kiosk/t/" + token);
    phone.locator("[data-does=leave]").click();
    tapUntil("CANCELLED", phone.locator("[data-does=leave-now]"), phone);
    return phone;
  }
}
