package de.lokalwillkommen.core.enquiries;

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

  private final TestClock clock = new TestClock(TicketFixture.TEN);

  private static SignedIn in(String office) {
    return new SignedIn(
        1, "me", "Me", Set.of(Role.COUNSELLOR), Optional.of(office), Optional.empty(), "csrf");
  }

  private CountingEnquiries counting(EntityManager entities) {
    return new CountingEnquiries(
        OfficeFixture.offices(OfficeFixture.hoerde(), OfficeFixture.eving()),
        new JpaEnquiries(entities),
        new InMemoryStaff(),
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
  void whatTheOfficeDoesNotAdviseOnIsNotCounted(TestDatabase database) {
    TicketingDatabase.reset(database);

    assertRefused(Kind.INVALID, () -> count(database, "unheard-of", "one"));
    count(database, HOUSING, "same");
    assertRefused(Kind.INVALID, () -> count(database, "letters", "same"));
    database.execute(List.of("delete from enquiry"));
  }
}
