package de.lokalwillkommen.server.launch;

import picocli.CommandLine.IVersionProvider;

/** The version in the manifest of the distribution. */
final class Version implements IVersionProvider {
  @Override
  public String[] getVersion() {
    String version = Launcher.class.getPackage().getImplementationVersion();
    return new String[] {"lokal willkommen " + (version == null ? "(unpackaged)" : version)};
  }
}
