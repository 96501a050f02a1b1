package de.lokalwillkommen.core.people;

import de.lokalwillkommen.core.kernel.Refusal;
import de.lokalwillkommen.core.kernel.Refusal.Kind;
import de.lokalwillkommen.core.kernel.Refused;
import de.lokalwillkommen.core.kernel.UseCase;
import de.lokalwillkommen.core.staff.Credentials;
import de.lokalwillkommen.core.staff.PasswordChecks;
import de.lokalwillkommen.core.staff.PasswordHash;
import de.lokalwillkommen.core.staff.PasswordPolicy;
import de.lokalwillkommen.core.staff.SecretToken;
import de.lokalwillkommen.core.staff.SignedIn;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.time.LocalDate;
import java.util.Optional;

/** What a person does with the own account. */
@UseCase
public class OwnAccount {

  private SettingPasswords setting;
  private PasswordChecks passwords;

  protected OwnAccount() {}

  @Inject
  OwnAccount(SettingPasswords setting, PasswordChecks passwords) {
    this.setting = setting;
    this.passwords = passwords;
  }

  /**
   * Changes the password. The present sign-in stays, all others end.
   *
   * @param shown the person's name and present password
   * @param token the token of the present sign-in
   * @throws Refused {@code NOT_SIGNED_IN} if the present password is wrong, {@code TOO_OFTEN} while
   *     too many passwords are checked, {@code INVALID} for a password that may not be chosen
   */
  // checking and hashing take long, and must not hold a database connection meanwhile
  @Transactional(TxType.NOT_SUPPORTED)
  public void changePassword(SignedIn who, SecretToken token, Credentials shown, String chosen) {
    PasswordHash present = required(who, shown);
    PasswordPolicy.findObjection(who.login(), chosen)
        .ifPresent(
            objection -> {
              throw objection.with("field", "password").asException();
            });
    setting.replace(who.counsellor(), present, PasswordHash.of(chosen), token);
  }

  /**
   * Lets a person go on who knows the own password.
   *
   * @throws Refused {@code NOT_SIGNED_IN} if it is wrong, {@code TOO_OFTEN} while too many are
   *     checked
   */
  // checking takes long, and must not hold a database connection meanwhile
  @Transactional(TxType.NOT_SUPPORTED)
  public void requirePassword(SignedIn who, Credentials shown) {
    required(who, shown);
  }

  /** The stored password, if the shown one is right. */
  private PasswordHash required(SignedIn who, Credentials shown) {
    Optional<PasswordHash> present = setting.findPassword(who.counsellor());
    if (!passwords.isRight(shown, present)) {
      throw Refusal.of(Kind.NOT_SIGNED_IN, "password.present")
          .with("field", "present")
          .asException();
    }
    return present.orElseThrow();
  }

  /** The day of the person's last sign-in. */
  public Optional<LocalDate> findLastSignIn(SignedIn who) {
    return setting.findLastSignIn(who.counsellor());
  }

  /** Whether an identity provider recognises the person, who has no password here. */
  public boolean isFederated(SignedIn who) {
    return setting.isFederated(who.counsellor());
  }

  /** Ends all sign-ins of the person but the present one. */
  @Transactional(TxType.NOT_SUPPORTED)
  public void signOutElsewhere(SignedIn who, SecretToken token) {
    setting.signOutElsewhere(who.counsellor(), token);
  }
}
