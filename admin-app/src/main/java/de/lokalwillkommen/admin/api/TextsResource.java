package de.lokalwillkommen.admin.api;

import de.lokalwillkommen.admin.security.CurrentUser;
import de.lokalwillkommen.core.kernel.MainLanguage;
import de.lokalwillkommen.core.texts.EditingTexts;
import de.lokalwillkommen.core.texts.TextFilter;
import de.lokalwillkommen.core.texts.TextLine;
import de.lokalwillkommen.core.texts.TextPlan;
import de.lokalwillkommen.core.texts.TextSettings;
import de.lokalwillkommen.web.rest.JsonBody;
import de.lokalwillkommen.web.rest.Jsons;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObjectBuilder;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The texts that visitors meet, for programs; people use the page. */
@Path("texts")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
public class TextsResource {

  private static final int PATTERN = 4000;

  @Inject private TextPlan plan;
  @Inject private EditingTexts editing;
  @Inject private SeenState seen;
  @Inject private CurrentUser me;

  @GET
  public Response list(@QueryParam("language") String language) {
    return answer(Optional.ofNullable(language).orElse(MainLanguage.TAG));
  }

  /** Changes several texts of a language, all or none of them. */
  @PATCH
  @Consumes({OfficesResource.PATCH_TYPE, MediaType.APPLICATION_JSON})
  public Response change(@QueryParam("language") String language, String text) {
    String tag = Optional.ofNullable(language).orElse(MainLanguage.TAG);
    long version = plan.version();
    seen.require(SeenState.tagOf(version));
    JsonBody body = JsonBody.read(text);
    List<TextLine> lines = new ArrayList<>();
    for (JsonBody entry : body.objects("texts")) {
      lines.add(
          new TextLine(lines.size() + 1, entry.text("key", PATTERN), entry.text("text", PATTERN)));
    }
    editing.changeAll(me.get(), tag, lines, version);
    return answer(tag);
  }

  private Response answer(String language) {
    JsonArrayBuilder texts = Jsons.array();
    plan.list(language, TextFilter.ALL).forEach(text -> texts.add(json(text)));
    return Response.ok(
            Jsons.object().add("language", language).add("texts", texts).build().toString())
        .tag(SeenState.tagOf(plan.version()))
        .build();
  }

  private static JsonObjectBuilder json(TextSettings text) {
    return Jsons.object()
        .add("key", text.key())
        .add("area", text.area().name())
        .add("main", text.main())
        .add("shipped", Jsons.orNull(text.shipped()))
        .add("text", Jsons.orNull(text.present()))
        .add("arguments", OfficeJson.texts(text.arguments()));
  }
}
