package de.lokalwillkommen.admin.security;

import static org.assertj.core.api.Assertions.assertThat;

import de.lokalwillkommen.core.devices.DeviceData;
import de.lokalwillkommen.core.devices.DeviceRole;
import de.lokalwillkommen.core.devices.DeviceState;
import de.lokalwillkommen.core.devices.DeviceView;
import de.lokalwillkommen.core.devices.ManagingDevices;
import de.lokalwillkommen.core.devices.PairingCode;
import de.lokalwillkommen.core.kernel.Refusal;
import de.lokalwillkommen.core.kernel.Refusal.Kind;
import de.lokalwillkommen.core.kernel.Refused;
import de.lokalwillkommen.core.staff.Role;
import de.lokalwillkommen.core.staff.SignedIn;
import de.lokalwillkommen.web.security.RecordedSecurityLog;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class DeviceDeskTest {

  private static final String RIGHT = "QWJH-2345";
  private static final DeviceData DOOR = new DeviceData("hoerde", "Door");

  private final RecordedSecurityLog log = new RecordedSecurityLog();

  /** One device asks; its code approves it. */
  private final DeviceDesk desk =
      new DeviceDesk(
          new ManagingDevices() {
            @Override
            public DeviceView approve(
                SignedIn who, PairingCode code, DeviceRole role, DeviceData data) {
              if (!code.inGroups().equals(RIGHT)) {
                throw Refusal.of(Kind.UNKNOWN, "device.codeUnknown").asException();
              }
              return new DeviceView(
                  1,
                  0,
                  role,
                  data,
                  Instant.EPOCH,
                  Optional.empty(),
                  DeviceState.EXPECTED,
                  Optional.empty());
            }
          },
          log);

  private static SignedIn person(long id) {
    return new SignedIn(
        id, "p" + id, "P", Set.of(Role.ADMIN), Optional.empty(), Optional.empty(), "csrf");
  }

  private String type(long person, String code) {
    try {
      desk.approve(person(person), code, DeviceRole.KIOSK, DOOR, null);
      return "paired";
    } catch (Refused refused) {
      return refused.refusal().key();
    }
  }

  @Test
  void guessesSlowDownThePersonWhoGuessesAlone() {
    IntStream.range(0, 10)
        .forEach(
            i -> assertThat(type(1, "ABCD-234" + (i % 8 + 2))).isEqualTo("device.codeUnknown"));

    assertThat(type(1, RIGHT)).isEqualTo("request.tooMany");
    assertThat(type(2, RIGHT)).isEqualTo("paired");
    assertThat(log.lines())
        .contains("CODES_TRIED p1 device.codeUnknown", "TOKEN_CREATED p2 device");
  }

  @Test
  void rightCodesAndMistypedOnesThatAreNoCodesAreNotAllowedForever() {
    IntStream.range(0, 40).forEach(i -> assertThat(type(3, RIGHT)).isEqualTo("paired"));
    IntStream.range(0, 10).forEach(i -> assertThat(type(3, "??")).isEqualTo("device.codeUnknown"));
    assertThat(type(3, "??")).isEqualTo("request.tooMany");
  }
}
