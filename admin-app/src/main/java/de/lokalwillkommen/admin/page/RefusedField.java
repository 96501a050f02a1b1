package de.lokalwillkommen.admin.page;

import de.lokalwillkommen.core.kernel.Refusal;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Named;

/**
 * The field of a form that the refusal of this request is about. The message carries it, and the
 * page's script marks that field as invalid.
 */
@Named
@RequestScoped
public class RefusedField {

  private String name = "";

  void note(Refusal refusal) {
    name = refusal.facts().getOrDefault("field", "").toString();
  }

  /** The name as in the refusal; the empty string if there is none. */
  public String getName() {
    return name;
  }
}
