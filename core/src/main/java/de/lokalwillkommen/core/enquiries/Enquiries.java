package de.lokalwillkommen.core.enquiries;

import de.lokalwillkommen.core.kernel.RequestKey;
import java.time.LocalDate;
import java.util.Optional;

/** All information that was given without a ticket. */
interface Enquiries {

  /**
   * Stores one.
   *
   * @throws de.lokalwillkommen.core.kernel.Refused {@code INVALID} if its idempotency key is in use
   */
  void add(Enquiry enquiry);

  Optional<Enquiry> find(long id);

  Optional<Enquiry> findByRequest(RequestKey key);

  void remove(Enquiry enquiry);

  long count(String office, LocalDate day);
}
