package de.lokalwillkommen.server.launch.options;

import de.lokalwillkommen.server.launch.host.LaunchRefusal;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import picocli.CommandLine.Option;

/** The identity provider by which staff sign in, besides names and passwords of this server. */
public final class OidcOptions {
  static final String ISSUER = "lw.oidc.issuer";
  static final String CLIENT_ID = "lw.oidc.client-id";
  static final String SECRET_FILE = "lw.oidc.client-secret-file";
  static final String CLAIM = "lw.oidc.claim";
  static final String SCOPES = "lw.oidc.scopes";

  /** The address of this server as the provider knows it; not an option of its own. */
  static final String PAGES = "lw.oidc.pages";

  private static final Set<String> LOOPBACK = Set.of("localhost", "127.0.0.1", "[::1]");

  @Option(
      names = "--oidc-issuer",
      descriptionKey = ISSUER,
      paramLabel = "URL",
      description =
          "identity provider (OpenID Connect) by which staff sign in (default: passwords only)")
  private String issuer;

  @Option(
      names = "--oidc-client-id",
      descriptionKey = CLIENT_ID,
      paramLabel = "ID",
      description = "the name of this server at the provider")
  private String clientId;

  @Option(
      names = "--oidc-client-secret-file",
      descriptionKey = SECRET_FILE,
      paramLabel = "FILE",
      description = "file whose first line is the secret of this server at the provider")
  private Path secretFile;

  @Option(
      names = "--oidc-claim",
      descriptionKey = CLAIM,
      paramLabel = "NAME",
      defaultValue = "groups",
      description = "the claim whose values give roles (default: groups)")
  private String claim;

  @Option(
      names = "--oidc-scopes",
      descriptionKey = SCOPES,
      paramLabel = "WORDS",
      defaultValue = "openid profile",
      description = "what is asked of the provider (default: openid profile)")
  private String scopes;

  /**
   * The given values, by the names that the applications know; empty without a provider.
   *
   * @param pages where browsers reach this server, if that is known
   * @throws LaunchRefusal for what is missing, and for a provider that is asked in clear
   */
  public Map<String, String> properties(Optional<String> pages) {
    if (issuer == null) {
      return Map.of();
    }
    if (clientId == null || secretFile == null) {
      throw new WrongOption("--oidc-issuer needs --oidc-client-id and --oidc-client-secret-file");
    }
    Map<String, String> given = new HashMap<>();
    given.put(ISSUER, checkedIssuer());
    given.put(CLIENT_ID, clientId);
    given.put(SECRET_FILE, checkedSecretFile().toString());
    given.put(CLAIM, claim);
    given.put(SCOPES, checkedScopes());
    given.put(
        PAGES,
        pages.orElseThrow(
            () ->
                new WrongOption(
                    "--oidc-issuer needs --base-url: the provider leads back to pages there")));
    return given;
  }

  private String checkedIssuer() {
    try {
      URI address = new URI(issuer);
      boolean isSafe =
          "https".equals(address.getScheme())
              || "http".equals(address.getScheme()) && LOOPBACK.contains(address.getHost());
      boolean isPlain =
          address.getHost() != null
              && address.getRawUserInfo() == null
              && address.getRawQuery() == null
              && address.getRawFragment() == null;
      if (isSafe && isPlain) {
        return issuer;
      }
    } catch (URISyntaxException e) {
      // refused below, like what is no address of a provider
    }
    throw new WrongOption(
        "--oidc-issuer must begin with https://, as the provider names itself, not " + issuer);
  }

  private Path checkedSecretFile() {
    return new SecretFile(secretFile).checked("secret file");
  }

  /** The file with the secret, if one is named. */
  public Optional<SecretFile> findSecretFile() {
    return Optional.ofNullable(secretFile).map(SecretFile::new);
  }

  private String checkedScopes() {
    if (!List.of(scopes.split(" ")).contains("openid")) {
      throw new WrongOption("--oidc-scopes must contain openid, not only " + scopes);
    }
    return scopes;
  }
}
