package de.lokalwillkommen.admin.upkeep;

import de.lokalwillkommen.admin.security.CurrentUser;
import de.lokalwillkommen.core.staff.Right;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import org.eclipse.microprofile.health.Readiness;

/** The notice that those who set the installation up see while the last good backup is old. */
@Named
@RequestScoped
public class BackupNotice {

  private BackupHealth backups;
  private CurrentUser me;

  protected BackupNotice() {}

  @Inject
  BackupNotice(@Readiness BackupHealth backups, CurrentUser me) {
    this.backups = backups;
    this.me = me;
  }

  /** Whether it concerns the person, and is so. */
  public boolean isShown() {
    return me.get().mayEverywhere(Right.ARRANGE_INSTALLATION) && backups.isOld();
  }
}
