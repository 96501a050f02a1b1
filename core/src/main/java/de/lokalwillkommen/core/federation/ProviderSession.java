package de.lokalwillkommen.core.federation;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.Optional;

/** The provider's session from which a sign-in here has come. It goes with the sign-in. */
@Entity
@Table(name = "provider_session")
class ProviderSession {

  private static final int LONGEST_SEALED = 12_000;

  @Id
  @Column(name = "token_hash")
  private String tokenHash;

  @Column(name = "counsellor_id")
  private long person;

  @Column(name = "session_hash")
  private String sessionHash;

  @Column(name = "sealed_id_token")
  private String sealedIdToken;

  protected ProviderSession() {}

  /** A token that is too long is not kept: the provider then asks before it signs out. */
  ProviderSession(String tokenHash, long person, ProviderAccount account, SessionSealing sealing) {
    this.tokenHash = tokenHash;
    this.person = person;
    this.sessionHash = account.sessionHash().orElse(null);
    String text = sealing.seal(person, account.idToken());
    this.sealedIdToken = text.length() <= LONGEST_SEALED ? text : null;
  }

  String tokenHash() {
    return tokenHash;
  }

  long person() {
    return person;
  }

  boolean isOf(String someSessionHash) {
    return someSessionHash.equals(sessionHash);
  }

  /** The token with which the provider ends its session, if it is kept. */
  Optional<String> idToken(SessionSealing sealing) {
    return Optional.ofNullable(sealedIdToken).map(text -> sealing.open(person, text));
  }
}
