package de.lokalwillkommen.core.federation;

import java.util.List;
import java.util.Optional;

/** The accounts of the identity provider, what they give, and the sessions behind sign-ins. */
interface Federation {

  Optional<FederatedAccount> findAccount(String hash);

  void add(FederatedAccount account);

  /** The mappings, by value. */
  List<ClaimMapping> listMappings();

  Optional<ClaimMapping> findMapping(long id);

  void add(ClaimMapping mapping);

  void remove(ClaimMapping mapping);

  /** Stores the session behind a sign-in that is stored already. */
  void add(ProviderSession session);

  Optional<ProviderSession> findSession(String tokenHash);

  List<ProviderSession> listSessions(String sessionHash);

  /** Lets changes of accounts run one after another until the transaction ends. */
  void takeTurn();
}
