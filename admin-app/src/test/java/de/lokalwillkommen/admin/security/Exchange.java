package de.lokalwillkommen.admin.security;

import de.lokalwillkommen.core.staff.Role;
import de.lokalwillkommen.core.staff.SecretToken;
import de.lokalwillkommen.core.staff.SignedIn;
import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.WriteListener;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.ByteArrayOutputStream;
import java.io.PrintWriter;
import java.lang.reflect.Proxy;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** A request and its answer, as far as the gate and the mechanism read them. */
public final class Exchange {

  static final SecretToken TOKEN = new SecretToken("the-token");
  static final SignedIn COUNSELLOR =
      new SignedIn(
          7,
          "hoerde-1",
          "Team Hörde",
          Set.of(Role.COUNSELLOR),
          Optional.of("hoerde"),
          Optional.of(1L),
          "the-secret");

  private final String method;
  private final String path;
  private final Map<String, String> headers = new HashMap<>(Map.of("Host", "office.example:8080"));
  private final Map<String, String> fields = new HashMap<>();
  private final Map<String, Object> attributes = new HashMap<>();
  private final List<Cookie> cookies = new ArrayList<>();
  private final ByteArrayOutputStream body = new ByteArrayOutputStream();
  private final PrintWriter writer = new PrintWriter(body, true, StandardCharsets.UTF_8);
  private boolean secure;

  int status = 200;
  final Map<String, String> answered = new HashMap<>();
  public final List<Cookie> given = new ArrayList<>();

  private Exchange(String method, String path) {
    this.method = method;
    this.path = path;
  }

  public static Exchange of(String method, String path) {
    return new Exchange(method, path);
  }

  Exchange header(String name, String value) {
    headers.put(name, value);
    return this;
  }

  Exchange field(String name, String value) {
    headers.put("Content-Type", "application/x-www-form-urlencoded");
    fields.put(name, value);
    return this;
  }

  /** Adds the fields that Faces and PrimeFaces put into every form. */
  Exchange formOfOurs() {
    return field("jakarta.faces.ViewState", "stateless")
        .field("primefaces.nonce", "MTIzZTQ1NjctZTg5Yi0xMmQzLWE0NTYtNDI2NjE0MTc0MDAw");
  }

  /** In the query of the address. */
  Exchange parameter(String name, String value) {
    fields.put(name, value);
    return this;
  }

  public Exchange cookie(String name, String value) {
    cookies.add(new Cookie(name, value));
    return this;
  }

  Exchange secure() {
    secure = true;
    return this;
  }

  Exchange signedInByCookie() {
    new CurrentUser.Caller(COUNSELLOR, TOKEN, true).leaveWith(request());
    return this;
  }

  Exchange signedInByHeader() {
    new CurrentUser.Caller(COUNSELLOR, TOKEN, false).leaveWith(request());
    return this;
  }

  /** Signs another counsellor of the same office in by a header. */
  Exchange signedInBy(Role role) {
    SignedIn who =
        new SignedIn(
            8,
            "hoerde-2",
            "Team Hörde",
            Set.of(role),
            Optional.of("hoerde"),
            Optional.of(1L),
            "another-secret");
    new CurrentUser.Caller(who, TOKEN, false).leaveWith(request());
    return this;
  }

  String body() {
    writer.flush();
    return body.toString(StandardCharsets.UTF_8);
  }

  public HttpServletRequest request() {
    return (HttpServletRequest)
        Proxy.newProxyInstance(
            getClass().getClassLoader(),
            new Class<?>[] {HttpServletRequest.class},
            (proxy, call, arguments) ->
                switch (call.getName()) {
                  case "getMethod" -> method;
                  case "getServletPath" -> path;
                  case "getPathInfo" -> null;
                  case "getContextPath" -> "/admin";
                  case "getHeader" -> headers.get((String) arguments[0]);
                  case "getContentType" -> headers.get("Content-Type");
                  case "getParameter" -> fields.get((String) arguments[0]);
                  case "getAttribute" -> attributes.get((String) arguments[0]);
                  case "setAttribute" -> attributes.put((String) arguments[0], arguments[1]);
                  case "getCookies" -> cookies.isEmpty() ? null : cookies.toArray(Cookie[]::new);
                  case "getRequestURL" ->
                      new StringBuffer("https://kiosk.example/admin").append(path);
                  case "isSecure" -> secure;
                  case "setCharacterEncoding" -> null;
                  default -> throw new UnsupportedOperationException(call.getName());
                });
  }

  public HttpServletResponse response() {
    return (HttpServletResponse)
        Proxy.newProxyInstance(
            getClass().getClassLoader(),
            new Class<?>[] {HttpServletResponse.class},
            (proxy, call, arguments) ->
                switch (call.getName()) {
                  case "setStatus", "sendError" -> {
                    status = (int) arguments[0];
                    yield null;
                  }
                  case "setContentType" -> answered.put("Content-Type", (String) arguments[0]);
                  case "setHeader" -> answered.put((String) arguments[0], (String) arguments[1]);
                  case "sendRedirect" -> {
                    status = 302;
                    yield answered.put("Location", (String) arguments[0]);
                  }
                  case "addCookie" -> {
                    given.add((Cookie) arguments[0]);
                    yield null;
                  }
                  case "setContentLength" -> null;
                  case "getWriter" -> writer;
                  case "getOutputStream" -> new Out(body);
                  default -> throw new UnsupportedOperationException(call.getName());
                });
  }

  private static final class Out extends ServletOutputStream {

    private final ByteArrayOutputStream to;

    Out(ByteArrayOutputStream to) {
      this.to = to;
    }

    @Override
    public boolean isReady() {
      return true;
    }

    @Override
    public void setWriteListener(WriteListener listener) {
      throw new UnsupportedOperationException();
    }

    @Override
    public void write(int b) {
      to.write(b);
    }
  }
}
