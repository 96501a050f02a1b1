package de.lokalwillkommen.web.page;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.el.ELContext;
import jakarta.el.ExpressionFactory;
import jakarta.el.StandardELContext;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class OptionalsOnPagesTest {

  private final ExpressionFactory factory = ExpressionFactory.newInstance();
  private StandardELContext page;

  @BeforeEach
  void open() {
    page = new StandardELContext(factory);
    page.addELResolver(new OptionalsOnPages());
    define("here", Optional.of("Hörde"));
    define("nowhere", Optional.empty());
  }

  @Test
  void presenceIsAskedOfTheOptional() {
    assertThat(value("#{here.isPresent()}")).isEqualTo(true);
    assertThat(value("#{nowhere.isPresent()}")).isEqualTo(false);
  }

  @Test
  void theContentIsUsedDirectly() {
    assertThat(value("#{here.get().length()}")).isEqualTo(5);
  }

  private void define(String name, Object value) {
    page.getVariableMapper().setVariable(name, factory.createValueExpression(value, Object.class));
  }

  private Object value(String expression) {
    ELContext context = page;
    return factory.createValueExpression(context, expression, Object.class).getValue(context);
  }
}
