package de.lokalwillkommen.admin.people;

import de.lokalwillkommen.admin.page.CommandParameters;
import de.lokalwillkommen.admin.provider.ProviderSettings;
import de.lokalwillkommen.admin.security.CurrentUser;
import de.lokalwillkommen.core.federation.ArrangingMappings;
import de.lokalwillkommen.core.federation.MappingView;
import de.lokalwillkommen.core.kernel.Refusal;
import de.lokalwillkommen.core.kernel.Refusal.Kind;
import de.lokalwillkommen.core.offices.OfficeDirectory;
import de.lokalwillkommen.core.staff.Organisation;
import de.lokalwillkommen.core.staff.Role;
import de.lokalwillkommen.web.text.PageTexts;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.ExternalContext;
import jakarta.faces.context.FacesContext;
import jakarta.faces.model.SelectItem;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * Which values of the identity provider's claim give which role, in which office, and which
 * organisation.
 */
@Named
@RequestScoped
public class ClaimMappingsPage {

  private static final String DONE = "done";
  private static final String REMOVE = "remove";

  private ArrangingMappings arranging;
  private ProviderSettings provider;
  private OfficeDirectory offices;
  private PageTexts texts;
  private CommandParameters asked;
  private CurrentUser me;
  private ExternalContext browser;

  private String value;
  private String role;
  private String office;
  private String organisation;

  protected ClaimMappingsPage() {}

  @Inject
  ClaimMappingsPage(
      ArrangingMappings arranging,
      ProviderSettings provider,
      OfficeDirectory offices,
      PageTexts texts,
      CommandParameters asked,
      CurrentUser me,
      ExternalContext browser) {
    this.arranging = arranging;
    this.provider = provider;
    this.offices = offices;
    this.texts = texts;
    this.asked = asked;
    this.me = me;
    this.browser = browser;
  }

  /**
   * Adds the mapping that was entered.
   *
   * @throws de.lokalwillkommen.core.kernel.Refused as {@link ArrangingMappings#add} says
   */
  public void add() throws IOException {
    Role given =
        Arrays.stream(Role.values())
            .filter(known -> known.name().equals(role))
            .findFirst()
            .orElseThrow(
                () -> Refusal.of(Kind.INVALID, "person.roles").with("field", "role").asException());
    arranging.add(
        me.get(),
        Optional.ofNullable(value).orElse(""),
        given,
        chosen(office),
        chosen(organisation));
    goOn("added");
  }

  private static Optional<String> chosen(String id) {
    return Optional.ofNullable(id).filter(given -> !given.isEmpty());
  }

  /**
   * Removes the mapping whose button was pressed.
   *
   * @throws de.lokalwillkommen.core.kernel.Refused as {@link ArrangingMappings#remove} says
   */
  public void enter() throws IOException {
    Optional<Long> pressed = asked.number(REMOVE);
    if (pressed.isPresent() && FacesContext.getCurrentInstance().isPostback()) {
      arranging.remove(me.get(), pressed.get());
      goOn("removed");
    }
  }

  private void goOn(String done) throws IOException {
    browser.redirect(browser.getRequestContextPath() + "/claim-mappings?" + DONE + "=" + done);
  }

  public List<MappingView> getMappings() {
    return arranging.list();
  }

  /** The name of a mapping's office, or that it is for all. */
  public String officeOf(MappingView mapping) {
    return mapping
        .office()
        .map(slug -> offices.find(slug).map(o -> o.name()).orElse(slug))
        .orElseGet(() -> texts.of("claims.office.none"));
  }

  /** The name of a mapping's organisation, or that it gives none. */
  public String organisationOf(MappingView mapping) {
    return mapping
        .organisation()
        .map(
            id ->
                arranging.listOrganisations().stream()
                    .filter(known -> known.id().equals(id))
                    .map(Organisation::name)
                    .findFirst()
                    .orElse(id))
        .orElseGet(() -> texts.of("people.organisation.none"));
  }

  /** The name of the claim that counts. */
  public String getClaim() {
    return provider.claim();
  }

  /** Where the provider leads back to, as it must be entered there. */
  public String getCallback() {
    return provider.address("/provider");
  }

  /** Where the provider says that a person has signed out. */
  public String getBackChannel() {
    return provider.address("/back-channel-logout");
  }

  /** Where the provider leads back to after a sign-out. */
  public String getAfterSignOut() {
    return provider.address("/sign-in.xhtml");
  }

  public List<SelectItem> getRoles() {
    return Arrays.stream(Role.values())
        .map(r -> new SelectItem(r.name(), texts.of("role." + r.name())))
        .toList();
  }

  public List<SelectItem> getOffices() {
    return offices.list().stream().map(o -> new SelectItem(o.id(), o.name())).toList();
  }

  public List<SelectItem> getOrganisations() {
    return arranging.listOrganisations().stream()
        .map(o -> new SelectItem(o.id(), o.name()))
        .toList();
  }

  /** The key of the message about the last change, or null. */
  public String getDone() {
    return asked
        .word(DONE)
        .filter(List.of("added", "removed")::contains)
        .map(done -> "claims.done." + done)
        .orElse(null);
  }

  /** Keeps what was entered while it is not accepted. */
  private String orSent(String taken, String name) {
    return Optional.ofNullable(taken)
        .orElseGet(() -> browser.getRequestParameterMap().getOrDefault(name, ""));
  }

  public String getValue() {
    return orSent(value, "value");
  }

  public void setValue(String value) {
    this.value = value;
  }

  public String getRole() {
    return orSent(role, "role");
  }

  public void setRole(String role) {
    this.role = role;
  }

  public String getOffice() {
    return orSent(office, "mappingOffice");
  }

  public void setOffice(String office) {
    this.office = office;
  }

  public String getOrganisation() {
    return orSent(organisation, "organisation");
  }

  public void setOrganisation(String organisation) {
    this.organisation = organisation;
  }
}
