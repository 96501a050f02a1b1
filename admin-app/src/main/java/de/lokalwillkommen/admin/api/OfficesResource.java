package de.lokalwillkommen.admin.api;

import de.lokalwillkommen.admin.security.CurrentUser;
import de.lokalwillkommen.core.arranging.ArrangingOffices;
import de.lokalwillkommen.core.arranging.ArrangingTogether;
import de.lokalwillkommen.core.arranging.OfficePlan;
import de.lokalwillkommen.core.arranging.OfficeSettings;
import de.lokalwillkommen.core.offices.OfficeData;
import de.lokalwillkommen.core.offices.OfficeFounding;
import de.lokalwillkommen.web.rest.JsonBody;
import de.lokalwillkommen.web.rest.Jsons;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonArrayBuilder;
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
import java.util.Optional;

/** The offices as the administration arranges them, for programs; people use the pages. */
@Path("offices")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
public class OfficesResource {

  /** The media type of a merge patch (RFC 7396). */
  static final String PATCH_TYPE = "application/merge-patch+json";

  @Inject private OfficePlan plan;
  @Inject private ArrangedOffices arranged;
  @Inject private ArrangingOffices arranging;
  @Inject private ArrangingTogether together;
  @Inject private SeenState seen;
  @Inject private CurrentUser me;
  @Inject private ServletContext servlet;

  @GET
  public String list() {
    JsonArrayBuilder list = Jsons.array();
    plan.list(me.get()).forEach(office -> list.add(OfficeJson.of(office)));
    return list.build().toString();
  }

  @GET
  @Path("{office}")
  public Response get(@PathParam("office") String office) {
    return answer(Response.ok(), arranged.get(office));
  }

  @POST
  @Consumes(MediaType.APPLICATION_JSON)
  public Response found(String text) {
    JsonBody body = JsonBody.read(text);
    OfficeBody sent = new OfficeBody(body);
    OfficeData data = sent.data();
    String slug = OfficeFounding.slug(body.findText("id", StaffTerms.WORD).orElse(""), data.name());
    Optional<String> model = body.findText("like", StaffTerms.WORD);
    if (model.isPresent()) {
      arranging.foundLike(me.get(), model.get(), slug, data);
    } else {
      boolean outpost = body.flag("outpost");
      arranging.found(
          me.get(), new OfficeFounding(slug, data, outpost, sent.times(), sent.signs()));
    }
    return answer(
        Response.created(URI.create(servlet.getContextPath() + "/api/v1/offices/" + slug)),
        plan.get(slug));
  }

  @PATCH
  @Path("{office}")
  @Consumes({PATCH_TYPE, MediaType.APPLICATION_JSON})
  public Response change(@PathParam("office") String id, String text) {
    OfficeSettings office = arranged.get(id);
    seen.require(SeenState.tagOf(office.version()));
    OfficeBody sent = new OfficeBody(JsonBody.read(text));
    ArrangedOffices.tellingImpacts(
        () ->
            together.changeOffice(
                me.get(), id, office.version(), sent.changesOf(office), sent.accepted()));
    return answer(Response.ok(), plan.get(id));
  }

  private static Response answer(Response.ResponseBuilder status, OfficeSettings office) {
    return status
        .tag(SeenState.tagOf(office.version()))
        .entity(OfficeJson.of(office).build().toString())
        .build();
  }
}
