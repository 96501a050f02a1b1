package de.lokalwillkommen.core.kernel;

/** The language of the offices: spoken at every counter, and the one that texts are written in. */
public final class MainLanguage {

  /** Its BCP 47 tag. */
  public static final String TAG = "de";

  private MainLanguage() {}
}
