package de.lokalwillkommen.display;

import static org.assertj.core.api.Assertions.assertThat;

import de.lokalwillkommen.web.live.OpenHub;
import de.lokalwillkommen.web.live.Snapshot;
import de.lokalwillkommen.web.live.StandIn;
import de.lokalwillkommen.web.live.Subscriber;
import de.lokalwillkommen.web.rest.Jsons;
import de.lokalwillkommen.web.text.Texts;
import jakarta.websocket.RemoteEndpoint;
import jakarta.websocket.Session;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BoardChannelsTest {

  private static final String OFFICE = "hoerde";

  private final OpenHub<BoardChannels> open =
      new OpenHub<>(
          new BoardChannels(new Blank(), new BoardWords(Texts.of("display")), null, null));
  private final BoardChannels channels = open.hub();

  @AfterEach
  void close() {
    open.close();
  }

  /** Boards without calls. */
  private static final class Blank extends BoardSnapshots {

    @Override
    Map<String, Snapshot> get(String office, Set<String> names) {
      return names.stream()
          .collect(
              Collectors.toMap(
                  Function.identity(), name -> new Snapshot(1, Jsons.object().build())));
    }
  }

  /** A display at an address that all displays here share. */
  private static final class Display {

    private final Map<String, List<String>> parameters;
    private boolean closed;

    Display(String language) {
      parameters = language.isEmpty() ? Map.of() : Map.of("language", List.of(language));
    }

    Session session() {
      return StandIn.of(
          Session.class,
          (method, arguments) ->
              switch (method) {
                case "getUserPrincipal" ->
                    new Subscriber(Optional.of("192.0.2.1"), Optional.empty(), false);
                case "getAsyncRemote" ->
                    StandIn.of(RemoteEndpoint.Async.class, (call, none) -> null);
                case "getRequestParameterMap" -> parameters();
                default -> null;
              });
    }

    private Map<String, List<String>> parameters() {
      if (closed) {
        throw new IllegalStateException("the session is closed");
      }
      return parameters;
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "de", "ar", "no language"})
  void aBoardGivesItsPlaceBackInWhateverLanguageItWas(String language) {
    Display first = new Display(language);
    Session itsSession = first.session();
    assertThat(channels.subscribe(OFFICE, itsSession)).isTrue();
    List<Boolean> others = new ArrayList<>();
    for (int n = 1; n < BoardChannels.MOST_OF_ADDRESS; n++) {
      others.add(channels.subscribe(OFFICE, new Display("de").session()));
    }
    assertThat(others).doesNotContain(false);
    assertThat(channels.subscribe(OFFICE, new Display("en").session())).isFalse();

    first.closed = true;
    channels.unsubscribe(OFFICE, itsSession);

    assertThat(channels.subscribe(OFFICE, new Display("en").session())).isTrue();
    assertThat(channels.subscribe(OFFICE, new Display("en").session())).isFalse();
  }
}
