package de.lokalwillkommen.admin.api;

import de.lokalwillkommen.admin.security.CurrentUser;
import de.lokalwillkommen.core.history.History;
import de.lokalwillkommen.core.history.HistoryQuery;
import de.lokalwillkommen.core.history.HistoryView;
import de.lokalwillkommen.core.kernel.Author;
import de.lokalwillkommen.core.kernel.Refusal;
import de.lokalwillkommen.core.kernel.Refusal.Kind;
import de.lokalwillkommen.core.offices.OfficeDirectory;
import de.lokalwillkommen.core.offices.OfficeProfile;
import de.lokalwillkommen.web.request.QueryParameter;
import de.lokalwillkommen.web.rest.Jsons;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObjectBuilder;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;

/** The log of changes, for auditors and their programs. */
@Path("history")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
public class HistoryResource {

  private static final int USUAL = 100;
  private static final Duration USUAL_TIME = Duration.ofDays(30);

  @Inject private History history;
  @Inject private OfficeDirectory offices;
  @Inject private CurrentUser me;
  @Inject private Clock clock;

  @QueryParam("from")
  private String from;

  @QueryParam("to")
  private String to;

  @QueryParam("author")
  private String author;

  @QueryParam("action")
  private String action;

  @QueryParam("cursor")
  private String cursor;

  @QueryParam("limit")
  private String limit;

  @GET
  public String list(@QueryParam("office") String office, @QueryParam("kind") String kind) {
    Optional<String> one = Optional.ofNullable(office).filter(id -> !id.isBlank());
    ZoneId zone =
        one.map(offices::get)
            .or(() -> offices.list().stream().findFirst())
            .map(OfficeProfile::zone)
            .orElse(ZoneOffset.UTC);
    Instant until = new QueryParameter("to", to).asEnd(zone).orElseGet(clock::instant);
    Instant since =
        new QueryParameter("from", from).asBeginning(zone).orElseGet(() -> until.minus(USUAL_TIME));
    int most = new QueryParameter("limit", limit).limit(USUAL, HistoryQuery.MOST);
    List<HistoryView> page =
        history.list(
            me.get(),
            new HistoryQuery(
                one,
                Optional.ofNullable(kind).filter(k -> !k.isBlank()),
                author(),
                Optional.ofNullable(action).filter(a -> !a.isBlank()),
                since,
                until,
                after(),
                most));
    JsonArrayBuilder entries = Jsons.array();
    page.forEach(entry -> entries.add(json(entry)));
    JsonObjectBuilder answer = Jsons.object().add("entries", entries);
    if (page.size() == most) {
      answer.add("cursor", page.get(page.size() - 1).cursor().toString());
    }
    return answer.build().toString();
  }

  private Optional<Author> author() {
    return Optional.ofNullable(author)
        .filter(sent -> !sent.isBlank())
        .map(sent -> Author.find(sent).orElseThrow(HistoryResource::noAuthor));
  }

  private static RuntimeException noAuthor() {
    return Refusal.of(Kind.INVALID, "request.author").with("field", "author").asException();
  }

  private Optional<HistoryQuery.Cursor> after() {
    return Optional.ofNullable(cursor)
        .filter(sent -> !sent.isBlank())
        .map(sent -> HistoryQuery.Cursor.find(sent).orElseThrow(HistoryResource::noCursor));
  }

  private static RuntimeException noCursor() {
    return Refusal.of(Kind.INVALID, "request.cursor").with("field", "cursor").asException();
  }

  private static JsonObjectBuilder json(HistoryView entry) {
    return Jsons.object()
        .add("id", entry.id())
        .add("at", entry.at().toString())
        .add("office", entry.office())
        .add(
            "author",
            Jsons.object()
                .add("kind", entry.author().kind().name())
                .add("pseudonym", entry.author().pseudonym())
                .add("roles", entry.author().roles()))
        .add("kind", entry.kind())
        .add("key", entry.key())
        .add("action", entry.action())
        .add("before", entry.before())
        .add("after", entry.after());
  }
}
