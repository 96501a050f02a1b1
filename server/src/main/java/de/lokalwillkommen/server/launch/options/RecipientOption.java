package de.lokalwillkommen.server.launch.options;

import java.util.regex.Pattern;
import picocli.CommandLine.Option;

/** For whom backups are encrypted; without a recipient they are not. */
public final class RecipientOption {
  static final String RECIPIENT = "lw.backup.recipient";

  private static final Pattern AGE = Pattern.compile("age1[02-9ac-hj-np-z]{58}");

  @Option(
      names = "--backup-recipient",
      descriptionKey = RECIPIENT,
      paramLabel = "AGE1…",
      description = "age recipient (public key) for which backups are encrypted (default: none)")
  private String recipient;

  /**
   * The value.
   *
   * @throws WrongOption if it is no recipient
   */
  public String valueOrEmpty() {
    if (recipient != null && !AGE.matcher(recipient).matches()) {
      throw new WrongOption(
          "--backup-recipient must be an age recipient, age1..., not " + recipient);
    }
    return recipient == null ? "" : recipient;
  }
}
