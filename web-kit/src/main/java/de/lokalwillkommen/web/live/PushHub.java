package de.lokalwillkommen.web.live;

import de.lokalwillkommen.core.kernel.Nudge;
import de.lokalwillkommen.core.kernel.Refusal;
import de.lokalwillkommen.core.kernel.Refusal.Kind;
import de.lokalwillkommen.core.storage.Storage;
import de.lokalwillkommen.core.texts.LatestTexts;
import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedThreadFactory;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.websocket.CloseReason.CloseCode;
import jakarta.websocket.CloseReason.CloseCodes;
import jakarta.websocket.Session;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * The push channels of an application and who may subscribe to them, open as long as the
 * application runs. Each application with sockets has one, which defines the content of its
 * channels. It has threads of its own, so that it is served even while all other threads wait.
 */
public abstract class PushHub implements PushAccess, PollSource {

  private static final Logger LOG = Logger.getLogger(PushHub.class.getName());
  private static final long CHECK_SECONDS = 3;
  private static final long TEXTS_SECONDS = 5;

  private final PushSettings settings;
  private final SubscriberPlaces.Limits limits;
  @Resource private ManagedThreadFactory factory;
  @Inject private Clock clock;
  @Inject private Storage storage;
  @Inject private LatestTexts texts;
  private ScheduledThreadPoolExecutor threads;
  private PushChannels channels;

  /**
   * @param settings the priority and rate at which it is served
   * @param inChannel the most subscribers of one channel
   * @param inAll the most subscribers of all channels
   * @param ofAddress the most strangers from one address
   * @param kept the number of places of a channel, and of all, that strangers cannot take
   */
  protected PushHub(PushSettings settings, int inChannel, int inAll, int ofAddress, int kept) {
    this.settings = settings;
    this.limits = new SubscriberPlaces.Limits(inChannel, inAll, ofAddress, kept);
  }

  @PostConstruct
  void open() {
    open(factory, clock, storage);
    threads.scheduleWithFixedDelay(
        this::readTextsAgain, TEXTS_SECONDS, TEXTS_SECONDS, TimeUnit.SECONDS);
  }

  /** In case a nudge was lost. */
  private void readTextsAgain() {
    if (texts.refresh()) {
      channels.allChanged();
    }
  }

  void open(ThreadFactory factory, Clock clock, Storage storage) {
    this.clock = clock;
    this.storage = storage;
    threads = new ScheduledThreadPoolExecutor(settings.threads(), factory);
    channels =
        new PushChannels(
            this::officeOf,
            this::snapshotsUnlessAway,
            threads,
            clock,
            settings,
            new SubscriberPlaces(limits, clock));
    threads.scheduleWithFixedDelay(
        this::dismissExpired, CHECK_SECONDS, CHECK_SECONDS, TimeUnit.SECONDS);
  }

  /** Closes the sockets of subscribers who may not stay, unless that cannot be known now. */
  void dismissExpired() {
    try {
      storage.requireThere();
      Set<String> expired = listExpired(channels.badges());
      if (!expired.isEmpty()) {
        channels.dismiss(expired, dismissal());
      }
    } catch (RuntimeException notNow) {
      // an exception would end the schedule
      LOG.log(Level.FINE, "subscribers could not be checked", notNow);
    }
  }

  /** The code with which the sockets of subscribers who may not stay are closed. */
  protected CloseCode dismissal() {
    return CloseCodes.VIOLATED_POLICY;
  }

  @PreDestroy
  void close() {
    channels.close();
    threads.shutdownNow();
  }

  /** Sends nothing while the database is away: clients notice the silence and show a notice. */
  private Map<String, Snapshot> snapshotsUnlessAway(String office, Set<String> names) {
    storage.requireThere();
    return snapshots(office, names);
  }

  @Override
  public String read(String channel) {
    storage.requireThere();
    return findSnapshot(channel)
        .orElseThrow(() -> Refusal.of(Kind.UNKNOWN, "office.unknown").asException())
        .asMessage(clock.instant());
  }

  /** The snapshot of one channel, for a client without a socket. */
  protected Optional<Snapshot> findSnapshot(String channel) {
    return Optional.ofNullable(snapshots(officeOf(channel), Set.of(channel)).get(channel));
  }

  /** The current snapshots of some channels of an office, without channels that have ended. */
  protected abstract Map<String, Snapshot> snapshots(String office, Set<String> names);

  /** The office to which a channel belongs now; by default the channel is named after it. */
  protected String officeOf(String channel) {
    return channel;
  }

  /** Subscribes a session to a channel; false if there is no place left. */
  public boolean subscribe(String channel, Session session) {
    return channels.subscribe(channel, session);
  }

  /**
   * Subscribes a session to a channel that is one of several variants; false if there is no place
   * left.
   *
   * @param channel the variant
   * @param limited the name under which the subscribers of all variants are limited together
   */
  protected boolean subscribe(String channel, String limited, Session session) {
    return channels.subscribe(channel, limited, session);
  }

  /** Unsubscribes a session; does nothing if it was not subscribed. */
  public void unsubscribe(String channel, Session session) {
    channels.unsubscribe(channel, session);
  }

  /** Whether a channel has no subscribers. */
  protected boolean isEmpty(String channel) {
    return channels.isEmpty(channel);
  }

  void tell(@Observes Nudge nudge) {
    if (nudge.isAbout("text")) {
      channels.allChanged();
    } else {
      channels.changed(nudge.office());
    }
  }
}
