package de.lokalwillkommen.server.front;

import de.lokalwillkommen.server.front.FrontTexts.Speech;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * The front's own answers: a small page in all languages for people, a problem (RFC 9457) for
 * programs. They do not reveal product or version.
 */
final class Answers {

  /** The header by which the pages' scripts recognise the server's own answers. */
  static final String MARK = "X-LW";

  private static final int UNAVAILABLE = 503;
  private static final int RETRY_SECONDS = 5;
  private static final String POLICY = "Content-Security-Policy";

  private static final Map<Integer, String> REASONS =
      Map.ofEntries(
          Map.entry(302, "Found"),
          Map.entry(303, "See Other"),
          Map.entry(400, "Bad Request"),
          Map.entry(401, "Unauthorized"),
          Map.entry(403, "Forbidden"),
          Map.entry(404, "Not Found"),
          Map.entry(405, "Method Not Allowed"),
          Map.entry(408, "Request Timeout"),
          Map.entry(413, "Content Too Large"),
          Map.entry(414, "URI Too Long"),
          Map.entry(415, "Unsupported Media Type"),
          Map.entry(431, "Request Header Fields Too Large"),
          Map.entry(500, "Internal Server Error"),
          Map.entry(501, "Not Implemented"),
          Map.entry(503, "Service Unavailable"),
          Map.entry(505, "HTTP Version Not Supported"));

  private final FrontTexts texts = FrontTexts.load();
  private final String style = resource("page.css");
  private final String script = resource("again.js");
  private final boolean secure;

  /**
   * @param secure whether browsers reach the server over TLS
   */
  Answers(boolean secure) {
    this.secure = secure;
  }

  /**
   * One answer.
   *
   * @param headers all but those for the length of the body and the end of the connection
   */
  record Answer(int status, Map<String, String> headers, byte[] body) {

    /**
     * The complete answer, after which the connection is closed.
     *
     * @param withBody false if only the headers were asked for
     */
    byte[] toBytes(boolean withBody) {
      StringBuilder head = new StringBuilder();
      head.append("HTTP/1.1 ").append(status).append(' ');
      head.append(REASONS.getOrDefault(status, "Error")).append("\r\n");
      headers.forEach((name, value) -> head.append(name).append(": ").append(value).append("\r\n"));
      head.append("Content-Length: ").append(body.length).append("\r\n");
      head.append("Connection: close\r\n\r\n");
      byte[] start = head.toString().getBytes(StandardCharsets.ISO_8859_1);
      byte[] all = Arrays.copyOf(start, start.length + (withBody ? body.length : 0));
      System.arraycopy(body, 0, all, start.length, all.length - start.length);
      return all;
    }
  }

  /** The headers of every answer of this server, unless the answer sets its own. */
  Map<String, String> common() {
    Map<String, String> headers = new LinkedHashMap<>();
    headers.put(MARK, "1");
    headers.put("X-Content-Type-Options", "nosniff");
    headers.put("Referrer-Policy", "no-referrer");
    headers.put("Cross-Origin-Opener-Policy", "same-origin");
    headers.put(
        POLICY, "default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'");
    headers.put("Cache-Control", "no-store");
    if (secure) {
      headers.put("Strict-Transport-Security", "max-age=31536000");
    }
    return headers;
  }

  /** A refusal in the client's format; in that for programs if there is no request head. */
  Answer to(Rejection rejection, Optional<Head> head) {
    Map<String, String> headers = common();
    List<String> own = rejection.headers();
    for (int i = 0; i < own.size(); i += 2) {
      headers.put(own.get(i), own.get(i + 1));
    }
    int status = rejection.status();
    if (status == UNAVAILABLE) {
      headers.put("Retry-After", String.valueOf(RETRY_SECONDS));
    }
    if (headers.containsKey("Location")) {
      return new Answer(status, headers, new byte[0]);
    }
    if (head.filter(Answers::isForPeople).isPresent()) {
      headers.put("Content-Type", "text/html;charset=UTF-8");
      headers.put(POLICY, policy(status));
      return new Answer(status, headers, page(status).getBytes(StandardCharsets.UTF_8));
    }
    Speech speech = texts.negotiate(head.flatMap(h -> h.find("Accept-Language")));
    headers.put("Content-Type", "application/problem+json");
    headers.put("Content-Language", speech.tag());
    return new Answer(status, headers, problem(status, speech).getBytes(StandardCharsets.UTF_8));
  }

  private static boolean isForPeople(Head head) {
    return head.all("Accept").stream().anyMatch(accept -> accept.contains("text/html"));
  }

  private static String problem(int status, Speech speech) {
    // titles need no escaping, which a test checks
    return format(
        "{\"type\":\"about:blank\",\"title\":\"%s\",\"status\":%s}",
        speech.title(status), String.valueOf(status));
  }

  private String page(int status) {
    boolean again = status == UNAVAILABLE;
    String sections =
        texts.all().stream().map(speech -> section(speech, status)).collect(Collectors.joining());
    return format(
            "<!DOCTYPE html><html lang=\"%s\"><head><meta charset=\"utf-8\">",
            texts.all().get(0).tag())
        + "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">"
        + format("<title>%s</title>", texts.all().get(0).get("brand"))
        + format("<style>%s</style></head><body><main>%s</main>", style, sections)
        + (again ? format("<script>%s</script>", script) : "")
        + "</body></html>";
  }

  private static String section(Speech speech, int status) {
    String more =
        status == UNAVAILABLE
            ? format("<p>%s</p>", speech.get("front.again"))
            : format("<p><a href=\"/\">%s</a></p>", speech.get("front.home"));
    return format(
        "<section lang=\"%s\" dir=\"%s\"><h1>%s</h1>%s</section>",
        speech.tag(), speech.direction(), speech.title(status), more);
  }

  private String policy(int status) {
    String scripts =
        status == UNAVAILABLE ? format("; script-src '%s'; connect-src 'self'", hash(script)) : "";
    return format(
        "default-src 'none'; style-src '%s'%s; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
        hash(style), scripts);
  }

  private static String format(String pattern, String... arguments) {
    return String.format(Locale.ROOT, pattern, (Object[]) arguments);
  }

  private static String hash(String inline) {
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256").digest(inline.getBytes(StandardCharsets.UTF_8));
      return "sha256-" + Base64.getEncoder().encodeToString(digest);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  private static String resource(String name) {
    try (InputStream in = Answers.class.getResourceAsStream(name)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
