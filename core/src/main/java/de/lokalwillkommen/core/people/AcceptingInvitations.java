package de.lokalwillkommen.core.people;

import de.lokalwillkommen.core.kernel.Refusal;
import de.lokalwillkommen.core.kernel.Refusal.Kind;
import de.lokalwillkommen.core.kernel.Refused;
import de.lokalwillkommen.core.kernel.UseCase;
import de.lokalwillkommen.core.staff.PasswordHash;
import de.lokalwillkommen.core.staff.PasswordPolicy;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;

/** Lets an invited person choose a password. */
@UseCase
public class AcceptingInvitations {

  private SettingPasswords setting;

  protected AcceptingInvitations() {}

  @Inject
  AcceptingInvitations(SettingPasswords setting) {
    this.setting = setting;
  }

  /**
   * Sets the password. Of several attempts at once one wins; the invitation is used up with it.
   *
   * @param typed the code of the invitation, as it was typed
   * @param password the password, as {@link PasswordPolicy} allows it
   * @return the name to sign in with
   * @throws Refused {@code NOT_SIGNED_IN} for a code that is wrong, used up or expired, {@code
   *     INVALID} for a password that may not be chosen
   */
  // a password is hashed before the transaction, which must not be long
  @Transactional(TxType.NOT_SUPPORTED)
  public String accept(String typed, String password) {
    InvitationCode code = InvitationCode.find(typed).orElseThrow(AcceptingInvitations::wrongCode);
    String login = setting.findInvited(code).orElseThrow(AcceptingInvitations::wrongCode);
    PasswordPolicy.findObjection(login, password)
        .ifPresent(
            objection -> {
              throw objection.with("field", "password").asException();
            });
    setting.accept(code, PasswordHash.of(password));
    return login;
  }

  static Refused wrongCode() {
    return Refusal.of(Kind.NOT_SIGNED_IN, "invitation.code").with("field", "code").asException();
  }
}
