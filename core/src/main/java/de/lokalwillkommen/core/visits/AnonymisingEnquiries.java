package de.lokalwillkommen.core.visits;

import de.lokalwillkommen.core.enquiries.Enquiry;
import de.lokalwillkommen.core.kernel.UseCase;
import de.lokalwillkommen.core.offices.Office;
import de.lokalwillkommen.core.offices.Offices;
import jakarta.inject.Inject;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * Parts what was counted at the door into facts that nothing ties together, once its day has
 * passed: topic, language and time in one row would tell who saw a person what it was about.
 */
@UseCase
public class AnonymisingEnquiries {

  private static final SecureRandom RANDOM = new SecureRandom();

  private Offices offices;
  private Departures departures;
  private Clock clock;

  protected AnonymisingEnquiries() {}

  @Inject
  AnonymisingEnquiries(Offices offices, Departures departures, Clock clock) {
    this.offices = offices;
    this.departures = departures;
    this.clock = clock;
  }

  /**
   * Parts some of an office.
   *
   * @return whether there may be more
   */
  public boolean anonymise(String officeId) {
    Office office = offices.get(officeId);
    LocalDate today = office.dayOf(clock.instant()).date();
    List<Enquiry> past = departures.listEnquiriesBefore(officeId, today, AnonymisingVisits.AT_ONCE);
    List<VisitProperty> properties = new ArrayList<>();
    for (Enquiry enquiry : past) {
      List<Property> said = new ArrayList<>();
      said.add(Property.of(PropertyKind.ENQUIRY_TOPIC, enquiry.topic()));
      said.add(Property.of(PropertyKind.ENQUIRY_LANGUAGE, enquiry.language()));
      enquiry
          .organisation()
          .ifPresent(o -> said.add(Property.of(PropertyKind.ENQUIRY_ORGANISATION, o)));
      said.forEach(
          property ->
              properties.add(
                  new VisitProperty(AnonymisingVisits.key(), officeId, enquiry.day(), property)));
      departures.remove(enquiry);
    }
    Collections.shuffle(properties, RANDOM);
    properties.forEach(departures::add);
    return past.size() == AnonymisingVisits.AT_ONCE;
  }
}
