package de.lokalwillkommen.server.launch;

import java.io.PrintWriter;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Starts the server and stays until it ends. */
@Command(
    name = "lokal-willkommen",
    description =
        "Queue ticketing for neighbourhood offices: kiosk, waiting-room display, counsellor console.",
    footer = "Every option may also be set in the environment: LW_PORT for --port, and so on.",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    subcommands = {CreateAdminCommand.class, CreateDeviceCommand.class})
final class StartCommand implements Callable<Integer> {
  @Option(
      names = "--port",
      paramLabel = "N",
      defaultValue = "${env:LW_PORT:-8080}",
      description = "port for HTTP (default: 8080)")
  private int port;

  @Option(
      names = "--host",
      paramLabel = "ADDR",
      defaultValue = "${env:LW_HOST:-127.0.0.1}",
      description = "address to listen on (default: 127.0.0.1)")
  private String host;

  @Option(
      names = "--demo",
      defaultValue = "${env:LW_DEMO:-false}",
      fallbackValue = "true",
      arity = "0",
      description =
          "fill an empty database with offices, people and visitors to try everything with")
  private boolean demo;

  @Option(
      names = "--cluster",
      paramLabel = "HOST:PORT",
      split = ",",
      defaultValue = "${env:LW_CLUSTER}",
      description = "all servers of the cluster, this one included; needs --database-url")
  private List<String> cluster;

  @Option(
      names = "--cluster-bind",
      paramLabel = "HOST:PORT",
      defaultValue = "${env:LW_CLUSTER_BIND}",
      description = "which of them is this one (default: the first)")
  private String clusterBind;

  @Mixin private DatabaseOptions database;

  @Spec private CommandSpec spec;

  @Override
  public Integer call() {
    Listener listener = new Listener(host, port);
    if (demo && !listener.isLoopback()) {
      throw new Refusal(
          "--demo is refused on "
              + host
              + ", which is no loopback address: its passwords are known to everybody");
    }
    Cluster members = Cluster.of(cluster, clusterBind);
    if (members.isWanted() && !database.isPostgresql()) {
      throw new Refusal("--cluster needs --database-url: the embedded database cannot be shared");
    }
    DataDirectory data = DataDirectory.open(database.data());
    DataDirectory.Lock lock = data.lock();
    try {
      listener.checkFree();
      ServerCommand command =
          new ServerCommand(
              Distribution.unpackInto(data),
              data,
              listener,
              members,
              demo,
              database.environment(data),
              VisitorKey.in(data));
      return run(command, listener, data);
    } finally {
      lock.close();
    }
  }

  private int run(ServerCommand command, Listener listener, DataDirectory data) {
    ServerProcess server = ServerProcess.start(command, data);
    server.awaitReady();
    PrintWriter out = spec.commandLine().getOut();
    if (demo) {
      out.println(
          "demo: sign in as admin, hoerde-1, hoerde-2, hoerde-3, brackel-1 … with the password demo");
    }
    String url = listener.url();
    out.printf(
        "lokal willkommen is ready: %s/ (kiosk %s/kiosk/, display %s/display/, admin %s/admin/)%n",
        url, url, url, url);
    out.flush();
    command.classArchive().createInBackground(command);
    return server.awaitEnd();
  }
}
