package de.lokalwillkommen.core.staff;

import de.lokalwillkommen.core.kernel.Refusal;
import de.lokalwillkommen.core.kernel.Refusal.Kind;
import de.lokalwillkommen.core.kernel.Refused;
import de.lokalwillkommen.core.kernel.UseCase;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.util.Optional;

/** Creates the first administrator of a new installation. */
@UseCase
public class SettingUp {

  private SetupCodes codes;
  private BeginningSetup beginning;

  protected SettingUp() {}

  @Inject
  SettingUp(SetupCodes codes, BeginningSetup beginning) {
    this.codes = codes;
    this.beginning = beginning;
  }

  /**
   * The first administrator.
   *
   * @param login the name to sign in with
   * @param displayName the name on screen, 1 to 60 characters
   * @param password the password, as {@link PasswordPolicy} allows it
   */
  public record FirstAdministrator(String login, String displayName, String password) {

    private static final int LONGEST_NAME = 60;

    private Optional<Refusal> findObjection() {
      if (displayName.isBlank() || displayName.length() > LONGEST_NAME) {
        return Optional.of(
            Refusal.of(Kind.INVALID, "person.name", LONGEST_NAME).with("field", "displayName"));
      }
      return LoginName.findObjection(login)
          .or(
              () ->
                  PasswordPolicy.findObjection(login, password)
                      .map(objection -> objection.with("field", "password")));
    }

    @Override
    public String toString() {
      return "FirstAdministrator[…]";
    }
  }

  /** Whether the installation waits for its first administrator. */
  public boolean isAwaited() {
    return codes.areThere();
  }

  /**
   * Creates the first administrator. Of several attempts at once one wins; the codes are used up
   * with it.
   *
   * @param code as it was typed
   * @throws Refused {@code NOT_SIGNED_IN} for a wrong code, {@code INVALID} for a name or password
   *     that may not be chosen, {@code CONFLICT} if there is an administrator already
   */
  // a password is hashed before the transaction, which must not be long
  @Transactional(TxType.NOT_SUPPORTED)
  public void createAdministrator(String code, FirstAdministrator person) {
    SetupCode typed = SetupCode.find(code).orElseThrow(SettingUp::wrongCode);
    if (!beginning.isRight(typed)) {
      throw wrongCode();
    }
    person
        .findObjection()
        .ifPresent(
            objection -> {
              throw objection.asException();
            });
    beginning.create(typed, person, PasswordHash.of(person.password()));
  }

  private static Refused wrongCode() {
    return Refusal.of(Kind.NOT_SIGNED_IN, "setup.code").with("field", "code").asException();
  }
}
