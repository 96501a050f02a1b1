package de.lokalwillkommen.server.front;

import de.lokalwillkommen.web.security.shared.ClientNetworks;
import de.lokalwillkommen.web.security.shared.Network;
import de.lokalwillkommen.web.security.shared.SecurityLines;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.glassfish.grizzly.Buffer;
import org.glassfish.grizzly.EmptyCompletionHandler;
import org.glassfish.grizzly.WriteResult;
import org.glassfish.grizzly.filterchain.FilterChainBuilder;
import org.glassfish.grizzly.filterchain.FilterChainContext;
import org.glassfish.grizzly.filterchain.NextAction;
import org.glassfish.grizzly.http.server.AddOn;
import org.glassfish.grizzly.http.server.HttpServerFilter;
import org.glassfish.grizzly.http.server.NetworkListener;
import org.glassfish.grizzly.memory.Buffers;

/**
 * The front of the server: it handles all connections before Payara. It is installed in Payara's
 * listener before that listens, so that no request bypasses it.
 */
public final class Front implements AddOn {

  /** The name of the extension of Payara's listener that the front replaces. */
  public static final String EXTENSION = "comet";

  /** The header that lets the server's own readiness check pass before the server is ready. */
  public static final String PROBE = "X-LW-Probe";

  private static final Logger LOG = Logger.getLogger(Front.class.getName());
  private static final int UNAVAILABLE = 503;
  private static final int TOO_SLOW = 408;

  /** The state of the server. */
  private enum State {
    STARTING,
    READY,
    STOPPING
  }

  private final String probe = UUID.randomUUID().toString();
  private final KnownCallers known = new KnownCallers();
  private final Wires wires;
  private final StrangerAdmission turns;
  private final HeadRules rules;
  private final Answers answers;
  private final ClientNetworks networks;
  private final MonitoringAccess monitoring;
  private final FrontLog log;
  private final ScheduledExecutorService sweeper =
      Executors.newSingleThreadScheduledExecutor(Front::sweeperThread);
  private volatile Optional<Stopgap> stopgap = Optional.empty();
  private volatile State state = State.STARTING;

  /**
   * @param baseUrl where browsers reach the server, if the operator has named it
   * @param proxies the addresses of proxies that the operator has named
   * @param monitors the addresses that may use the endpoints for monitoring, beside this machine
   * @param demo whether kiosks need no token
   * @param lines the security log
   */
  public static Front of(
      Optional<URI> baseUrl,
      Set<InetAddress> proxies,
      Set<InetAddress> monitors,
      boolean demo,
      SecurityLines lines) {
    return new Front(baseUrl, proxies, monitors, demo, lines, Limits.usual());
  }

  Front(
      Optional<URI> baseUrl,
      Set<InetAddress> proxies,
      Set<InetAddress> monitors,
      boolean demo,
      SecurityLines lines,
      Limits limits) {
    this.answers = new Answers(baseUrl.filter(url -> url.getScheme().equals("https")).isPresent());
    this.rules = new HeadRules(baseUrl, demo);
    this.wires =
        new Wires(limits, known, new Budget(limits.memory()), baseUrl.isPresent(), proxies);
    this.turns = new StrangerAdmission(limits, this);
    this.networks = new ClientNetworks(proxies, baseUrl.isPresent());
    this.monitoring = new MonitoringAccess(monitors, networks);
    this.log = new FrontLog(lines, networks);
  }

  /**
   * Answers on behalf of Payara until the port is to be freed for its listener; without this,
   * clients would be refused a connection for some seconds.
   *
   * @throws IOException if the port is taken
   */
  public void begin(String host, int port) throws IOException {
    stopgap =
        Optional.of(
            Stopgap.begin(new InetSocketAddress(host, port), unavailableToPeople(), unavailable()));
  }

  /** Stops listening, because Payara is about to. */
  public void freePort() {
    try {
      if (stopgap.isPresent()) {
        stopgap.get().close();
      }
    } catch (IOException e) {
      LOG.log(Level.WARNING, "the port may still be taken", e);
    }
  }

  @Override
  public void setup(NetworkListener none, FilterChainBuilder chain) {
    int codec = chain.indexOfType(org.glassfish.grizzly.http.HttpServerFilter.class);
    int server = chain.indexOfType(HttpServerFilter.class);
    ((HttpServerFilter) chain.get(server))
        .getConfiguration()
        .setDefaultErrorPageGenerator((request, status, reason, text, thrown) -> null);
    chain.set(
        codec,
        new FrontCodec(this, (org.glassfish.grizzly.http.HttpServerFilter) chain.get(codec)));
    chain.add(codec + 1, new RequestGate(this));
    sweeper.scheduleWithFixedDelay(this::sweep, 1, 1, TimeUnit.SECONDS);
  }

  /** The value of {@link #PROBE} that the readiness check sends. */
  public String probe() {
    return probe;
  }

  /** Opens the front to all clients. */
  public void open() {
    state = State.READY;
  }

  /**
   * Closes the front to all clients, and goes on refusing when the listener is gone.
   *
   * @param host the address of the listener
   */
  public void close(String host, int port) {
    state = State.STOPPING;
    try {
      Stopgap.follow(new InetSocketAddress(host, port), unavailableToPeople(), unavailable());
    } catch (IOException e) {
      LOG.log(Level.WARNING, "the front cannot answer while the server stops", e);
    }
  }

  private byte[] unavailableToPeople() {
    return unavailable("text/html");
  }

  private byte[] unavailable(String... accept) {
    return answers
        .to(Rejection.of(UNAVAILABLE), Optional.of(new AcceptingHead(List.of(accept))))
        .toBytes(true);
  }

  /** A head that states only which media types its sender accepts. */
  private record AcceptingHead(List<String> accept) implements Head {

    @Override
    public String method() {
      return "GET";
    }

    @Override
    public String path() {
      return "/";
    }

    @Override
    public String query() {
      return "";
    }

    @Override
    public List<String> all(String header) {
      return header.equals("Accept") ? accept : List.of();
    }

    @Override
    public boolean isHttp10() {
      return false;
    }
  }

  boolean isOpenTo(Head head) {
    return state == State.READY || state == State.STARTING && isProbe(head);
  }

  /** Whether a path is visible to the sender of a request. */
  boolean shows(RequestArea area, InetAddress peer, Head head) {
    return area != RequestArea.OPERATING
        || monitoring.admits(peer, head.all(ClientNetworks.FORWARDED))
        || isProbe(head);
  }

  private boolean isProbe(Head head) {
    return head.find(PROBE).filter(probe::equals).isPresent();
  }

  /** The key that distinguishes the requests of one stranger from those of others. */
  String clientOf(FilterChainContext context, Head head) {
    InetAddress peer = Wire.of(context.getConnection()).address();
    return networks
        .find(peer, head.all(ClientNetworks.FORWARDED))
        .map(Network::prefix)
        .orElseGet(peer::getHostAddress);
  }

  KnownCallers known() {
    return known;
  }

  Wires wires() {
    return wires;
  }

  StrangerAdmission turns() {
    return turns;
  }

  HeadRules rules() {
    return rules;
  }

  Answers answers() {
    return answers;
  }

  /**
   * Answers without the applications, reads no more from this connection and closes it.
   *
   * @return the result that the refusing filter must return
   */
  NextAction refuse(FilterChainContext context, Rejection rejection, Optional<Head> head) {
    refuse(Wire.of(context.getConnection()), rejection, head);
    NextAction deaf = context.getSuspendAction();
    context.completeAndRecycle();
    return deaf;
  }

  /** Answers and closes the connection; the caller ensures that no more is read. */
  void refuse(Wire wire, Rejection rejection, Optional<Head> head) {
    wire.enter(Wire.Phase.REFUSED);
    wire.release();
    rejection.offence().ifPresent(offence -> log.write(offence, wire.address(), head));
    send(wire, rejection, head);
  }

  /** Writes to the security log what is not answered. */
  void note(Violation offence, InetAddress peer) {
    log.write(offence, peer, Optional.empty());
  }

  private void send(Wire wire, Rejection rejection, Optional<Head> head) {
    boolean withBody = head.map(h -> !h.method().equals("HEAD")).orElse(true);
    // if the connection were closed at once, unread bytes would make TCP discard the answer
    boolean linger = head.map(Head::hasBody).orElse(true);
    byte[] bytes = answers.to(rejection, head).toBytes(withBody);
    wire.connection()
        .write(
            Buffers.wrap(wire.connection().getMemoryManager(), bytes),
            new EmptyCompletionHandler<WriteResult<Buffer, SocketAddress>>() {
              @Override
              public void completed(WriteResult<Buffer, SocketAddress> result) {
                if (linger) {
                  wire.endOutput();
                } else {
                  wire.cut();
                }
              }
            });
  }

  private void sweep() {
    try {
      wires.sweep(this::tellSlow);
      turns.sweep();
    } catch (RuntimeException e) {
      LOG.log(Level.WARNING, "a check of all connections failed; the next one repeats it", e);
    }
  }

  private void tellSlow(Wire wire) {
    if (wire.leave(Wire.Phase.BODY, Wire.Phase.REFUSED)) {
      wire.release();
      send(wire, Rejection.of(TOO_SLOW), Optional.empty());
    }
  }

  private static Thread sweeperThread(Runnable work) {
    Thread thread = new Thread(work, "front-sweeper");
    thread.setDaemon(true);
    return thread;
  }
}
