package de.lokalwillkommen.admin.api;

import de.lokalwillkommen.admin.security.CurrentUser;
import de.lokalwillkommen.core.kernel.Refusal;
import de.lokalwillkommen.core.kernel.Refusal.Kind;
import de.lokalwillkommen.core.people.ChangingPeople;
import de.lokalwillkommen.core.people.ManagingPeople;
import de.lokalwillkommen.core.people.PersonView;
import de.lokalwillkommen.core.staff.OfficeRole;
import de.lokalwillkommen.core.staff.PersonDetails;
import de.lokalwillkommen.core.staff.Role;
import de.lokalwillkommen.core.staff.Skills;
import de.lokalwillkommen.web.rest.JsonBody;
import de.lokalwillkommen.web.rest.Jsons;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObjectBuilder;
import jakarta.servlet.ServletContext;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** The people whom the caller manages, for programs; people use the pages. */
@Path("people")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
public class PeopleResource {

  private static final PersonDetails NOBODY =
      new PersonDetails(
          "",
          Optional.empty(),
          Optional.empty(),
          Set.of(Role.COUNSELLOR),
          new Skills(Set.of(), Set.of()));

  private static final int TEXT = 400;

  @Inject private ManagingPeople managing;
  @Inject private ChangingPeople changing;
  @Inject private SeenState seen;
  @Inject private CurrentUser me;
  @Inject private ServletContext servlet;

  @GET
  public String list() {
    JsonArrayBuilder list = Jsons.array();
    managing.list(me.get()).forEach(person -> list.add(json(person)));
    return list.build().toString();
  }

  @GET
  @Path("{person}")
  public Response get(@PathParam("person") long id) {
    return answer(person(id));
  }

  @POST
  @Consumes(MediaType.APPLICATION_JSON)
  public Response invite(String text) {
    JsonBody body = JsonBody.read(text);
    ManagingPeople.Invited invited =
        managing.invite(me.get(), body.text("login", TEXT), details(NOBODY, body));
    JsonObjectBuilder json =
        json(invited.person())
            .add(
                "invitation",
                Jsons.object()
                    .add("code", invited.code().inGroups())
                    .add("expiresAt", invited.until().toString()));
    String address = servlet.getContextPath() + "/api/v1/people/" + invited.person().id();
    return Response.created(URI.create(address))
        .tag(SeenState.tagOf(content(invited.person())))
        .entity(json.build().toString())
        .build();
  }

  @PATCH
  @Path("{person}")
  @Consumes({OfficesResource.PATCH_TYPE, MediaType.APPLICATION_JSON})
  public Response change(@PathParam("person") long id, String text) {
    PersonView person = person(id);
    seen.require(SeenState.tagOf(content(person)));
    JsonBody body = JsonBody.read(text);
    Optional<Boolean> left = body.names("left") ? Optional.of(body.flag("left")) : Optional.empty();
    return answer(changing.change(me.get(), person, details(person.details(), body), left));
  }

  private static PersonDetails details(PersonDetails before, JsonBody body) {
    return new PersonDetails(
        body.names("displayName") ? body.text("displayName", TEXT) : before.displayName(),
        body.names("organisation")
            ? body.findText("organisation", StaffTerms.WORD)
            : before.organisation(),
        body.names("office") ? body.findText("office", StaffTerms.WORD) : before.office(),
        body.names("roles") ? roles(body) : before.roles(),
        body.names("elsewhere") ? elsewhere(body) : before.elsewhere(),
        new Skills(
            body.names("languages")
                ? body.texts("languages", StaffTerms.WORD)
                : before.skills().languages(),
            body.names("topics")
                ? body.texts("topics", StaffTerms.WORD)
                : before.skills().topics()));
  }

  private static Set<Role> roles(JsonBody body) {
    return body.texts("roles", StaffTerms.WORD).stream()
        .map(PeopleResource::role)
        .collect(Collectors.toSet());
  }

  private static Role role(String name) {
    return Arrays.stream(Role.values())
        .filter(role -> role.name().equals(name))
        .findFirst()
        .orElseThrow(
            () -> Refusal.of(Kind.INVALID, "person.roles").with("field", "roles").asException());
  }

  private static Set<OfficeRole> elsewhere(JsonBody body) {
    return body.objects("elsewhere").stream()
        .map(
            one ->
                new OfficeRole(one.text("office", StaffTerms.WORD), one.oneOf(Role.class, "role")))
        .collect(Collectors.toSet());
  }

  private PersonView person(long id) {
    return managing
        .find(me.get(), id)
        .orElseThrow(() -> Refusal.of(Kind.UNKNOWN, "person.unknown").asException());
  }

  private static Response answer(PersonView person) {
    return Response.ok(json(person).build().toString())
        .tag(SeenState.tagOf(content(person)))
        .build();
  }

  /** What two could overwrite: the day of the last sign-in does not count. */
  private static String content(PersonView person) {
    return changeable(person).build().toString();
  }

  private static JsonObjectBuilder json(PersonView person) {
    return changeable(person).add("lastSignedIn", Jsons.orNull(person.lastSignedIn()));
  }

  private static JsonObjectBuilder changeable(PersonView person) {
    PersonDetails details = person.details();
    return Jsons.object()
        .add("id", person.id())
        .add("login", person.login())
        .add("displayName", details.displayName())
        .add("organisation", Jsons.orNull(details.organisation()))
        .add("office", Jsons.orNull(details.office()))
        .add("roles", OfficeJson.texts(details.roles().stream().map(Role::name).sorted().toList()))
        .add("elsewhere", elsewhere(details))
        .add("languages", OfficeJson.texts(details.skills().languages().stream().sorted().toList()))
        .add("topics", OfficeJson.texts(details.skills().topics().stream().sorted().toList()))
        .add("status", person.status().name());
  }

  private static JsonArrayBuilder elsewhere(PersonDetails details) {
    JsonArrayBuilder roles = Jsons.array();
    details.elsewhere().stream()
        .sorted()
        .forEach(
            one ->
                roles.add(
                    Jsons.object().add("office", one.office()).add("role", one.role().name())));
    return roles;
  }
}
