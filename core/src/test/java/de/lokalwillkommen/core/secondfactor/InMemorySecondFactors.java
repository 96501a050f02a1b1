package de.lokalwillkommen.core.secondfactor;

import java.lang.reflect.Constructor;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Second factors without a database. */
class InMemorySecondFactors implements SecondFactors {

  private final Map<Long, SecondFactor> factors = new HashMap<>();
  private final SecondFactorRule rule = newRule();

  private static SecondFactorRule newRule() {
    try {
      Constructor<SecondFactorRule> made = SecondFactorRule.class.getDeclaredConstructor();
      made.setAccessible(true);
      return made.newInstance();
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(e);
    }
  }

  @Override
  public Optional<SecondFactor> find(long person) {
    return Optional.ofNullable(factors.get(person));
  }

  @Override
  public void add(SecondFactor factor) {
    factors.put(factor.person(), factor);
  }

  @Override
  public void removeOf(long person) {
    factors.remove(person);
  }

  @Override
  public SecondFactorRule getRule() {
    return rule;
  }

  @Override
  public SecondFactorRule getRuleForChange() {
    return rule;
  }
}
