package de.lokalwillkommen.core.ticketing;

import de.lokalwillkommen.core.kernel.Infrastructure;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import java.util.UUID;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * The installation's secret with which the addresses of phone pages are signed. A visitor's token
 * is the identifier of the ticket, or of the offer, and 128 bits of HMAC-SHA-256 over it and over
 * what it belongs to: tokens cannot be guessed, the database holds none, and a thing always has the
 * same token.
 */
@Infrastructure
public final class VisitorKey {

  /** Tickets were the first kind: their identifiers have no prefix. */
  private static final String TICKET = "";

  /** Prefix of the text behind a UUID, so that no UUID reveals the token of the same thing. */
  private static final String UUIDS = "uuid ";

  private static final String ALGORITHM = "HmacSHA256";
  private static final int ID_BYTES = Long.BYTES;
  private static final int MAC_BYTES = 16;
  private static final int TOKEN_LENGTH = (ID_BYTES + MAC_BYTES) * 4 / 3;

  private final SecretKeySpec key;

  /**
   * @param secret at least 32 random bytes
   */
  public VisitorKey(byte[] secret) {
    if (secret.length < 32) {
      throw new IllegalArgumentException("the key has only " + secret.length + " bytes");
    }
    this.key = new SecretKeySpec(secret, ALGORITHM);
  }

  /** The token for a ticket, 32 characters of URL-safe Base64. */
  public String tokenFor(long ticket) {
    return tokenFor(TICKET, ticket);
  }

  /**
   * The token for a thing that is not a ticket.
   *
   * @param kind the kind of thing; a token of one kind is not valid for another
   */
  public String tokenFor(String kind, long thing) {
    byte[] id = ByteBuffer.allocate(ID_BYTES).putLong(thing).array();
    byte[] token = Arrays.copyOf(id, ID_BYTES + MAC_BYTES);
    System.arraycopy(mac(kind, id), 0, token, ID_BYTES, MAC_BYTES);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(token);
  }

  /**
   * The public name of a thing outside this installation: always the same for one thing, different
   * for different things, and not secret (version 8 of RFC 9562).
   *
   * @param kind the kind of thing
   */
  public UUID uuidFor(String kind, long thing) {
    byte[] id = ByteBuffer.allocate(ID_BYTES).putLong(thing).array();
    ByteBuffer mac = ByteBuffer.wrap(mac(UUIDS + kind, id));
    long most = mac.getLong() & ~0xf000L | 0x8000L;
    long least = mac.getLong() & 0x3fff_ffff_ffff_ffffL | 0x8000_0000_0000_0000L;
    return new UUID(most, least);
  }

  /** The ticket of a token; empty if this installation did not issue it. */
  public Optional<Long> findTicket(String token) {
    return find(TICKET, token);
  }

  /** The thing of that kind with that token; empty if this installation did not issue it. */
  public Optional<Long> find(String kind, String token) {
    if (token.length() != TOKEN_LENGTH) {
      return Optional.empty();
    }
    try {
      byte[] bytes = Base64.getUrlDecoder().decode(token);
      byte[] id = Arrays.copyOf(bytes, ID_BYTES);
      byte[] shown = Arrays.copyOfRange(bytes, ID_BYTES, bytes.length);
      byte[] right = Arrays.copyOf(mac(kind, id), MAC_BYTES);
      return MessageDigest.isEqual(shown, right)
          ? Optional.of(ByteBuffer.wrap(id).getLong())
          : Optional.empty();
    } catch (IllegalArgumentException notBase64) {
      return Optional.empty();
    }
  }

  private byte[] mac(String kind, byte[] id) {
    try {
      Mac mac = Mac.getInstance(ALGORITHM);
      mac.init(key);
      mac.update(kind.getBytes(StandardCharsets.UTF_8));
      return mac.doFinal(id);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }
}
