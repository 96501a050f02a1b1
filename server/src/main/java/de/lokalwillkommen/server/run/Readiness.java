package de.lokalwillkommen.server.run;

import de.lokalwillkommen.server.front.Front;
import java.io.IOException;
import java.io.InputStream;
import java.net.HttpURLConnection;
import java.net.MalformedURLException;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;

/** Asks the server from outside, over HTTP, until each application has said that it is ready. */
final class Readiness {
  /** For the slowest machine: half a minute is usual. */
  private static final Duration LIMIT = Duration.ofMinutes(10);

  private static final int PAUSE_MILLIS = 250;
  private static final int ANSWER_MILLIS = 10_000;

  private final URL health;
  private final String probe;
  private final List<String> applications;

  /**
   * @param probe lets the check pass while other clients are still refused
   */
  Readiness(String host, int port, String probe, List<String> applications) {
    this.probe = probe;
    try {
      this.health = new URL("http", host, port, "/health/ready");
    } catch (MalformedURLException e) {
      throw new IllegalArgumentException(host, e);
    }
    this.applications = applications;
  }

  void await() {
    long end = System.nanoTime() + LIMIT.toNanos();
    String answer = ask();
    while (!isReady(answer)) {
      if (System.nanoTime() > end) {
        throw new ServerRefusal("not ready after " + LIMIT.toSeconds() + " seconds: " + answer);
      }
      pause();
      answer = ask();
    }
  }

  /** Whether this answer says that all is up, and each application speaks in it. */
  boolean isReady(String answer) {
    String packed = answer.replaceAll("\\s", "");
    return packed.startsWith("{\"status\":\"UP\"")
        && applications.stream().allMatch(name -> packed.contains("\"name\":\"" + name + "\""));
  }

  private String ask() {
    try {
      HttpURLConnection connection = (HttpURLConnection) health.openConnection();
      connection.setConnectTimeout(ANSWER_MILLIS);
      connection.setReadTimeout(ANSWER_MILLIS);
      connection.setRequestProperty(Front.PROBE, probe);
      boolean failed = connection.getResponseCode() >= HttpURLConnection.HTTP_BAD_REQUEST;
      try (InputStream body = failed ? connection.getErrorStream() : connection.getInputStream()) {
        return body == null ? "no answer" : new String(body.readAllBytes(), StandardCharsets.UTF_8);
      }
    } catch (IOException e) {
      return e.toString();
    }
  }

  private static void pause() {
    try {
      Thread.sleep(PAUSE_MILLIS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new ServerRefusal("interrupted while starting");
    }
  }
}
