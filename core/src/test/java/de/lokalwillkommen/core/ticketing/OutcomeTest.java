package de.lokalwillkommen.core.ticketing;

import static de.lokalwillkommen.core.offices.OfficeFixture.HOUSING;
import static de.lokalwillkommen.core.offices.OfficeFixture.LETTERS;
import static de.lokalwillkommen.core.ticketing.TicketFixture.aTicket;
import static org.assertj.core.api.Assertions.assertThat;

import de.lokalwillkommen.core.kernel.Refusal;
import de.lokalwillkommen.core.offices.Office;
import de.lokalwillkommen.core.offices.OfficeFixture;
import de.lokalwillkommen.core.offices.Topic;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class OutcomeTest {

  /** As long as the column allows together with the other name and a comma. */
  private static final String LONG = "x".repeat(400 - HOUSING.length() - 1);

  private final Office office =
      OfficeFixture.hoerde().withTopic(new Topic(LONG, "home", Duration.ofMinutes(30), 3));
  private final Ticket ticket = aTicket().about(HOUSING).build();

  private Optional<String> objection(String... topics) {
    return new Outcome(false, true, Optional.of(Referral.OTHER), Set.of(topics))
        .objection(ticket, office)
        .map(Refusal::key);
  }

  @Test
  void namesTopicsOfTheOfficeOrTheTicketsOwn() {
    assertThat(objection(LETTERS, HOUSING)).isEmpty();
    assertThat(objection("taxes")).contains("topic.unknown");
    assertThat(objection("taxes", HOUSING)).contains("topic.unknown");
    Ticket brought = aTicket().about("taxes").build();
    assertThat(Outcome.about("taxes").objection(brought, office)).isEmpty();
  }

  @Test
  void namesAsManyTopicsAsCanBeStored() {
    assertThat(objection(LONG, HOUSING)).isEmpty();
    assertThat(objection(LONG, LETTERS, HOUSING)).contains("outcome.topics");
    assertThat(
            new Outcome(false, false, Optional.empty(), Set.of(LONG, LETTERS, HOUSING))
                .objection(ticket, office)
                .map(Refusal::facts)
                .orElseThrow())
        .containsEntry("field", "topics");
  }

  @ParameterizedTest
  @EnumSource
  void everyReferralIsFoundByItsStoredCode(Referral referral) {
    ReferralAsCode stored = new ReferralAsCode();

    assertThat(referral.code()).matches("[a-z-]+");
    assertThat(Referral.find(referral.code())).contains(referral);
    assertThat(stored.convertToEntityAttribute(stored.convertToDatabaseColumn(referral)))
        .isEqualTo(referral);
  }

  @Test
  void anUnknownCodeIsNoReferral() {
    assertThat(Referral.find("LANGUAGE_COURSE")).isEmpty();
    assertThat(Arrays.stream(Referral.values()).map(Referral::code)).doesNotHaveDuplicates();
    assertThat(new ReferralAsCode().convertToDatabaseColumn(null)).isNull();
    assertThat(new ReferralAsCode().convertToEntityAttribute(null)).isNull();
  }
}
