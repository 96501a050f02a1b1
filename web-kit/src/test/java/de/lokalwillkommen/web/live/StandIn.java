package de.lokalwillkommen.web.live;

import java.lang.reflect.Proxy;

/** Objects of interfaces of which a test needs few methods. */
public final class StandIn {

  private StandIn() {}

  /** What an object does when a method is called, except for identity. */
  public interface Answer {

    /**
     * Answers a call.
     *
     * @param method the name of the method
     * @param arguments null if it has none
     */
    Object to(String method, Object[] arguments) throws Throwable;
  }

  /** An object that is equal only to itself, and otherwise does what the answer says. */
  public static <T> T of(Class<T> type, Answer answer) {
    return type.cast(
        Proxy.newProxyInstance(
            type.getClassLoader(),
            new Class<?>[] {type},
            (self, method, arguments) ->
                switch (method.getName()) {
                  case "hashCode" -> System.identityHashCode(self);
                  case "equals" -> self == arguments[0];
                  default -> answer.to(method.getName(), arguments);
                }));
  }
}
