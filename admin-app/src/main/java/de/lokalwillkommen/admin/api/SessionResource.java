package de.lokalwillkommen.admin.api;

import de.lokalwillkommen.admin.security.CurrentUser;
import de.lokalwillkommen.admin.security.SecondStepCookie.Begun;
import de.lokalwillkommen.admin.security.SignInDesk;
import de.lokalwillkommen.core.calling.Parting;
import de.lokalwillkommen.core.kernel.Refusal;
import de.lokalwillkommen.core.kernel.Refusal.Kind;
import de.lokalwillkommen.core.kernel.Refused;
import de.lokalwillkommen.core.offices.OfficeDirectory;
import de.lokalwillkommen.core.offices.OfficeProfile.CounterProfile;
import de.lokalwillkommen.core.staff.SecondStep.Need;
import de.lokalwillkommen.core.staff.SignedIn;
import de.lokalwillkommen.core.staff.SigningIn;
import de.lokalwillkommen.core.staff.TakingCounters;
import de.lokalwillkommen.web.rest.JsonBody;
import de.lokalwillkommen.web.rest.Jsons;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonValue;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.Optional;

/** Signing in at a counter and signing out, for programs; people use the page. */
@Path("session")
@RequestScoped
public class SessionResource {

  private static final String BACK = "back";
  private static final int NAME = 60;
  private static final int PASSWORD = 200;
  private static final int OFFICE = 40;
  private static final int LABEL = 10;
  private static final int CODE = 40;

  @Inject private SignInDesk desk;
  @Inject private SigningIn signingIn;
  @Inject private TakingCounters taking;
  @Inject private OfficeDirectory offices;
  @Inject private CurrentUser me;
  @Inject private HttpServletRequest request;

  @POST
  @Consumes(MediaType.APPLICATION_JSON)
  @Produces(MediaType.APPLICATION_JSON)
  public String signIn(String text) {
    JsonBody body = JsonBody.read(text);
    Optional<String> office = body.findText("office", OFFICE);
    Optional<String> counter = body.findText("counter", LABEL);
    Optional<String> code = body.findText("code", CODE);
    SigningIn.Entry entry =
        desk.signIn(
            body.text("user", NAME), body.text("password", PASSWORD), office, counter, request);
    SigningIn.Welcome welcome =
        entry instanceof SigningIn.Halfway halfway
            ? desk.goOn(new Begun(halfway, office, counter), required(code, halfway), request)
            : (SigningIn.Welcome) entry;
    SignedIn who = atCounter(welcome, counter, body.flag("tandem"));
    return Jsons.object()
        .add("token", welcome.token().value())
        .add("csrf", who.csrf())
        .add("counter", counterOf(who).map(SessionResource::json).orElse(JsonValue.NULL))
        .build()
        .toString();
  }

  /** A counter where a colleague works is taken knowingly or not at all. */
  private SignedIn atCounter(
      SigningIn.Welcome welcome, Optional<String> counter, boolean together) {
    if (counter.isEmpty() || welcome.who().counter().isPresent()) {
      return welcome.who();
    }
    try {
      return taking.take(welcome.token(), counter.get(), together);
    } catch (Refused refused) {
      signingIn.signOut(welcome.token());
      throw refused;
    }
  }

  /** The code; the app is set up on a page only. */
  private static String required(Optional<String> code, SigningIn.Halfway halfway) {
    if (halfway.need() == Need.ENROLMENT) {
      throw Refusal.of(Kind.NOT_ALLOWED, "signIn.enrol").asException();
    }
    return code.orElseThrow(
        () -> Refusal.of(Kind.NOT_ALLOWED, "signIn.code").with("field", "code").asException());
  }

  /**
   * Signs out. Refused while visitors are at the counter, unless they are to wait again.
   *
   * @param visits what happens to the visitors: {@code back}
   */
  @DELETE
  public void signOut(@QueryParam("visits") String visits) {
    Optional<Parting> forAll = Optional.ofNullable(visits).map(SessionResource::parting);
    JsonArrayBuilder open = Jsons.array();
    try {
      desk.signOut(
          me,
          visit -> {
            open.add(StaffTicketJson.of(visit));
            return forAll;
          },
          request);
    } catch (Refused refused) {
      throw refused.refusal().kind() == Kind.CONFLICT
          ? refused.refusal().with("visits", open.build()).asException()
          : refused;
    }
  }

  private static Parting parting(String visits) {
    if (!BACK.equals(visits)) {
      throw Refusal.of(Kind.INVALID, "leaving.choose").with("field", "visits").asException();
    }
    return Parting.back();
  }

  private Optional<CounterProfile> counterOf(SignedIn who) {
    return who.office()
        .flatMap(offices::find)
        .flatMap(office -> who.counter().flatMap(office::findCounter));
  }

  private static JsonValue json(CounterProfile counter) {
    return Jsons.object()
        .add("id", counter.id())
        .add("label", counter.label())
        .add("name", counter.name())
        .build();
  }
}
