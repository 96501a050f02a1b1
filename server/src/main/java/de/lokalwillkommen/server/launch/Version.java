package de.lokalwillkommen.server.launch;

import picocli.CommandLine.IVersionProvider;

/** The version in the manifest of the distribution, and what it runs on. */
final class Version implements IVersionProvider {
  @Override
  public String[] getVersion() {
    String version = Launcher.class.getPackage().getImplementationVersion();
    return new String[] {
      "lokal willkommen " + (version == null ? "(unpackaged)" : version),
      Platform.ofThisDistribution().with(Runtime.version())
    };
  }
}
