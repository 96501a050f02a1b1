package de.lokalwillkommen.admin.security;

import de.lokalwillkommen.core.kernel.AuthorKind;
import de.lokalwillkommen.core.kernel.Changed;
import de.lokalwillkommen.core.people.PersonAction;
import de.lokalwillkommen.web.security.SecurityLog;
import de.lokalwillkommen.web.security.shared.SecurityEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import java.security.Principal;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Writes into the security log what people do to accounts, once it is stored. */
@ApplicationScoped
public class AccountEvents {

  private static final String PERSON = "person";

  private static final Map<String, SecurityEvent> EVENTS =
      Map.of(
          PersonAction.INVITE.name(), SecurityEvent.ACCOUNT_CREATED,
          PersonAction.CHANGE.name(), SecurityEvent.ACCOUNT_CHANGED,
          PersonAction.RETURN.name(), SecurityEvent.ACCOUNT_CHANGED,
          PersonAction.RESET.name(), SecurityEvent.ACCOUNT_CHANGED,
          PersonAction.SIGN_OUT.name(), SecurityEvent.ACCOUNT_CHANGED,
          PersonAction.LEAVE.name(), SecurityEvent.ACCOUNT_CLOSED);

  private SecurityLog log;
  private HttpServletRequest request;

  protected AccountEvents() {}

  @Inject
  AccountEvents(SecurityLog log, HttpServletRequest request) {
    this.log = log;
    this.request = request;
  }

  void hear(@Observes(during = TransactionPhase.AFTER_SUCCESS) Changed changed) {
    SecurityEvent event = EVENTS.get(changed.action());
    if (event == null
        || !changed.kind().equals(PERSON)
        || changed.author().kind() != AuthorKind.STAFF) {
      return;
    }
    log.write(
        event,
        Optional.ofNullable(request.getUserPrincipal()).map(Principal::getName),
        changed.action().toLowerCase(Locale.ROOT),
        request);
  }
}
