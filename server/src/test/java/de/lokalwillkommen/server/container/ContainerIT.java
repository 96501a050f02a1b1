package de.lokalwillkommen.server.container;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.awaitility.Awaitility.await;

import de.lokalwillkommen.core.board.Board;
import de.lokalwillkommen.core.board.Boards;
import de.lokalwillkommen.core.board.OfficeOverview;
import de.lokalwillkommen.core.board.OfficeOverviews;
import de.lokalwillkommen.core.kernel.Refusal;
import de.lokalwillkommen.core.kernel.Refused;
import de.lokalwillkommen.core.kernel.RequestKey;
import de.lokalwillkommen.core.offices.Offices;
import de.lokalwillkommen.core.staff.Credentials;
import de.lokalwillkommen.core.staff.SigningIn;
import de.lokalwillkommen.core.ticketing.FollowingTickets;
import de.lokalwillkommen.core.ticketing.IssuingTickets;
import de.lokalwillkommen.core.ticketing.TicketRequest;
import de.lokalwillkommen.core.ticketing.TicketView;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedScheduledExecutorService;
import jakarta.inject.Inject;
import jakarta.transaction.UserTransaction;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The core on Payara Micro, without the web: the tests run within the server. */
@ExtendWith(ArquillianExtension.class)
class ContainerIT {

  static final String NUMBERING = "brackel";
  static final String CHANGED_ELSEWHERE = "mengede";
  static final String HEARD = "hoerde";
  static final String HEARD_AFTERWARDS = "eving";
  static final List<String> OPEN_OFFICES =
      List.of(NUMBERING, CHANGED_ELSEWHERE, HEARD, HEARD_AFTERWARDS);
  static final String CLOSED = "dorstfeld";
  static final String KEEPS_HOLIDAYS = "innenstadt-west";

  /** A ticket that waits in the closed office since long ago. */
  static final long LEFT_OVER = -1;

  static final String LOGIN = "beratung";
  static final String PASSWORD = "a right password";

  @Inject private IssuingTickets issuing;
  @Inject private FollowingTickets following;
  @Inject private Clock clock;
  @Inject private Offices offices;
  @Inject private SigningIn signingIn;
  @Inject private Boards boards;
  @Inject private OfficeOverviews overviews;
  @Inject private UserTransaction transaction;
  @Inject private HeardNudges heard;
  @Inject private PlainDatabase database;
  @Resource private ManagedScheduledExecutorService threads;

  @Deployment
  static WebArchive application() {
    Deployed.database();
    return Deployed.application();
  }

  /** The timer that the sockets turn off; another server may name it differently. */
  @Test
  void theTimerOfAnIdleSocketIsWhereItIsExpected() throws Exception {
    Class<?> session = Class.forName("org.glassfish.tyrus.core.TyrusSession");

    assertThat(session.getDeclaredField("service").getType())
        .isEqualTo(ScheduledExecutorService.class);
  }

  @Test
  void theOfficesHaveTheTimeThatTheApplicationHasSet() {
    assertThat(clock.instant())
        .isBetween(TestApplication.NOON, TestApplication.NOON.plus(Duration.ofHours(2)));
  }

  @Test
  void ticketsAreNumberedInTheOrderInWhichTheyAreTaken() {
    assertThat(walkIn(NUMBERING).number()).isEqualTo("A001");
    assertThat(walkIn(NUMBERING).number()).isEqualTo("A002");
    assertThat(walkIn(NUMBERING).number()).isEqualTo("A003");
  }

  @Test
  void aVisitorFindsTheTicketAgainByItsToken() {
    TicketView ticket = walkIn(HEARD);

    assertThat(following.look(following.tokenFor(ticket.id())).number()).isEqualTo(ticket.number());
  }

  @Test
  void publicHolidaysOfTheRegionAreComputed() {
    int year = LocalDate.ofInstant(clock.instant(), ZoneId.of("Europe/Berlin")).getYear();

    // All Saints' Day is a holiday in North Rhine-Westphalia, not in all of Germany; Christmas Eve
    // is none
    assertThat(offices.get(KEEPS_HOLIDAYS).hours().isClosedOn(LocalDate.of(year, 11, 1))).isTrue();
    assertThat(offices.get(KEEPS_HOLIDAYS).hours().isClosedOn(LocalDate.of(year, 12, 24)))
        .isFalse();
    assertThat(offices.get(NUMBERING).hours().isClosedOn(LocalDate.of(year, 11, 1))).isFalse();
  }

  @Test
  void aRefusedUseCaseIsRolledBackAndSendsNoEvent() {
    // it begins by ending the day on which the line still stands
    Refused refused = catchThrowableOfType(Refused.class, () -> walkIn(CLOSED));

    assertThat(refused.refusal().key()).isEqualTo("office.closed");
    assertThat(database.value("select status from ticket where id = " + LEFT_OVER))
        .isEqualTo("WAITING");
    assertThat(database.value("select count(*) from ticket_event where ticket_id = " + LEFT_OVER))
        .isEqualTo("0");
    assertThat(database.value("select version from office_line where office_id = '" + CLOSED + "'"))
        .isEqualTo("1");
    awaitEverythingHeard();
    assertThat(heard.in(CLOSED)).isEmpty();
  }

  @Test
  void aWrongPasswordIsRefusedAndTheRightOneSignsInAfterwards() {
    Refused refused =
        catchThrowableOfType(
            Refused.class,
            () -> signingIn.signIn(shown("a wrong one"), Optional.empty(), Optional.empty()));

    assertThat(refused.refusal().kind()).isEqualTo(Refusal.Kind.NOT_SIGNED_IN);

    assertThat(
            ((SigningIn.Welcome)
                    signingIn.signIn(shown(PASSWORD), Optional.empty(), Optional.empty()))
                .who()
                .login())
        .isEqualTo(LOGIN);
  }

  @Test
  void aChangeSendsOneEventAndOnlyAfterItsCommit() throws Exception {
    transaction.begin();
    TicketView ticket = walkIn(HEARD);
    inAnotherThread(this::awaitEverythingHeard);
    assertThat(heard.about(ticket.id())).isEmpty();

    transaction.commit();

    awaitEverythingHeard();
    assertThat(heard.about(ticket.id()))
        .singleElement()
        .satisfies(
            nudge -> {
              assertThat(nudge.name()).isEqualTo("ticket.issued");
              assertThat(nudge.office()).isEqualTo(HEARD);
              assertThat(nudge.at()).isEqualTo(ticket.issuedAt());
            });
  }

  @Test
  void aRolledBackChangeSendsNoEvent() throws Exception {
    transaction.begin();
    TicketView ticket = walkIn(HEARD);
    transaction.rollback();

    awaitEverythingHeard();
    assertThat(heard.about(ticket.id())).isEmpty();
    assertThat(database.value("select count(*) from ticket where id = " + ticket.id()))
        .isEqualTo("0");
  }

  @Test
  void aChangeByAnotherApplicationIsSeenAtOnce() {
    walkIn(CHANGED_ELSEWHERE);
    long version = boards.get(CHANGED_ELSEWHERE).version();

    database.change(
        "update office_line set waiting = 41, version = version + 1000 where office_id = '"
            + CHANGED_ELSEWHERE
            + "'");

    assertThat(boards.get(CHANGED_ELSEWHERE))
        .returns(version + 1000, Board::version)
        .returns(41, Board::waiting);
    assertThat(walkIn(CHANGED_ELSEWHERE).ahead()).isEqualTo(41);
    assertThat(boards.get(CHANGED_ELSEWHERE).waiting()).isEqualTo(42);
  }

  @Test
  void snapshotsAreReadRepeatedlyInAManagedThread() {
    List<OfficeOverview> read = new CopyOnWriteArrayList<>();
    Future<?> reading =
        threads.scheduleAtFixedRate(
            () -> {
              boards.versionOf(HEARD);
              boards.get(HEARD);
              read.addAll(overviews.list());
            },
            0,
            5,
            TimeUnit.MILLISECONDS);

    // a task that fails is not repeated
    await().until(() -> read.size() >= 20 * OPEN_OFFICES.size());

    assertThat(reading.isDone()).isFalse();
    reading.cancel(false);
  }

  private TicketView walkIn(String office) {
    TicketRequest request =
        new TicketRequest(
            "letters",
            "de",
            Optional.empty(),
            Optional.of(new RequestKey(UUID.randomUUID().toString())));
    return issuing.walkIn(office, request).ticket();
  }

  /** Nudges arrive in the order of their commits: after this one, all earlier ones have arrived. */
  private void awaitEverythingHeard() {
    long last = walkIn(HEARD_AFTERWARDS).id();
    await().until(() -> !heard.about(last).isEmpty());
  }

  private void inAnotherThread(Runnable work) throws InterruptedException, ExecutionException {
    threads.submit(work).get();
  }

  private static Credentials shown(String password) {
    return new Credentials(LOGIN, password, false);
  }
}
