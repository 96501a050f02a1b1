package de.lokalwillkommen.kiosk.page;

import jakarta.servlet.http.HttpServletRequest;
import java.lang.reflect.Proxy;
import java.util.Map;
import java.util.Optional;

/** A request as a visitor's browser makes it, outside a server. */
public final class VisitorRequest {

  private VisitorRequest() {}

  /** Looking at a page. */
  public static HttpServletRequest get(Address address, Map<String, String> parameters) {
    return request("GET", address, parameters);
  }

  /** Touching a button on it. */
  public static HttpServletRequest post(Address address, Map<String, String> parameters) {
    return request("POST", address, parameters);
  }

  private static HttpServletRequest request(
      String method, Address address, Map<String, String> parameters) {
    return (HttpServletRequest)
        Proxy.newProxyInstance(
            VisitorRequest.class.getClassLoader(),
            new Class<?>[] {HttpServletRequest.class},
            (proxy, call, arguments) ->
                switch (call.getName()) {
                  case "getMethod" -> method;
                  case "getContextPath" -> "/kiosk";
                  case "getCookies" -> null;
                  case "getParameter" -> parameters.get(arguments[0].toString());
                  case "getParameterValues" ->
                      Optional.ofNullable(parameters.get(arguments[0].toString()))
                          .map(value -> new String[] {value})
                          .orElse(null);
                  case "getAttribute" ->
                      arguments[0].equals(Address.class.getName()) ? address : null;
                  default -> throw new UnsupportedOperationException(call.getName());
                });
  }
}
