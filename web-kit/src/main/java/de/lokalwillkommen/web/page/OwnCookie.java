package de.lokalwillkommen.web.page;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A cookie that scripts cannot read and that is not sent from other sites' pages. Over TLS its name
 * begins with {@code __Host-}, so that browsers accept it from this host only and over TLS only.
 */
public final class OwnCookie {

  private static final String HOST_ONLY = "__Host-";

  /** How long the browser keeps what a person need not enter again. */
  public static final Duration A_YEAR = Duration.ofDays(365);

  /** The longest time for which browsers keep a cookie. */
  public static final Duration LONGEST = Duration.ofDays(400);

  private OwnCookie() {}

  /** The value of the first cookie of that name in this request, if it has one. */
  public static Optional<String> find(String name, HttpServletRequest request) {
    return list(name, request).findFirst();
  }

  /**
   * The values of all cookies of that name. Over plain HTTP there may be several, set for other
   * paths, of which the good one need not be the first.
   */
  public static Stream<String> list(String name, HttpServletRequest request) {
    return listExactly(nameOf(name, request), request);
  }

  /**
   * The value of a cookie from before cookies had a prefix over TLS; empty over plain HTTP, where
   * the name is still the present one.
   */
  public static Optional<String> findFormer(String name, HttpServletRequest request) {
    return request.isSecure() ? listExactly(name, request).findFirst() : Optional.empty();
  }

  private static Stream<String> listExactly(String name, HttpServletRequest request) {
    return Stream.ofNullable(request.getCookies())
        .flatMap(Stream::of)
        .filter(cookie -> cookie.getName().equals(name))
        .map(Cookie::getValue);
  }

  /** Gives the browser a cookie that it keeps until it is closed. */
  public static void put(
      String name, String value, HttpServletRequest request, HttpServletResponse response) {
    response.addCookie(named(name, value, request));
  }

  /** Gives the browser a cookie that it keeps for some time, at most {@link #LONGEST}. */
  public static void keep(
      String name,
      String value,
      Duration kept,
      HttpServletRequest request,
      HttpServletResponse response) {
    Cookie cookie = named(name, value, request);
    cookie.setMaxAge(Math.toIntExact(kept.toSeconds()));
    response.addCookie(cookie);
  }

  /**
   * Gives the browser a cookie that it also sends when a link of another site leads here, for the
   * way to another service and back.
   */
  public static void keepAcrossSites(
      String name,
      String value,
      Duration kept,
      HttpServletRequest request,
      HttpServletResponse response) {
    Cookie cookie = named(name, value, request);
    cookie.setMaxAge(Math.toIntExact(kept.toSeconds()));
    cookie.setAttribute("SameSite", "Lax");
    response.addCookie(cookie);
  }

  /**
   * Gives the browser a cookie for another application of this server; over TLS all share theirs.
   *
   * @param application the path of that application, beginning with a slash
   */
  static void keepFor(
      String application,
      String name,
      String value,
      HttpServletRequest request,
      HttpServletResponse response) {
    Cookie cookie = named(name, value, request);
    cookie.setPath(request.isSecure() ? "/" : application);
    cookie.setMaxAge(Math.toIntExact(LONGEST.toSeconds()));
    response.addCookie(cookie);
  }

  /** Removes the cookie from the browser. */
  public static void remove(String name, HttpServletRequest request, HttpServletResponse response) {
    keep(name, "", Duration.ZERO, request, response);
  }

  /** Removes a cookie from before cookies had a prefix over TLS; see {@link #findFormer}. */
  public static void removeFormer(
      String name, HttpServletRequest request, HttpServletResponse response) {
    Cookie cookie = new Cookie(name, "");
    cookie.setPath(request.getContextPath());
    cookie.setMaxAge(0);
    cookie.setHttpOnly(true);
    cookie.setSecure(true);
    response.addCookie(cookie);
  }

  /** The name of the cookie for this request. */
  public static String nameOf(String name, HttpServletRequest request) {
    return request.isSecure() ? HOST_ONLY + name : name;
  }

  /** A cookie that lasts until the browser is closed. */
  public static Cookie named(String name, String value, HttpServletRequest request) {
    Cookie cookie = new Cookie(nameOf(name, request), value);
    // browsers require the root path for that prefix
    cookie.setPath(request.isSecure() ? "/" : request.getContextPath());
    cookie.setHttpOnly(true);
    cookie.setSecure(request.isSecure());
    cookie.setAttribute("SameSite", "Strict");
    return cookie;
  }
}
