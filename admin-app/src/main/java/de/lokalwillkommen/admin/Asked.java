package de.lokalwillkommen.admin;

import de.lokalwillkommen.core.kernel.Refusal;
import de.lokalwillkommen.core.kernel.Refusal.Kind;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.util.Optional;

/**
 * What the console's script sends with a command. A ticket is always named by its identifier, never
 * by its place on screen: the line may have moved on since it was drawn.
 */
@RequestScoped
public class Asked {

  private HttpServletRequest request;

  protected Asked() {}

  @Inject
  Asked(HttpServletRequest request) {
    this.request = request;
  }

  long ticket() {
    return number("ticket")
        .orElseThrow(() -> Refusal.of(Kind.UNKNOWN, "ticket.unknown").asException());
  }

  /** The ticket at the counter that the person has turned to, if they have said so. */
  Optional<Long> current() {
    return number("current");
  }

  /** Whether the person has been asked already and wants it all the same. */
  boolean anyway() {
    return word("anyway").isPresent();
  }

  Duration minutes() {
    return Duration.ofMinutes(number("minutes").orElse(0L));
  }

  Optional<String> word(String name) {
    return Optional.ofNullable(request.getParameter(name)).filter(w -> !w.isBlank());
  }

  Optional<Long> number(String name) {
    try {
      return word(name).map(Long::valueOf);
    } catch (NumberFormatException notANumber) {
      return Optional.empty();
    }
  }
}
