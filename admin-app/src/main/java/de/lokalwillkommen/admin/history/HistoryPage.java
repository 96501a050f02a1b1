package de.lokalwillkommen.admin.history;

import de.lokalwillkommen.admin.security.CurrentUser;
import de.lokalwillkommen.core.history.History;
import de.lokalwillkommen.core.history.HistoryView;
import de.lokalwillkommen.core.offices.OfficeProfile;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.LocalDate;
import java.util.List;

/** The page that shows what has been changed. */
@Named("historyPage")
@RequestScoped
public class HistoryPage {

  private static final int ON_A_PAGE = 50;

  /** The kinds of things that are noted, as the history names them. */
  private static final List<String> KINDS =
      List.of(
          "appointment",
          "availability",
          "counter",
          "device",
          "federation",
          "installation",
          "office",
          "officeday",
          "organisation",
          "person",
          "secondfactor",
          "text",
          "topic",
          "visit",
          "waitlist",
          "webhook");

  /** What is done to them, as the history names it. */
  private static final List<String> ACTIONS =
      List.of(
          "ACCEPT",
          "ADD",
          "ADD_MAPPING",
          "ANNOUNCE",
          "BOOK",
          "CANCEL",
          "CANCEL_DAY",
          "CANCEL_VISIT",
          "CHANGE",
          "CHECK",
          "CLOSE",
          "CLOSING",
          "CORRECT_LANGUAGE",
          "CORRECT_OUTCOME",
          "CORRECT_PERSONS",
          "CORRECT_TOPIC",
          "END",
          "ENROL",
          "EXCEPT",
          "FEDERATE",
          "FOUND",
          "GO_ON",
          "HASTEN_VISIT",
          "HOURS",
          "INVITE",
          "LEAVE",
          "LOGO",
          "MOVE",
          "OPEN",
          "ORDER",
          "PAIR",
          "PASSWORD",
          "PAUSE",
          "REMOVE",
          "REMOVE_MAPPING",
          "RENAME",
          "RENEW",
          "RENEW_TOKEN",
          "REOPEN",
          "REQUIRE",
          "RESET",
          "RESTORE",
          "RESTORE_BACKUP",
          "RETIRE",
          "RETURN",
          "REVOKE",
          "ROTATE",
          "SET_PASSWORD",
          "SET_UP",
          "SHIPPED",
          "SIGN_OUT",
          "STOP",
          "TAKE_BACK",
          "TAKE_OVER_VISIT",
          "TAKE_TOKEN",
          "TERMS",
          "TOPICS",
          "UNDO_CANCEL_VISIT",
          "UNPAIR",
          "WAIVE");

  private History history;
  private HistoryRequest asked;
  private HistoryInWords words;
  private CurrentUser me;

  private List<HistoryView> entries;

  protected HistoryPage() {}

  @Inject
  HistoryPage(History history, HistoryRequest asked, HistoryInWords words, CurrentUser me) {
    this.history = history;
    this.asked = asked;
    this.words = words;
    this.me = me;
  }

  /** One more than is shown, which tells whether there are older ones. */
  private List<HistoryView> entries() {
    if (entries == null) {
      entries = history.list(me.get(), asked.query(asked.after(), ON_A_PAGE + 1));
    }
    return entries;
  }

  /** The changes on this page, the latest first. */
  public List<HistoryInWords.Row> getRows() {
    return entries().stream().limit(ON_A_PAGE).map(e -> words.row(e, asked.zone())).toList();
  }

  /** Whether there are older changes that the choice includes. */
  public boolean isFollowed() {
    return entries().size() > ON_A_PAGE;
  }

  /** The address of the older changes. */
  public String getOlder() {
    return asked.address("/history")
        + "&"
        + HistoryRequest.AFTER
        + "="
        + HistoryRequest.encoded(entries().get(ON_A_PAGE - 1).cursor().toString());
  }

  /** The address of the file with all changes that the choice includes. */
  public String getFile() {
    return asked.address("/history.csv");
  }

  public List<OfficeProfile> getOffices() {
    return asked.offices();
  }

  /** Whether the person may read the history of all offices together. */
  public boolean isForAll() {
    return asked.isForAll();
  }

  /** The slug of the office that is shown; the empty string for all. */
  public String getOfficeId() {
    return asked.office().map(OfficeProfile::id).orElse("");
  }

  public List<String> getKinds() {
    return KINDS;
  }

  /** The kind that is shown; the empty string for all. */
  public String getKind() {
    return asked.kind().orElse("");
  }

  public List<String> getActions() {
    return ACTIONS;
  }

  /** The action that is shown; the empty string for all. */
  public String getAction() {
    return asked.action().orElse("");
  }

  /** The author that is shown, as entered; the empty string for all. */
  public String getAuthor() {
    return asked.author().orElse("");
  }

  public LocalDate getFrom() {
    return asked.from();
  }

  public LocalDate getUntil() {
    return asked.until();
  }
}
