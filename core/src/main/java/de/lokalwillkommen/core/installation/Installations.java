package de.lokalwillkommen.core.installation;

import java.util.Optional;

/** The installation in the database. There is always one. */
interface Installations {

  Installation get();

  /** The same, locked until the end of the transaction against other changes. */
  Installation getLocked();

  /** The logo, if there is one. */
  Optional<Logo> findLogo();

  /** Stores a logo instead of the present one, or removes that. */
  void replaceLogo(Optional<Logo> logo);
}
