package de.lokalwillkommen.server.launch;

import de.lokalwillkommen.server.launch.host.DataDirectory;
import de.lokalwillkommen.server.launch.host.HostMachine;
import de.lokalwillkommen.server.launch.host.VisitorKeyFile;
import de.lokalwillkommen.server.launch.options.BackupOptions;
import de.lokalwillkommen.server.launch.options.BaseUrl;
import de.lokalwillkommen.server.launch.options.Cluster;
import de.lokalwillkommen.server.launch.options.DatabaseOptions;
import de.lokalwillkommen.server.launch.options.DemoTime;
import de.lokalwillkommen.server.launch.options.KioskOptions;
import de.lokalwillkommen.server.launch.options.Listener;
import de.lokalwillkommen.server.launch.options.MailOptions;
import de.lokalwillkommen.server.launch.options.Monitors;
import de.lokalwillkommen.server.launch.options.OidcOptions;
import de.lokalwillkommen.server.launch.options.TrustedProxies;
import de.lokalwillkommen.server.launch.options.WebhookOptions;
import de.lokalwillkommen.server.launch.options.WrongOption;
import java.io.PrintWriter;
import java.nio.channels.FileLock;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.HelpCommand;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Starts the server and waits until it ends. */
@Command(
    name = "lokal-willkommen",
    description =
        "Queue ticketing for neighbourhood offices: kiosk, waiting-room display, counsellor console.",
    footer =
        "Every option may also be a system property (java -Dlw.port=N), be set in the environment"
            + " (LW_PORT=N) or be a line of the file of settings (lw.port=N); what comes first here"
            + " counts more.",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    subcommands = {
      HelpCommand.class,
      PrepareCommand.class,
      SetupCodeCommand.class,
      SupportBundleCommand.class,
      BelieveClockCommand.class,
      CreateAdminCommand.class,
      SetPasswordCommand.class,
      ResetSecondFactorCommand.class,
      WaiveSecondFactorCommand.class,
      CreateDeviceCommand.class,
      RevokeDeviceCommand.class,
      BackupCommand.class,
      RestoreCommand.class,
      CheckCommand.class
    })
final class StartCommand implements Callable<Integer> {
  @Option(
      names = "--port",
      paramLabel = "N",
      defaultValue = "8080",
      description = "port for HTTP (default: 8080)")
  private int port;

  @Option(
      names = "--host",
      paramLabel = "ADDR",
      defaultValue = "127.0.0.1",
      description = "address to listen on (default: 127.0.0.1)")
  private String host;

  @Option(
      names = "--base-url",
      paramLabel = "URL",
      description = "where browsers reach the server if a proxy stands before it: https://HOST")
  private String baseUrl;

  @Option(
      names = "--trusted-proxies",
      paramLabel = "ADDR",
      split = ",",
      description =
          "addresses of the proxies whose X-Forwarded-For tells where a request comes from")
  private List<String> trustedProxies;

  @Option(
      names = "--monitors",
      paramLabel = "ADDR",
      split = ",",
      description =
          "addresses that may read /health, /metrics and /openapi, beside this machine itself")
  private List<String> monitors;

  @Option(
      names = "--demo",
      defaultValue = "false",
      fallbackValue = "true",
      arity = "0",
      description =
          "fill an empty database with offices, people and visitors to try everything with")
  private boolean demo;

  @Option(
      names = "--demo-time",
      paramLabel = "TIME",
      description =
          "local time at which a new demo begins, 10:00 or 2027-06-16T10:00, instead of the present")
  private String demoTime;

  @Option(
      names = "--cluster",
      paramLabel = "HOST:PORT",
      split = ",",
      description = "all servers of the cluster, this one included; needs --database-url")
  private List<String> cluster;

  @Option(
      names = "--cluster-bind",
      paramLabel = "HOST:PORT",
      description = "which of them is this one (default: the first)")
  private String clusterBind;

  @Option(
      names = "--java-options",
      paramLabel = "OPTIONS",
      defaultValue = "",
      description = "further options for the server's JVM, separated by blanks")
  private String javaOptions;

  @Option(
      names = "--disk-reserve",
      paramLabel = "MB",
      defaultValue = "200",
      description =
          "with less left on the disk of the embedded database no new numbers and bookings are"
              + " taken (default: 200; 0: never refuse)")
  private int diskReserve;

  @Option(
      names = "--start-limit",
      paramLabel = "MINUTES",
      defaultValue = "30",
      description = "a start that takes longer is given up (default: 30)")
  private int startLimit;

  @Mixin private KioskOptions kiosk;

  @Mixin private MailOptions mail;

  @Mixin private WebhookOptions webhooks;

  @Mixin private OidcOptions oidc;

  @Mixin private BackupOptions backup;

  @Mixin private DatabaseOptions database;

  @Spec private CommandSpec spec;

  /** Referenced until this process ends, since the garbage collector would release the lock. */
  private Optional<FileLock> inUse = Optional.empty();

  @Override
  public Integer call() {
    Listener listener = new Listener(host, port);
    requireFit(listener);
    HostMachine.requireUsable(Clock.systemUTC());
    Cluster members = members();
    Optional<BaseUrl> publicUrl = Optional.ofNullable(baseUrl).map(BaseUrl::parse);
    listener.findWarning(publicUrl.isPresent()).ifPresent(spec.commandLine().getErr()::println);
    Stream.of(mail.findSecretFile(), oidc.findSecretFile(), database.findSecretFile())
        .flatMap(Optional::stream)
        .flatMap(file -> file.findWarning().stream())
        .forEach(spec.commandLine().getErr()::println);
    Map<String, String> settings = settings(listener, publicUrl);
    DataDirectory data = DataDirectory.open(database.data());
    DataDirectory.Lock lock = data.lock();
    try {
      listener.checkFree();
      members.checkOwnAddress();
      Distribution distribution = Distribution.unpackInto(data);
      if (distribution.isPrepared()) {
        inUse = PreparedFolder.use(distribution.root());
      }
      ServerCommand command =
          new ServerCommand(
              distribution,
              data,
              listener,
              publicUrl,
              members,
              demo,
              settings,
              javaOptions,
              database.environment(data),
              VisitorKeyFile.in(data),
              diskReserve);
      return run(command, listener, publicUrl, data);
    } finally {
      lock.close();
    }
  }

  private void requireFit(Listener listener) {
    if (demo && !listener.isLoopback()) {
      throw new WrongOption(
          "--demo is refused on "
              + host
              + ", which is no loopback address: its passwords are public");
    }
    if (diskReserve < 0) {
      throw new WrongOption("--disk-reserve must not be negative");
    }
    if (startLimit < 1) {
      throw new WrongOption("--start-limit must be at least 1 minute");
    }
  }

  private Cluster members() {
    Cluster members = Cluster.of(cluster, clusterBind);
    if (members.isWanted() && !database.isPostgresql()) {
      throw new WrongOption(
          "--cluster needs --database-url: the embedded database cannot be shared");
    }
    return members;
  }

  private Map<String, String> settings(Listener listener, Optional<BaseUrl> publicUrl) {
    Map<String, String> settings = new HashMap<>(kiosk.properties());
    settings.putAll(mail.properties(pages(listener, publicUrl)));
    settings.putAll(webhooks.properties());
    settings.putAll(oidc.properties(ownPages(listener, publicUrl)));
    settings.putAll(backup.properties());
    settings.putAll(DemoTime.properties(demoTime, demo));
    settings.putAll(TrustedProxies.properties(trustedProxies, publicUrl.isPresent()));
    settings.putAll(Monitors.properties(monitors));
    return settings;
  }

  /** The address in links of letters; letters of a demo are read on the machine where it runs. */
  private Optional<String> pages(Listener listener, Optional<BaseUrl> publicUrl) {
    return publicUrl
        .map(BaseUrl::url)
        .or(listener::findUrlForOthers)
        .or(() -> demo ? Optional.of(listener.url()) : Optional.empty());
  }

  /** The address that browsers of the staff use. */
  private static Optional<String> ownPages(Listener listener, Optional<BaseUrl> publicUrl) {
    return publicUrl
        .map(BaseUrl::url)
        .or(() -> listener.isLoopback() ? Optional.of(listener.url()) : Optional.empty());
  }

  /** The journal is read by more people than the file with the code. */
  private static String shown(String code) {
    boolean isForJournal = System.getenv("JOURNAL_STREAM") != null;
    return "code " + (isForJournal ? "that the command setup-code prints" : code);
  }

  private int run(
      ServerCommand command, Listener listener, Optional<BaseUrl> publicUrl, DataDirectory data) {
    PrintWriter out = spec.commandLine().getOut();
    out.println("starting " + Platform.ofThisDistribution().with(Runtime.version()));
    out.flush();
    ServerProcess server =
        ServerProcess.startReady(
            () -> {
              // for a retry, too
              listener.checkFree();
              return command.start();
            },
            data,
            spec.commandLine().getErr(),
            ServerProcess.Patience.of(Duration.ofMinutes(startLimit)));
    if (demo) {
      out.println(
          "demo: sign in as admin, hoerde-1, hoerde-2, hoerde-3, brackel-1 and so on with the password demo");
    }
    String url = listener.url();
    String pages = publicUrl.map(BaseUrl::url).orElse(url);
    data.findSetupCode()
        .ifPresent(
            code -> out.println("set up at " + pages + "/admin/setup with the " + shown(code)));
    out.println(
        String.join(
            url,
            "lokal willkommen is ready: ",
            "/ (kiosk ",
            "/kiosk/, display ",
            "/display/, admin ",
            "/admin/)"));
    out.flush();
    // the launcher only waits from now on: returns the memory of the start to the machine
    System.gc();
    command.classArchive().createInBackground();
    return server.awaitEnd();
  }
}
