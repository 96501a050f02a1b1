package de.lokalwillkommen.admin.upkeep;

import de.lokalwillkommen.core.booking.SettlingAppointments;
import de.lokalwillkommen.core.dayorders.ForgettingOrders;
import de.lokalwillkommen.core.devices.PairingDevices;
import de.lokalwillkommen.core.history.ForgettingHistory;
import de.lokalwillkommen.core.leadtime.MeasuringLeadTimes;
import de.lokalwillkommen.core.offices.OfficeDirectory;
import de.lokalwillkommen.core.offices.OfficeProfile;
import de.lokalwillkommen.core.retention.ForgettingJob;
import de.lokalwillkommen.core.staff.SigningIn;
import de.lokalwillkommen.core.today.ForgettingDay;
import de.lokalwillkommen.core.visits.AnonymisingAppointments;
import de.lokalwillkommen.core.visits.AnonymisingEnquiries;
import de.lokalwillkommen.core.visits.AnonymisingVisits;
import de.lokalwillkommen.core.waitlist.UsingWaitlist;
import de.lokalwillkommen.core.webhooks.SendingWebhooks;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;

/** The work of the schedule of deletion, job by job. */
@ApplicationScoped
class Forgetting {

  /** The rest follows in the next round. */
  private static final int MOST_STEPS = 200;

  @Inject private OfficeDirectory offices;
  @Inject private ForgettingDay today;
  @Inject private ForgettingOrders orders;
  @Inject private AnonymisingVisits visits;
  @Inject private AnonymisingEnquiries enquiries;
  @Inject private AnonymisingAppointments pastAppointments;
  @Inject private MeasuringLeadTimes leadTimes;
  @Inject private SettlingAppointments books;
  @Inject private UsingWaitlist waitlist;
  @Inject private SendingWebhooks webhooks;
  @Inject private ForgettingHistory history;
  @Inject private SigningIn signingIn;
  @Inject private PairingDevices pairing;

  /** Does the work of one job; the compiler sees that none is left out. */
  void doWork(ForgettingJob job) {
    switch (job) {
      case DAY -> forgetDay();
      case VISITS -> anonymiseVisits();
      case APPOINTMENTS -> forgetAppointments();
      case WAITLIST -> forgetWaitlist();
      case WEBHOOKS -> stepByStep(webhooks::forget);
      case HISTORY -> history.forget();
      case SIGN_INS -> signingIn.forget();
      case CODES -> pairing.forget();
    }
  }

  private void forgetDay() {
    Chore.<Runnable>forEach(
        List.of(today::forget, () -> stepByStep(orders::forget)), Runnable::run);
  }

  private void anonymiseVisits() {
    everywhere(office -> stepByStep(() -> visits.anonymise(office)));
    everywhere(office -> stepByStep(() -> enquiries.anonymise(office)));
    // after an exception they stay: what they say about visits is not stored yet
    stepByStep(visits::forgetShifts);
  }

  private void forgetAppointments() {
    books.forget();
    // a day that was not measured to its end is measured as long as its bookings are there
    everywhere(leadTimes::measure);
    stepByStep(pastAppointments::anonymise);
  }

  private void forgetWaitlist() {
    waitlist.forget();
    stepByStep(pastAppointments::forgetWaitlist);
  }

  /** Each step is a transaction, so that visitors and counsellors take their turns in between. */
  private static void stepByStep(BooleanSupplier step) {
    int done = 0;
    while (done < MOST_STEPS && step.getAsBoolean()) {
      done++;
    }
  }

  private void everywhere(Consumer<String> work) {
    Chore.forEach(offices.list().stream().map(OfficeProfile::id).toList(), work);
  }
}
