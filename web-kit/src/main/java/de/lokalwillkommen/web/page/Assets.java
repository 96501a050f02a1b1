package de.lokalwillkommen.web.page;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.ServletContext;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Set;
import java.util.TreeSet;

/**
 * Style sheets, scripts, fonts and pictures, those of the application and those that all share,
 * under one address that contains a hash of them all: it can be cached for ever, and changes when
 * any of them does.
 */
@Named("assets")
@ApplicationScoped
public class Assets {

  /**
   * Their place: in the application itself, and below {@code META-INF/resources} in the library of
   * what all share. Scripts and style sheets name each other as if they lay in one folder.
   */
  static final String FOLDER = "/lw/";

  private static final int HASH_DIGITS = 12;

  private ServletContext context;
  private String hash;

  protected Assets() {}

  @Inject
  Assets(ServletContext context) {
    this.context = context;
  }

  @PostConstruct
  void readAll() {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      digest(FOLDER, digest);
      hash = HexFormat.of().formatHex(digest.digest()).substring(0, HASH_DIGITS);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  /** The address of the folder, without a slash at its end, for {@code #{assets.base}/css/…}. */
  public String getBase() {
    return context.getContextPath() + AssetServlet.PATH + "/" + hash;
  }

  String hash() {
    return hash;
  }

  private void digest(String folder, MessageDigest digest) {
    Set<String> paths = context.getResourcePaths(folder);
    for (String path : new TreeSet<>(paths == null ? Set.of() : paths)) {
      if (path.endsWith("/")) {
        digest(path, digest);
      } else {
        digest.update(path.getBytes(StandardCharsets.UTF_8));
        try (InputStream in = context.getResourceAsStream(path)) {
          digest.update(in.readAllBytes());
        } catch (IOException e) {
          throw new UncheckedIOException(e);
        }
      }
    }
  }
}
