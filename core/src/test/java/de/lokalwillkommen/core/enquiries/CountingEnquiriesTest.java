package de.lokalwillkommen.core.enquiries;

import static de.lokalwillkommen.core.kernel.AtOnce.race;
import static de.lokalwillkommen.core.offices.OfficeFixture.HOUSING;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import de.lokalwillkommen.core.enquiries.CountingEnquiries.Counted;
import de.lokalwillkommen.core.kernel.Refusal.Kind;
import de.lokalwillkommen.core.kernel.Refused;
import de.lokalwillkommen.core.kernel.RequestKey;
import de.lokalwillkommen.core.kernel.TestClock;
import de.lokalwillkommen.core.kernel.TestDatabase;
import de.lokalwillkommen.core.offices.OfficeFixture;
import de.lokalwillkommen.core.staff.InMemoryStaff;
import de.lokalwillkommen.core.staff.Role;
import de.lokalwillkommen.core.staff.SignedIn;
import de.lokalwillkommen.core.staff.Staff;
import de.lokalwillkommen.core.staff.StaffFixture;
import de.lokalwillkommen.core.ticketing.TicketFixture;
import de.lokalwillkommen.core.ticketing.TicketingDatabase;
import jakarta.persistence.EntityManager;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class CountingEnquiriesTest {

  private static final long ME = 71_001;
  private static final int PRESSES = 6;

  private final TestClock clock = new TestClock(TicketFixture.TEN);

  private static SignedIn in(String office) {
    return new SignedIn(
        ME, "me", "Me", Set.of(Role.COUNSELLOR), Optional.of(office), Optional.empty(), "csrf");
  }

  private CountingEnquiries counting(EntityManager entities) {
    return counting(entities, new InMemoryStaff());
  }

  private CountingEnquiries counting(EntityManager entities, Staff staff) {
    return new CountingEnquiries(
        OfficeFixture.offices(OfficeFixture.hoerde(), OfficeFixture.eving()),
        new JpaEnquiries(entities),
        staff,
        clock);
  }

  private Counted count(TestDatabase database, String topic, String key) {
    EnquiryRequest request = new EnquiryRequest(topic, "ar", new RequestKey(key));
    return database.transaction(em -> counting(em).count(in("hoerde"), request));
  }

  private static void assertRefused(Kind kind, ThrowingCallable action) {
    assertThatThrownBy(action)
        .isInstanceOfSatisfying(
            Refused.class, refused -> assertThat(refused.refusal().kind()).isEqualTo(kind));
  }

  @ParameterizedTest
  @EnumSource
  void eachIsCountedOnceAndTakenBackForSomeSeconds(TestDatabase database) {
    TicketingDatabase.reset(database);
    Counted first = count(database, HOUSING, "one");
    assertThat(first.today()).isEqualTo(1);
    assertThat(count(database, HOUSING, "one").id()).as("a repeated press").isEqualTo(first.id());
    Counted second = count(database, HOUSING, "two");
    assertThat(second.today()).isEqualTo(2);

    long left = database.transaction(em -> counting(em).takeBack(in("hoerde"), second.id()));
    assertThat(left).isEqualTo(1);
    assertRefused(
        Kind.UNKNOWN,
        () -> database.transaction(em -> counting(em).takeBack(in("hoerde"), second.id())));
    assertRefused(
        Kind.UNKNOWN,
        () -> database.transaction(em -> counting(em).takeBack(in("eving"), first.id())));
    clock.passes(Duration.ofSeconds(11));
    assertRefused(
        Kind.CONFLICT,
        () -> database.transaction(em -> counting(em).takeBack(in("hoerde"), first.id())));
    database.execute(List.of("delete from enquiry"));
  }

  @ParameterizedTest
  @EnumSource
  void allPressesAtOnceGetTheSameAnswer(TestDatabase database) throws Exception {
    TicketingDatabase.reset(database);
    database.execute(
        List.of(
            "insert into counsellor (id, login, display_name, roles, languages, topics,"
                + " password_hash) values (71001,'door','Tür','','','','')"));
    EnquiryRequest request = new EnquiryRequest(HOUSING, "ar", new RequestKey("pressed"));

    List<Counted> answers =
        race(
            PRESSES,
            () ->
                database.transaction(
                    em -> counting(em, StaffFixture.of(em)).count(in("hoerde"), request)));

    assertThat(answers).extracting(Counted::id).containsOnly(answers.get(0).id());
    assertThat(answers).extracting(Counted::today).containsOnly(1L);
    database.execute(List.of("delete from enquiry", "delete from counsellor where id = 71001"));
  }

  @ParameterizedTest
  @EnumSource
  void whatTheOfficeDoesNotAdviseOnIsNotCounted(TestDatabase database) {
    TicketingDatabase.reset(database);

    assertRefused(Kind.INVALID, () -> count(database, "unheard-of", "one"));
    count(database, HOUSING, "same");
    assertRefused(Kind.INVALID, () -> count(database, "letters", "same"));
    database.execute(List.of("delete from enquiry"));
  }
}
