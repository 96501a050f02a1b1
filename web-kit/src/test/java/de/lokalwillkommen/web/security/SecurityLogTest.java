package de.lokalwillkommen.web.security;

import static org.assertj.core.api.Assertions.assertThat;

import de.lokalwillkommen.core.kernel.Refusal;
import de.lokalwillkommen.core.kernel.Refusal.Kind;
import de.lokalwillkommen.web.security.shared.InstallationKey;
import de.lokalwillkommen.web.security.shared.SecurityEvent;
import de.lokalwillkommen.web.security.shared.SecurityLines;
import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class SecurityLogTest {

  private static final HttpServletRequest REQUEST = NetworksTest.from("192.0.2.7");

  private final List<LogRecord> written = new ArrayList<>();
  private final Logger logger = Logger.getLogger(SecurityLines.LOGGER);
  private final SecurityLog log =
      new SecurityLog(new InstallationKey(new byte[32]), new Networks(Optional.empty(), false));
  private final Handler handler =
      new Handler() {
        @Override
        public void publish(LogRecord line) {
          written.add(line);
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
      };

  @BeforeEach
  void listen() {
    logger.addHandler(handler);
    logger.setUseParentHandlers(false);
  }

  @AfterEach
  void stopListening() {
    logger.removeHandler(handler);
    logger.setUseParentHandlers(true);
  }

  private String write(SecurityEvent event, String login) {
    log.write(event, Optional.of(login), "signIn.wrong", REQUEST);
    return written.get(written.size() - 1).getMessage();
  }

  @Test
  void anEventIsOneLineWithPseudonymsInPlaceOfNameAndAddress() {
    String line = write(SecurityEvent.SIGN_IN_FAILED, "lena\n2026 forged");

    assertThat(line)
        .matches(
            "event=authn_login_fail result=refused who=[0-9a-f]{12} from=[0-9a-f]{12} app=admin"
                + " reason=signIn\\.wrong");
    assertThat(written.get(0).getLevel()).isEqualTo(Level.WARNING);
  }

  @Test
  void theSamePersonHasTheSamePseudonym() {
    assertThat(write(SecurityEvent.SIGNED_OUT, "lena"))
        .isEqualTo(write(SecurityEvent.SIGNED_OUT, "lena"));
    assertThat(write(SecurityEvent.SIGNED_OUT, "lena"))
        .isNotEqualTo(write(SecurityEvent.SIGNED_OUT, "mehmet"));
  }

  @Test
  void refusalsOfSignedInPeopleAreLoggedOnlyForLackOfARight() {
    HttpServletRequest lenas = NetworksTest.of("lena");

    log.writeIfNotAllowed(Refusal.of(Kind.CONFLICT, "ticket.notNow"), lenas);
    log.writeIfNotAllowed(
        Refusal.of(Kind.NOT_ALLOWED, "signIn.otherOffice"), NetworksTest.of(null));
    assertThat(written).isEmpty();

    log.writeIfNotAllowed(Refusal.of(Kind.NOT_ALLOWED, "signIn.otherOffice"), lenas);
    assertThat(written.get(0).getMessage())
        .contains("event=authz_fail", "reason=signIn.otherOffice");
  }

  @Test
  void linesProvokedByStrangersAreRateLimitedAndCounted() {
    for (int i = 0; i < 1000; i++) {
      log.write(SecurityEvent.NOT_FROM_OUR_PAGE, Optional.empty(), "signIn.csrf", REQUEST);
    }
    assertThat(written).hasSizeBetween(300, 400);

    write(SecurityEvent.SIGNED_IN, "lena");

    assertThat(written.get(written.size() - 1).getMessage()).contains("authn_login_success");
  }
}
