package de.lokalwillkommen.core.federation;

import java.lang.reflect.Field;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The identity provider's accounts without a database. */
class InMemoryFederation implements Federation {

  private final Map<String, FederatedAccount> accounts = new HashMap<>();
  private final List<ClaimMapping> mappings = new ArrayList<>();
  private final List<ProviderSession> sessions = new ArrayList<>();

  @Override
  public Optional<FederatedAccount> findAccount(String hash) {
    return Optional.ofNullable(accounts.get(hash));
  }

  @Override
  public void add(FederatedAccount account) {
    accounts.put(account.hash(), account);
  }

  @Override
  public List<ClaimMapping> listMappings() {
    return mappings.stream().sorted(Comparator.comparing(ClaimMapping::value)).toList();
  }

  @Override
  public Optional<ClaimMapping> findMapping(long id) {
    return mappings.stream().filter(m -> m.id() == id).findFirst();
  }

  @Override
  public void add(ClaimMapping mapping) {
    try {
      Field id = ClaimMapping.class.getDeclaredField("id");
      id.setAccessible(true);
      id.set(mapping, mappings.size() + 1L);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(e);
    }
    mappings.add(mapping);
  }

  @Override
  public void remove(ClaimMapping mapping) {
    mappings.remove(mapping);
  }

  @Override
  public void add(ProviderSession session) {
    sessions.add(session);
  }

  @Override
  public Optional<ProviderSession> findSession(String tokenHash) {
    return sessions.stream().filter(s -> s.tokenHash().equals(tokenHash)).findFirst();
  }

  @Override
  public List<ProviderSession> listSessions(String sessionHash) {
    return sessions.stream().filter(s -> s.isOf(sessionHash)).toList();
  }

  @Override
  public void takeTurn() {
    // one thread
  }
}
