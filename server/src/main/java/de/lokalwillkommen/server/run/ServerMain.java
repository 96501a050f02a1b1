package de.lokalwillkommen.server.run;

import de.lokalwillkommen.server.front.Front;
import de.lokalwillkommen.web.security.shared.SecurityLines;
import fish.payara.micro.BootstrapException;
import fish.payara.micro.PayaraMicroRuntime;
import java.io.Closeable;
import java.io.IOException;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * The server process: prepares the database while Payara Micro boots, deploys the applications,
 * tells the launcher when all of them answer, and stops cleanly on request or when the launcher has
 * ended.
 */
public final class ServerMain {
  private static final Logger LOG = Logger.getLogger(ServerMain.class.getName());

  private static final ClientFaults CLIENT_FAULTS = ClientFaults.keptOut();

  private ServerMain() {}

  /** Takes what {@link ServerOptions#parse} reads. */
  public static void main(String[] arguments) throws IOException {
    LauncherLine launcher = LauncherLine.overStandardOutput();
    try {
      start(ServerOptions.parse(arguments), launcher);
    } catch (ServerRefusal refusal) {
      launcher.refused(refusal.getMessage());
      System.exit(1);
    } catch (BootFailure e) {
      LOG.log(Level.SEVERE, "Payara did not boot", e);
      launcher.unbooted(e.getMessage());
      System.exit(1);
    } catch (BootstrapException | RuntimeException e) {
      LOG.log(Level.SEVERE, "the server did not start", e);
      launcher.refused(String.valueOf(e.getMessage()));
      System.exit(1);
    }
  }

  private static void start(ServerOptions options, LauncherLine launcher)
      throws IOException, BootstrapException {
    Closeable lock = options.takeLock();
    LauncherWatch.begin();
    DatabaseWork database = DatabaseWork.begin(options);
    Front front =
        Front.of(
            options.baseUrl(),
            options.proxies(),
            options.monitors(),
            options.demo(),
            new SecurityLines(options.installationKey()));
    beginAnswering(front, options);
    PayaraBoot payara = new PayaraBoot(options, database, front);
    CleanStop stop =
        CleanStop.install(() -> front.close(options.host(), options.port()), database, lock);
    launcher.waitsFor("Payara boots and the database is being prepared");
    PayaraMicroRuntime runtime = payara.start(launcher);
    stop.stops(runtime);
    payara.checkDeployed(runtime);
    stop.ends(StorageGuard.begin(options, payara.pool(), launcher));
    new Readiness(options.host(), options.port(), front.probe(), options.applications())
        .await(launcher::waitsFor);
    SubcommandWork subcommands = new SubcommandWork(options, StorageGuard::isAway);
    SubcommandSocket.open(options.subcommands(), SubcommandSocket.TO_ASK, subcommands);
    front.open();
    launcher.ready();
    BackupSchedule.begin(System.getProperties(), subcommands);
    ExpiredFiles.begin(options);
    HeapRelief.begin();
  }

  /** Reports a port that another program has taken since the launcher found it free. */
  private static void beginAnswering(Front front, ServerOptions options) {
    try {
      front.begin(options.host(), options.port());
    } catch (IOException e) {
      LOG.log(Level.SEVERE, "the port is taken", e);
      throw new ServerRefusal(
          "cannot listen on " + options.host() + ":" + options.port() + ": " + e.getMessage());
    }
  }
}
