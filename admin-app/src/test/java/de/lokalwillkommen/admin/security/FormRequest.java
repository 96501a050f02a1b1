package de.lokalwillkommen.admin.security;

import de.lokalwillkommen.core.staff.SignedIn;
import jakarta.servlet.http.HttpServletRequest;
import java.lang.reflect.Proxy;
import java.security.Principal;
import java.util.HashMap;
import java.util.Map;

/** A form that a signed-in person has sent, as far as the beans of a page read it. */
public final class FormRequest {

  private final Map<String, String[]> fields = new HashMap<>();
  private final Principal principal;
  private String method = "GET";
  private final Map<String, Object> attributes = new HashMap<>();

  /** Sent by that person. */
  public FormRequest(SignedIn by) {
    principal = by::login;
    new CurrentUser.Caller(by, Exchange.TOKEN, true).leaveWith(request());
  }

  /** With all that was entered or ticked under that name. */
  public FormRequest with(String name, String... values) {
    fields.put(name, values);
    return this;
  }

  /** Sends it as a form. */
  public FormRequest posted() {
    method = "POST";
    return this;
  }

  public CurrentUser me() {
    return new CurrentUser(request());
  }

  public HttpServletRequest request() {
    return (HttpServletRequest)
        Proxy.newProxyInstance(
            getClass().getClassLoader(),
            new Class<?>[] {HttpServletRequest.class},
            (proxy, call, arguments) ->
                switch (call.getName()) {
                  case "getParameterValues" -> fields.get((String) arguments[0]);
                  case "getParameter" ->
                      fields.containsKey((String) arguments[0])
                          ? fields.get((String) arguments[0])[0]
                          : null;
                  case "getMethod" -> method;
                  case "getUserPrincipal" -> principal;
                  case "getContextPath" -> "/admin";
                  case "getAttribute" -> attributes.get((String) arguments[0]);
                  case "setAttribute" -> attributes.put((String) arguments[0], arguments[1]);
                  default -> throw new UnsupportedOperationException(call.getName());
                });
  }
}
