package de.lokalwillkommen.core.enquiries;

import de.lokalwillkommen.core.kernel.ReadModel;
import jakarta.inject.Inject;
import java.time.LocalDate;

/** How often information was given without a ticket. */
@ReadModel
public class EnquiryFigures {

  private Enquiries enquiries;

  protected EnquiryFigures() {}

  @Inject
  EnquiryFigures(Enquiries enquiries) {
    this.enquiries = enquiries;
  }

  /** How often in an office on a day. */
  public int countOn(String office, LocalDate day) {
    return (int) enquiries.count(office, day);
  }
}
