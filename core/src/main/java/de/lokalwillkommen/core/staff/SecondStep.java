package de.lokalwillkommen.core.staff;

import de.lokalwillkommen.core.kernel.Refusal;
import java.util.List;
import java.util.Optional;

/**
 * What signing in asks for after the password. A port: second factors are not known here. Every
 * method is called while the person's row is locked.
 */
public interface SecondStep {

  /** What a person must show after the password. */
  enum Need {
    /** Nothing. */
    NONE,
    /** A code. */
    CODE,
    /** The first code of an app that is set up now. */
    ENROLMENT
  }

  /**
   * The result of a code.
   *
   * @param objection why it is refused; empty if it was right
   * @param recoveryCodes the new recovery codes, if the code has set a second factor up
   */
  record Checked(Optional<Refusal> objection, List<String> recoveryCodes) {

    public static Checked right(List<String> recoveryCodes) {
      return new Checked(Optional.empty(), recoveryCodes);
    }

    public static Checked wrong(Refusal objection) {
      return new Checked(Optional.of(objection), List.of());
    }

    @Override
    public String toString() {
      return "Checked[…]";
    }
  }

  Need needOf(Counsellor person);

  /** Makes a secret for the app of a person who has none. */
  void prepare(Counsellor person);

  /** Checks a code and uses it up. A wrong one is counted, so the transaction must be kept. */
  Checked check(Counsellor person, String typed);
}
