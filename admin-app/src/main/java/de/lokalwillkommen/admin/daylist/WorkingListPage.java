package de.lokalwillkommen.admin.daylist;

import de.lokalwillkommen.admin.page.CommandParameters;
import de.lokalwillkommen.admin.security.CurrentUser;
import de.lokalwillkommen.core.booking.OfficeReason;
import de.lokalwillkommen.core.booking.Slot;
import de.lokalwillkommen.core.kernel.Refusal;
import de.lokalwillkommen.core.kernel.Refusal.Kind;
import de.lokalwillkommen.core.kernel.Refused;
import de.lokalwillkommen.core.rebooking.RebookingDay;
import de.lokalwillkommen.core.rebooking.WorkingList.Item;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * The working list's steps: choose, read the letters, do it. Each appointment is done by itself; if
 * one is refused, the others go on, and it stays on the list.
 */
@Named
@RequestScoped
public class WorkingListPage {

  /** The step that the page shows. */
  enum Step {
    CHOOSE,
    MOVE,
    CANCEL
  }

  private RebookingDay rebooking;
  private WorkingListView view;
  private Rebooked rebooked;
  private CommandParameters asked;
  private CurrentUser me;

  private Step step = Step.CHOOSE;

  protected WorkingListPage() {}

  @Inject
  WorkingListPage(
      RebookingDay rebooking,
      WorkingListView view,
      Rebooked rebooked,
      CommandParameters asked,
      CurrentUser me) {
    this.rebooking = rebooking;
    this.view = view;
    this.rebooked = rebooked;
    this.asked = asked;
    this.me = me;
  }

  /**
   * Redirects people who work in no office; does what the pressed button says. A button is no
   * component of Faces: what it is drawn for may have changed since.
   */
  public String enter() {
    if (me.get().office().isEmpty()) {
      return "start?faces-redirect=true";
    }
    if (FacesContext.getCurrentInstance().isPostback()) {
      switch (asked.word("do").orElse("")) {
        case "readMoves" -> readMoves();
        case "readCancellations" -> readCancellations();
        case "move" -> move();
        case "cancel" -> cancel();
        default -> {
          // no button: the list is shown
        }
      }
    }
    return null;
  }

  /** Shows the letters about the new times, before anything is moved. */
  void readMoves() {
    requireChosen();
    step = Step.MOVE;
  }

  /** Shows the letters about the cancellations, before anything is cancelled. */
  void readCancellations() {
    requireChosen();
    step = Step.CANCEL;
  }

  private void requireChosen() {
    if (picks().isEmpty()) {
      throw Refusal.of(Kind.INVALID, "rebooking.choose").with("field", "pick").asException();
    }
  }

  /** Moves the chosen appointments to the times that were shown. */
  void move() {
    doEach(
        pick -> {
          Slot.Id slot =
              pick.slot()
                  .orElseThrow(() -> Refusal.of(Kind.CONFLICT, "rebooking.noTime").asException());
          rebooked.moved(view, rebooking.move(me.get(), pick.seen(), slot, why()));
        });
  }

  /** Cancels the chosen appointments. */
  void cancel() {
    doEach(
        pick -> {
          Optional<Item> item = view.find(pick.seen());
          rebooking.cancel(me.get(), pick.seen(), why());
          rebooked.cancelled(view, pick.seen().code(), item.map(Item::appointment));
        });
  }

  private void doEach(Consumer<Pick> change) {
    boolean whole =
        view.isClosed()
            || view.getCount() > 0
                && view.getWithoutDesk() == view.getCount()
                && picks().size() == view.getCount();
    try {
      if (whole) {
        rebooking.releaseHolds(me.get(), view.day());
      }
      for (Pick pick : picks()) {
        try {
          change.accept(pick);
        } catch (Refused refused) {
          rebooked.refused(pick, refused.refusal());
        }
      }
    } finally {
      view.reread();
    }
  }

  /** The ticked appointments, by time. */
  List<Pick> picks() {
    return asked.words("pick").stream()
        .map(Pick::find)
        .flatMap(Optional::stream)
        .sorted(
            Comparator.comparing((Pick pick) -> pick.seen().start())
                .thenComparing(pick -> pick.seen().code().value()))
        .toList();
  }

  OfficeReason why() {
    return asked.word("why").flatMap(WorkingListPage::find).orElseGet(this::likely);
  }

  private static Optional<OfficeReason> find(String name) {
    return Arrays.stream(OfficeReason.values()).filter(r -> r.name().equals(name)).findFirst();
  }

  private OfficeReason likely() {
    return view.isClosed() ? OfficeReason.CLOSED : OfficeReason.STAFF;
  }

  public String getWhy() {
    return why().name();
  }

  public List<String> getReasons() {
    return Arrays.stream(OfficeReason.values()).map(OfficeReason::name).toList();
  }

  /** The name of the step that the page shows. */
  public String getStep() {
    return step.name();
  }

  boolean isMoving() {
    return step == Step.MOVE;
  }
}
