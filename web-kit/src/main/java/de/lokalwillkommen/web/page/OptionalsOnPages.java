package de.lokalwillkommen.web.page;

import jakarta.el.BeanELResolver;
import jakarta.el.ELContext;
import jakarta.el.ELResolver;
import java.util.Optional;

/**
 * Lets pages call the methods of an {@link Optional} with every version of the expression language:
 * since version 6 the language itself would call them on what the optional contains.
 */
public class OptionalsOnPages extends ELResolver {

  private final BeanELResolver beans = new BeanELResolver();

  @Override
  public Object invoke(
      ELContext context, Object base, Object method, Class<?>[] types, Object[] arguments) {
    // null without the resolved flag passes the call on to the next resolver
    return base instanceof Optional ? beans.invoke(context, base, method, types, arguments) : null;
  }

  @Override
  public Object getValue(ELContext context, Object base, Object property) {
    return null;
  }

  @Override
  public Class<?> getType(ELContext context, Object base, Object property) {
    return null;
  }

  @Override
  public void setValue(ELContext context, Object base, Object property, Object value) {
    // nothing is set through an optional
  }

  @Override
  public boolean isReadOnly(ELContext context, Object base, Object property) {
    return true;
  }

  @Override
  public Class<?> getCommonPropertyType(ELContext context, Object base) {
    return null;
  }
}
