package de.lokalwillkommen.core.arranging;

import static de.lokalwillkommen.core.kernel.Refusals.refusalOf;
import static org.assertj.core.api.Assertions.assertThat;

import de.lokalwillkommen.core.arranging.OfficeImpact.Kind;
import de.lokalwillkommen.core.booking.InMemoryAppointments;
import de.lokalwillkommen.core.kernel.Changed;
import de.lokalwillkommen.core.offices.Closure;
import de.lokalwillkommen.core.offices.Holidays;
import de.lokalwillkommen.core.offices.Office;
import de.lokalwillkommen.core.offices.OfficeArrangements;
import de.lokalwillkommen.core.offices.OfficeData;
import de.lokalwillkommen.core.offices.OfficeFixture;
import de.lokalwillkommen.core.staff.Role;
import de.lokalwillkommen.core.staff.SignedIn;
import de.lokalwillkommen.core.texts.OfficeName;
import de.lokalwillkommen.core.texts.TextParts;
import de.lokalwillkommen.core.ticketing.TicketingOffice;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;

/**
 * Whom another holiday region, time zone or choice of languages affects, on a Monday at ten in an
 * office without a region.
 */
class ArrangingDataTest {

  private static final Set<String> NONE_TOLD = Set.of();
  private static final ZoneId ATHENS = ZoneId.of("Europe/Athens");
  private static final Instant CHRISTMAS = Instant.parse("2026-12-25T09:00:00Z");
  private static final Instant NEW_YEARS_EVE = Instant.parse("2026-12-31T09:00:00Z");

  private final TicketingOffice hoerde = new TicketingOffice(OfficeFixture.hoerde());
  private final InMemoryAppointments appointments = new InMemoryAppointments();
  private final OfficeArrangements arrangements = OfficeFixture.arrangements(hoerde.offices);
  private final TextParts.Names names = new TextParts.Names();
  private final ArrangingOffices arranging =
      new ArrangingOffices(
          arrangements,
          new Impacts(
              hoerde.tickets,
              appointments,
              hoerde.staff,
              new Holidays(),
              TextParts.SHIPPED,
              hoerde.clock),
          names.namingOffices(hoerde.events, hoerde.clock),
          hoerde.events,
          hoerde.clock);
  private final SignedIn lead =
      new SignedIn(
          7, "x", "X", Set.of(Role.OFFICE_LEAD), Optional.of("hoerde"), Optional.empty(), "csrf");

  private Office office() {
    return arrangements.get("hoerde");
  }

  private static OfficeData data(String name, ZoneId zone, String region, String... languages) {
    return new OfficeData(
        name,
        "",
        zone,
        Optional.ofNullable(region),
        20,
        15,
        3,
        Optional.empty(),
        15,
        true,
        List.of(languages));
  }

  private static OfficeData inRegion(String region) {
    return data("Hörde", OfficeFixture.BERLIN, region);
  }

  private static OfficeData inZone(ZoneId zone) {
    return data("Hörde", zone, null);
  }

  private static OfficeData speaking(String... languages) {
    return data("Hörde", OfficeFixture.BERLIN, null, languages);
  }

  private List<OfficeImpact> arrange(OfficeData data, String... told) {
    return arranging.arrange(lead, "hoerde", office().version(), data, Set.of(told));
  }

  private void booked(String code, String language, Instant start) {
    appointments.add(BookedAppointment.of(code, language, start));
  }

  @Test
  void appointmentsOnADayThatBecomesAHolidayAreCountedByDay() {
    booked("ABCD2345", "de", CHRISTMAS);
    booked("ABCD2346", "de", CHRISTMAS.plus(Duration.ofHours(1)));
    booked("ABCD2347", "de", NEW_YEARS_EVE);
    booked("ABCD2348", "de", Instant.parse("2027-01-01T09:00:00Z"));

    assertThat(arrange(inRegion("nw")))
        .containsExactly(
            new OfficeImpact(Kind.HOLIDAY, "2026-12-25", 2),
            new OfficeImpact(Kind.HOLIDAY, "2027-01-01", 1));
    assertThat(office().data().holidayRegion()).isEmpty();

    assertThat(arrange(inRegion("nw"), "HOLIDAY:2026-12-25:2", "HOLIDAY:2027-01-01:1")).isEmpty();
    assertThat(office().data().holidayRegion()).contains("nw");
  }

  @Test
  void aDayThatWasAHolidayBeforeOrIsClosedAnywayAffectsNoOne() {
    arrange(inRegion("nw"));
    booked("ABCD2345", "de", CHRISTMAS);
    assertThat(arrange(inRegion("by"))).isEmpty();
    assertThat(arrange(inRegion(null))).isEmpty();

    LocalDate day = LocalDate.of(2026, 12, 25);
    office().withClosure(new Closure(day, day, "Weihnachten"));
    assertThat(arrange(inRegion("nw"))).isEmpty();
  }

  @Test
  void thoseWhoWaitAreToldOfWhenTodayBecomesAHoliday() {
    hoerde.clock.is(Instant.parse("2026-12-25T09:00:00Z"));
    hoerde.visitor();

    assertThat(arrange(inRegion("nw"))).containsExactly(new OfficeImpact(Kind.WAITING, "", 1));
  }

  @Test
  void anotherTimeZoneAffectsAllWhoWaitOrHaveBooked() {
    hoerde.visitor();
    booked("ABCD2345", "de", CHRISTMAS);
    booked("ABCD2346", "de", NEW_YEARS_EVE);

    assertThat(arrange(inZone(ATHENS)))
        .containsExactly(
            new OfficeImpact(Kind.WAITING, "", 1), new OfficeImpact(Kind.SHIFTED, "", 2));
    assertThat(office().zone()).isEqualTo(OfficeFixture.BERLIN);

    assertThat(arrange(inZone(ATHENS), "WAITING::1", "SHIFTED::2")).isEmpty();
    assertThat(office().zone()).isEqualTo(ATHENS);
  }

  @Test
  void aZoneWithTheSameTimeAffectsNoOne() {
    hoerde.visitor();
    booked("ABCD2345", "de", CHRISTMAS);

    assertThat(arrange(inZone(ZoneId.of("Europe/Paris")))).isEmpty();
  }

  @Test
  void aLanguageThatIsDroppedAffectsThoseWhoWaitOrHaveBookedInIt() {
    arrange(speaking("de", "ar", "tr", "uk"));
    hoerde.visitorIn("hoerde", OfficeFixture.HOUSING, "ar");
    hoerde.visitorIn("hoerde", OfficeFixture.HOUSING, "tr");
    hoerde.visitor();
    booked("ABCD2345", "ar", CHRISTMAS);
    booked("ABCD2346", "uk", NEW_YEARS_EVE);
    booked("ABCD2347", "de", NEW_YEARS_EVE);

    assertThat(arrange(speaking("de", "tr")))
        .containsExactly(
            new OfficeImpact(Kind.WAITING_IN_LANGUAGE, "ar", 1),
            new OfficeImpact(Kind.BOOKED_IN_LANGUAGE, "ar", 1),
            new OfficeImpact(Kind.BOOKED_IN_LANGUAGE, "uk", 1));
    assertThat(office().languages()).containsExactly("de", "ar", "tr", "uk");
  }

  @Test
  void anOfficeThatNamesNoLanguagesOffersAll() {
    hoerde.visitorIn("hoerde", OfficeFixture.HOUSING, "tr");

    assertThat(arrange(speaking("de", "ar")))
        .containsExactly(new OfficeImpact(Kind.WAITING_IN_LANGUAGE, "tr", 1));
  }

  @Test
  void aLanguageThatTheKioskDidNotOfferIsNotDropped() {
    hoerde.visitorIn("hoerde", OfficeFixture.HOUSING, "so");
    booked("ABCD2345", "so", CHRISTMAS);

    assertThat(arrange(speaking("de", "ar"))).isEmpty();
    assertThat(arrange(speaking("ar", "de"))).isEmpty();
    assertThat(arrange(speaking())).isEmpty();
  }

  @Test
  void anotherNameAffectsNoOne() {
    hoerde.visitor();
    booked("ABCD2345", "ar", CHRISTMAS);

    assertThat(arrange(data("Hörde Mitte", OfficeFixture.BERLIN, null))).isEmpty();
    assertThat(office().name()).isEqualTo("Hörde Mitte");
  }

  @Test
  void namesInOtherLanguagesWaitForTheConfirmation() {
    hoerde.visitor();
    List<OfficeName> arabic = List.of(new OfficeName("ar", "هورده"));

    assertThat(arranging.arrange(lead, "hoerde", 0, inZone(ATHENS), arabic, 0, NONE_TOLD))
        .hasSize(1);
    assertThat(names.overlay().of("ar")).isEmpty();
    assertThat(hoerde.events.published(Changed.class)).isEmpty();

    assertThat(
            arranging.arrange(lead, "hoerde", 0, inZone(ATHENS), arabic, 0, Set.of("WAITING::1")))
        .isEmpty();
    assertThat(names.overlay().of("ar")).containsEntry("web/officeName.hoerde", "هورده");
  }

  @Test
  void aProgramIsToldByARefusal() {
    hoerde.visitor();
    OfficeChanges changes =
        new OfficeChanges(
            Optional.of(inZone(ATHENS)),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty());

    assertThat(
            refusalOf(
                    () ->
                        new ArrangingTogether(arranging, null)
                            .changeOffice(lead, "hoerde", 0, changes, NONE_TOLD))
                .facts()
                .get(ArrangingTogether.IMPACTS))
        .asInstanceOf(InstanceOfAssertFactories.list(OfficeImpact.class))
        .extracting(OfficeImpact::key)
        .containsExactly("WAITING::1");
  }
}
