package de.lokalwillkommen.admin.page;

import de.lokalwillkommen.core.booking.BookingCode;
import de.lokalwillkommen.core.kernel.Refusal;
import de.lokalwillkommen.core.kernel.Refusal.Kind;
import de.lokalwillkommen.web.request.SentValues;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The parameters that the console's script sends with a command. A ticket is always named by its
 * identifier, never by its place on screen: the line may have moved on since it was drawn.
 */
@RequestScoped
public class CommandParameters {

  private HttpServletRequest request;

  protected CommandParameters() {}

  @Inject
  public CommandParameters(HttpServletRequest request) {
    this.request = request;
  }

  public long ticket() {
    return number("ticket")
        .orElseThrow(() -> Refusal.of(Kind.UNKNOWN, "ticket.unknown").asException());
  }

  /** The selected ticket at the counter, if there is one. */
  public Optional<Long> current() {
    return number("current");
  }

  /** Whether the person has confirmed the command. */
  public boolean anyway() {
    return word("anyway").isPresent();
  }

  /**
   * The appointment a command is about, named by its code.
   *
   * @throws de.lokalwillkommen.core.kernel.Refused {@code UNKNOWN} if it is malformed
   */
  public BookingCode code() {
    return word("code")
        .flatMap(BookingCode::find)
        .orElseThrow(() -> Refusal.of(Kind.UNKNOWN, "appointment.unknown").asException());
  }

  /** A day of this century, such as {@code 2026-11-23}. */
  public Optional<LocalDate> day(String name) {
    return word(name).flatMap(SentValues::findDay);
  }

  public Duration minutes() {
    return Duration.ofMinutes(word("minutes").flatMap(SentValues::findNumber).orElse(0));
  }

  public Optional<String> word(String name) {
    return Optional.ofNullable(request.getParameter(name)).filter(w -> !w.isBlank());
  }

  /** All ticked values of one field. */
  public Set<String> words(String name) {
    return Stream.ofNullable(request.getParameterValues(name))
        .flatMap(Stream::of)
        .collect(Collectors.toSet());
  }

  public Optional<Long> number(String name) {
    return word(name).flatMap(SentValues::findId);
  }
}
