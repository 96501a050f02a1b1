package de.lokalwillkommen.display;

import de.lokalwillkommen.web.live.Snapshot;
import de.lokalwillkommen.web.rest.Jsons;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.Clock;
import java.util.Optional;

/** The board of an office, for clients that cannot keep a socket open. */
@Path("offices/{office}/board")
@RequestScoped
public class BoardResource {

  @Inject private BoardSnapshots snapshots;
  @Inject private Clock clock;

  @GET
  @Produces(MediaType.APPLICATION_JSON)
  public String get(
      @PathParam("office") String office, @QueryParam(BoardChannel.LANGUAGE) String language) {
    Snapshot snapshot = snapshots.get(office, Optional.ofNullable(language));
    return Jsons.object(snapshot.content())
        .add("now", clock.instant().toString())
        .build()
        .toString();
  }
}
