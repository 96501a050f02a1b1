package de.lokalwillkommen.server.run;

import de.lokalwillkommen.server.front.Front;
import java.io.IOException;
import java.io.InputStream;
import java.net.HttpURLConnection;
import java.net.MalformedURLException;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.Consumer;

/** Polls the server over HTTP until each application reports that it is ready. */
final class Readiness {
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

  /**
   * Waits without a limit; the launcher has one.
   *
   * @param waitsFor gets what is missing whenever that changes
   */
  void await(Consumer<String> waitsFor) {
    String told = "";
    for (String answer = ask(); !isReady(answer); answer = ask()) {
      String missing = missing(answer);
      if (!missing.equals(told)) {
        waitsFor.accept(missing);
        told = missing;
      }
      pause();
    }
  }

  /** What is missing according to this answer, in words for the operator. */
  String missing(String answer) {
    List<String> silent = applications.stream().filter(name -> !speaks(name, answer)).toList();
    return switch (silent.size()) {
      case 0 -> "a check of /health/ready is not passed";
      case 1 -> silent.get(0) + " does not answer yet";
      default -> String.join(", ", silent) + " do not answer yet";
    };
  }

  /** Whether this answer reports the status UP and contains every application. */
  boolean isReady(String answer) {
    return packed(answer).startsWith("{\"status\":\"UP\"")
        && applications.stream().allMatch(name -> speaks(name, answer));
  }

  private static boolean speaks(String application, String answer) {
    return packed(answer).contains("\"name\":\"" + application + "\"");
  }

  private static String packed(String answer) {
    return answer.replaceAll("\\s", "");
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
