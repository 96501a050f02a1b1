package de.lokalwillkommen.admin.api;

import de.lokalwillkommen.admin.page.SpokenLanguages;
import de.lokalwillkommen.admin.security.CurrentUser;
import de.lokalwillkommen.core.calling.CallingTickets;
import de.lokalwillkommen.core.calling.CorrectingTickets;
import de.lokalwillkommen.core.kernel.Refusal;
import de.lokalwillkommen.core.kernel.Refusal.Kind;
import de.lokalwillkommen.core.staff.SignedIn;
import de.lokalwillkommen.core.ticketing.Outcome;
import de.lokalwillkommen.core.ticketing.Referral;
import de.lokalwillkommen.core.ticketing.TicketView;
import de.lokalwillkommen.core.ticketing.Transfer;
import de.lokalwillkommen.web.rest.JsonBody;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Duration;
import java.util.Optional;

/** One transition of one ticket. */
@Path("tickets/{ticket}")
@RequestScoped
public class TicketActionsResource {

  private static final int WORD = 40;
  private static final long USUAL_PARKING = 10;

  @Inject private CallingTickets calling;
  @Inject private CorrectingTickets correcting;
  @Inject private SpokenLanguages languages;
  @Inject private CurrentUser me;

  @POST
  @Path("{action}")
  @Consumes({MediaType.APPLICATION_JSON, MediaType.WILDCARD})
  @Produces(MediaType.APPLICATION_JSON)
  public String act(
      @PathParam("ticket") long ticket, @PathParam("action") String action, String body) {
    return StaffTicketJson.of(act(me.get(), ticket, action, JsonBody.read(body)))
        .build()
        .toString();
  }

  private TicketView act(SignedIn who, long ticket, String action, JsonBody body) {
    return switch (action) {
      case "call" -> calling.call(who, ticket);
      case "recall" -> calling.recall(who, ticket);
      case "start" -> calling.start(who, ticket);
      case "finish" -> calling.finish(who, ticket, outcome(body));
      case "no-show" -> calling.noShow(who, ticket);
      case "park" -> calling.park(who, ticket, parking(body), note(body));
      case "resume" -> calling.resume(who, ticket);
      case "return" -> calling.putBack(who, ticket);
      case "transfer" -> calling.transfer(who, ticket, transfer(body), note(body));
      case "cancel" -> calling.cancel(who, ticket);
      case "urgent" ->
          calling.hasten(who, ticket, body.text("reason", CallingTickets.LONGEST_REASON));
      case "take-over" ->
          calling.takeOver(who, ticket, body.text("reason", CallingTickets.LONGEST_REASON));
      case "undo" ->
          body.findNumber("step")
              .map(step -> calling.undo(who, ticket, step.intValue(), body.flag("anyway")))
              .orElseGet(() -> calling.undo(who, ticket));
      default -> correct(who, ticket, action, body);
    };
  }

  private TicketView correct(SignedIn who, long ticket, String action, JsonBody body) {
    return switch (action) {
      case "persons" ->
          correcting.correctPersons(
              who,
              ticket,
              body.findNumber("persons").map(n -> (int) Math.max(0, Math.min(n, WORD))).orElse(0));
      case "language" -> correcting.correctLanguage(who, ticket, language(body));
      case "topic" -> correcting.correctTopic(who, ticket, body.text("topic", WORD));
      case "outcome" ->
          correcting.correctOutcome(
              who, ticket, outcome(body), body.text("reason", CallingTickets.LONGEST_REASON));
      default -> throw new NotFoundException();
    };
  }

  private static Optional<String> note(JsonBody body) {
    return body.findText("note", CallingTickets.LONGEST_NOTE);
  }

  private static Outcome outcome(JsonBody body) {
    return new Outcome(
        body.flag("firstVisit"),
        body.flag("countsForAmif"),
        body.findOneOf(Referral.class, "referral"),
        body.texts("topics", WORD));
  }

  private static Duration parking(JsonBody body) {
    // the use case refuses a duration that is too long; here the sum must not overflow
    long minutes = body.findNumber("minutes").orElse(USUAL_PARKING);
    return Duration.ofMinutes(Math.max(-1, Math.min(minutes, Integer.MAX_VALUE)));
  }

  private String language(JsonBody body) {
    return Optional.of(body.text("language", WORD))
        .filter(languages::includes)
        .orElseThrow(
            () ->
                Refusal.of(Kind.INVALID, "language.unknown")
                    .with("field", "language")
                    .asException());
  }

  private static Transfer transfer(JsonBody body) {
    return new Transfer(
        body.findText("topic", WORD),
        body.findNumber("counter"),
        body.findText("office", WORD),
        body.flag("anyway"));
  }
}
