package de.lokalwillkommen.core.kernel;

import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.spi.JsonProvider;
import java.util.Collection;
import java.util.Optional;
import java.util.TreeSet;

/**
 * How something is at a moment, as the history notes it: a JSON object with the version of its
 * notation in {@code v}. Members are added in a fixed order, so that equal states have equal texts.
 */
public final class NotedState {

  // looking the provider up costs more than writing an entry
  private static final JsonProvider JSON = JsonProvider.provider();

  private final JsonObjectBuilder state = JSON.createObjectBuilder();

  private NotedState() {}

  /** An empty state in that version of its notation. */
  public static NotedState version(int version) {
    return new NotedState().with("v", version);
  }

  public NotedState with(String member, String value) {
    state.add(member, value);
    return this;
  }

  public NotedState with(String member, int value) {
    state.add(member, value);
    return this;
  }

  public NotedState with(String member, boolean value) {
    state.add(member, value);
    return this;
  }

  /** Adds a set of words in alphabetical order. */
  public NotedState with(String member, Collection<String> words) {
    JsonArrayBuilder list = JSON.createArrayBuilder(new TreeSet<>(words));
    state.add(member, list);
    return this;
  }

  /** Adds a value if there is one. */
  public NotedState with(String member, Optional<?> value) {
    value.ifPresent(present -> state.add(member, present.toString()));
    return this;
  }

  /** The JSON text. */
  @Override
  public String toString() {
    return state.build().toString();
  }
}
