package de.lokalwillkommen.kiosk.gate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import de.lokalwillkommen.core.booking.Channel;
import de.lokalwillkommen.core.devices.ClientRight;
import de.lokalwillkommen.core.devices.DeviceRole;
import de.lokalwillkommen.core.devices.Devices;
import de.lokalwillkommen.core.kernel.Refusal;
import de.lokalwillkommen.core.kernel.Refusal.Kind;
import de.lokalwillkommen.core.kernel.Refused;
import de.lokalwillkommen.core.staff.SecretToken;
import de.lokalwillkommen.web.app.Installation;
import de.lokalwillkommen.web.page.Recognised;
import de.lokalwillkommen.web.security.RecordedSecurityLog;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.core.MultivaluedHashMap;
import jakarta.ws.rs.core.MultivaluedMap;
import java.io.IOException;
import java.lang.reflect.Proxy;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DeviceGateTest {

  private static final SecretToken TOKEN = SecretToken.random();
  private static final String KNOWN = "Bearer " + TOKEN.value();

  private final Map<String, Object> attributes = new HashMap<>();
  private final RecordedSecurityLog log = new RecordedSecurityLog();

  @TempDir private Path folder;

  /** One kiosk, in Hörde. */
  @Test
  void aTokenThatIsRefusedIsWrittenToTheSecurityLog() throws IOException {
    DeviceGate gate = gate(false);

    assertThatThrownBy(() -> gate.admit("hoerde", "Bearer something")).isInstanceOf(Refused.class);

    assertThat(log.lines()).containsExactly("DEVICE_REFUSED - device.unknown");
  }

  private static final class OneKiosk extends Devices {

    @Override
    public long get(SecretToken token, ClientRight right, String office) {
      if (!office.equals("hoerde")) {
        throw Refusal.of(Kind.NOT_SIGNED_IN, "device.unknown").asException();
      }
      return get(token, right);
    }

    @Override
    public long get(SecretToken token, ClientRight right) {
      if (!token.equals(TOKEN) || !DeviceRole.KIOSK.may(right)) {
        throw Refusal.of(Kind.NOT_SIGNED_IN, "device.unknown").asException();
      }
      return 1;
    }
  }

  /** Stores attributes and supports nothing else. */
  private HttpServletRequest request() {
    return (HttpServletRequest)
        Proxy.newProxyInstance(
            getClass().getClassLoader(),
            new Class<?>[] {HttpServletRequest.class},
            (proxy, call, arguments) -> {
              assertThat(call.getName()).isEqualTo("setAttribute");
              return attributes.put((String) arguments[0], arguments[1]);
            });
  }

  /** Whether the answer tells the front that the caller is known. */
  private boolean isTold() {
    MultivaluedMap<String, Object> headers = new MultivaluedHashMap<>();
    new RecognisedAnswers()
        .filter(
            context(
                ContainerRequestContext.class,
                "getProperty",
                name -> attributes.get((String) name[0])),
            context(ContainerResponseContext.class, "getHeaders", none -> headers));
    attributes.clear();
    return headers.containsKey(Recognised.HEADER);
  }

  private static <T> T context(Class<T> type, String name, Function<Object[], Object> answer) {
    return type.cast(
        Proxy.newProxyInstance(
            type.getClassLoader(),
            new Class<?>[] {type},
            (proxy, call, arguments) -> {
              assertThat(call.getName()).isEqualTo(name);
              return answer.apply(arguments);
            }));
  }

  @Test
  void theFrontLearnsOfAGoodTokenAndOfNoOther() throws IOException {
    DeviceGate gate = gate(false);

    gate.admit("hoerde", KNOWN);
    assertThat(isTold()).isTrue();
    gate.admitCheckIn("hoerde", KNOWN);
    assertThat(isTold()).isTrue();
    gate.channelOf(KNOWN);
    assertThat(isTold()).isTrue();
    gate.findKiosk(KNOWN);
    assertThat(isTold()).isTrue();

    assertRefused(() -> gate.admit("hoerde", "Bearer nonsense"), Kind.NOT_SIGNED_IN);
    assertRefused(() -> gate.admitCheckIn("hoerde", "x"), Kind.NOT_SIGNED_IN);
    assertRefused(() -> gate.channelOf("Bearer nonsense"), Kind.NOT_SIGNED_IN);
    assertThat(gate.findKiosk("Bearer nonsense")).isEmpty();
    gate.channelOf(null);
    assertThat(isTold()).isFalse();
  }

  @Test
  void aDemoKnowsNoDevice() throws IOException {
    DeviceGate gate = gate(true);

    gate.admit("hoerde", KNOWN);
    gate.admitCheckIn("hoerde", KNOWN);
    gate.channelOf(KNOWN);

    assertThat(isTold()).isFalse();
  }

  private DeviceGate gate(boolean demo) throws IOException {
    Path key = Files.write(folder.resolve("key"), new byte[32]);
    return new DeviceGate(
        new OneKiosk(),
        new Installation(demo, key.toString()),
        new DeviceRefusals(log, null),
        request(),
        5,
        40);
  }

  private static void assertRefused(Runnable asking, Kind kind) {
    assertThatThrownBy(asking::run)
        .isInstanceOfSatisfying(
            Refused.class, refused -> assertThat(refused.refusal().kind()).isEqualTo(kind));
  }

  @Test
  void aKiosksTokenBooksAtTheKioskAndOthersFromOutside() throws IOException {
    DeviceGate gate = gate(false);

    assertThat(gate.channelOf(KNOWN)).isEqualTo(Channel.KIOSK);
    assertThat(gate.channelOf(null)).isEqualTo(Channel.OUTSIDE);
    assertRefused(() -> gate.channelOf("Bearer nonsense"), Kind.NOT_SIGNED_IN);
    assertRefused(() -> gate.channelOf("Basic nonsense"), Kind.NOT_SIGNED_IN);
  }

  @Test
  void aDemoAcceptsAnyTokenAsAKiosks() throws IOException {
    DeviceGate gate = gate(true);

    assertThat(gate.channelOf("Bearer nonsense")).isEqualTo(Channel.KIOSK);
    assertThat(gate.channelOf(null)).isEqualTo(Channel.OUTSIDE);
  }

  @Test
  void onlyTheKioskOfAnOfficeIssuesAndItHasOneRateLimit() throws IOException {
    DeviceGate gate = gate(false);

    assertThat(gate.admit("hoerde", KNOWN))
        .isNotSameAs(TicketLimit.ANY)
        .isSameAs(gate.admit("hoerde", KNOWN));
    assertRefused(() -> gate.admit("eving", KNOWN), Kind.NOT_SIGNED_IN);
    assertRefused(() -> gate.admit("hoerde", null), Kind.NOT_SIGNED_IN);
    assertRefused(() -> gate.admit("hoerde", "Bearer nonsense"), Kind.NOT_SIGNED_IN);
  }

  @Test
  void onlyTheKioskOfAnOfficeChecksIn() throws IOException {
    DeviceGate gate = gate(false);

    gate.admitCheckIn("hoerde", KNOWN);
    assertRefused(() -> gate.admitCheckIn("eving", KNOWN), Kind.NOT_SIGNED_IN);
    assertRefused(() -> gate.admitCheckIn("hoerde", null), Kind.NOT_SIGNED_IN);
  }

  @Test
  void aCodeMayBeTriedAgainAtOnceButNotWithoutEnd() throws IOException {
    DeviceGate gate = gate(false);

    gate.admit("hoerde", KNOWN);
    gate.admitCheckIn("hoerde", KNOWN);
    gate.admitCheckIn("hoerde", KNOWN);
    assertRefused(
        () -> {
          for (int i = 0; i < 100; i++) {
            gate.admitCheckIn("hoerde", KNOWN);
          }
        },
        Kind.TOO_OFTEN);
  }

  @Test
  void aDemoAdmitsEveryCaller() throws IOException {
    DeviceGate gate = gate(true);

    assertThatCode(
            () -> {
              for (int i = 0; i < 100; i++) {
                assertThat(gate.admit("hoerde", null)).isSameAs(TicketLimit.ANY);
                gate.admitCheckIn("hoerde", null);
              }
            })
        .doesNotThrowAnyException();
  }
}
