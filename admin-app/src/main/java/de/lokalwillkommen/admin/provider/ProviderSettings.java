package de.lokalwillkommen.admin.provider;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Function;
import org.eclipse.microprofile.config.Config;

/** What the start command has said about the identity provider; read once. */
@Named
@ApplicationScoped
public class ProviderSettings {

  private Optional<String> issuer = Optional.empty();
  private String clientId;
  private String secret;
  private String claim;
  private String scopes;
  private String base;

  protected ProviderSettings() {}

  @Inject
  ProviderSettings(Config config) {
    this(name -> config.getOptionalValue(name, String.class));
  }

  ProviderSettings(Function<String, Optional<String>> settings) {
    issuer = settings.apply("lw.oidc.issuer");
    clientId = settings.apply("lw.oidc.client-id").orElse("");
    secret = settings.apply("lw.oidc.client-secret-file").map(ProviderSettings::read).orElse("");
    claim = settings.apply("lw.oidc.claim").orElse("groups");
    scopes = settings.apply("lw.oidc.scopes").orElse("openid profile");
    base = settings.apply("lw.oidc.pages").orElse("");
  }

  private static String read(String file) {
    try {
      return Files.readAllLines(Path.of(file)).stream().findFirst().orElse("").strip();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Whether there is a provider, so that the sign-in page offers it. */
  public boolean isConfigured() {
    return issuer.isPresent();
  }

  /** The provider's identifier, which its tokens must name. */
  String issuer() {
    return issuer.orElseThrow();
  }

  String clientId() {
    return clientId;
  }

  String secret() {
    return secret;
  }

  /** The name of the claim whose values give roles; may lead into objects, separated by dots. */
  public String claim() {
    return claim;
  }

  String scopes() {
    return scopes;
  }

  /** The complete address of a page of this application, as the provider knows it. */
  public String address(String path) {
    return base + "/admin" + path;
  }
}
