package de.lokalwillkommen.server.run;

import de.lokalwillkommen.server.front.Front;
import fish.payara.micro.BootstrapException;
import fish.payara.micro.ClusterCommandResult;
import fish.payara.micro.PayaraMicroRuntime;
import fish.payara.micro.boot.AdminCommandRunner;
import fish.payara.micro.boot.PayaraMicroBoot;
import jakarta.inject.Singleton;
import java.lang.reflect.InvocationTargetException;
import java.net.URI;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import org.glassfish.grizzly.http.server.AddOn;
import org.glassfish.hk2.api.Filter;
import org.glassfish.hk2.api.InstanceLifecycleEvent;
import org.glassfish.hk2.api.InstanceLifecycleEventType;
import org.glassfish.hk2.api.InstanceLifecycleListener;
import org.glassfish.hk2.api.ServiceLocator;
import org.glassfish.hk2.api.ServiceLocatorFactory;
import org.glassfish.hk2.api.ServiceLocatorListener;
import org.glassfish.hk2.utilities.AbstractActiveDescriptor;
import org.glassfish.hk2.utilities.BuilderHelper;
import org.glassfish.hk2.utilities.ServiceLocatorUtilities;

/** Boots Payara Micro with the product's settings and the three applications. */
final class PayaraBoot {
  private static final String IMPLEMENTATION = "fish.payara.micro.impl.PayaraMicroImpl";
  private static final String LISTENER =
      "configs.config.server-config.network-config.network-listeners.network-listener.http-listener.";
  private static final String HTTP =
      "configs.config.server-config.network-config.protocols.protocol.http-listener.http.";

  /** By default there is one thread: a mail server that does not answer would block every board. */
  private static final String SCHEDULED_THREADS =
      "resources.managed-scheduled-executor-service"
          + ".concurrent/__defaultManagedScheduledExecutorService.";

  private static final String HTTP_THREADS =
      "configs.config.server-config.thread-pools.thread-pool.http-thread-pool.";

  /** What opens the port of each listener when it is created. */
  private static final String LISTENING = "com.sun.enterprise.v3.services.impl.GrizzlyService";

  private static final int BEFORE_ALL_OTHERS = 1;
  private static final String COMPRESSED =
      "text/html,text/css,text/plain,application/javascript,text/javascript,application/json,image/svg+xml";

  private final ServerOptions options;
  private final DatabaseWork database;
  private final Front front;
  private final List<ServiceLocator> registries = new CopyOnWriteArrayList<>();
  private volatile boolean booted;
  private volatile Optional<ConnectionPool> pool = Optional.empty();

  PayaraBoot(ServerOptions options, DatabaseWork database, Front front) {
    this.options = options;
    this.database = database;
    this.front = front;
  }

  /**
   * Boots and deploys.
   *
   * @param launcher gets the progress
   * @throws BootFailure if Payara failed before it deployed anything
   */
  PayaraMicroRuntime start(LauncherLine launcher) throws BootstrapException {
    ServiceLocatorFactory.getInstance().addListener(new Registries());
    instance()
        .setPreBootHandler(this::configure)
        .setPostBootHandler(commands -> addDatabase(commands, launcher));
    try {
      return boot(arguments()).getRuntime();
    } catch (BootstrapException | IllegalStateException e) {
      if (booted) {
        throw e;
      }
      throw new BootFailure(e);
    }
  }

  /**
   * Checks the list of applications, since Payara reports "deployed" even when an application
   * failed.
   */
  void checkDeployed(PayaraMicroRuntime runtime) {
    Collection<String> deployed = runtime.getDeployedApplicationNames();
    for (String application : options.applications()) {
      if (!deployed.contains(application)) {
        throw new ServerRefusal("the application " + application + " could not be deployed");
      }
    }
  }

  /** The pool of the server that was started. */
  ConnectionPool pool() {
    return pool.orElseThrow();
  }

  private List<String> arguments() {
    List<String> arguments = new ArrayList<>();
    arguments.addAll(List.of("--port", String.valueOf(options.port())));
    arguments.addAll(List.of("--rootdir", options.domain().toString()));
    arguments.add("--disablephonehome");
    if (options.cluster()) {
      arguments.addAll(
          List.of("--hzconfigfile", options.work().resolve("hazelcast.xml").toString()));
    } else {
      arguments.add("--nohazelcast");
    }
    for (String application : options.applications()) {
      arguments.addAll(List.of("--deploy", options.archiveOf(application).toString()));
    }
    return arguments;
  }

  private void configure(AdminCommandRunner commands) {
    set(commands, LISTENER + "address=" + options.host());
    set(commands, HTTP + "server-header=false");
    set(commands, HTTP + "compression=on");
    set(commands, HTTP + "compressable-mime-type=" + COMPRESSED);
    set(commands, HTTP + "compression-min-size-bytes=1024");
    // a kiosk or display keeps its connection; closing it after 256 requests would only cost
    set(commands, HTTP + "max-connections=-1");
    set(commands, HTTP_THREADS + "max-thread-pool-size=64");
    // browsers use HTTP/2 over TLS only, which ends before this server
    set(commands, HTTP + "http2-enabled=false");
    placeFront(commands);
    set(commands, SCHEDULED_THREADS + "core-pool-size=8");
    options.baseUrl().ifPresent(url -> speakAs(url, commands));
  }

  /**
   * Payara's listener takes its extensions from its service registry while it is configured; the
   * front replaces one that is not needed. Which registry is the listener's is not known before the
   * boot.
   */
  private void placeFront(AdminCommandRunner commands) {
    for (ServiceLocator services : registries) {
      AbstractActiveDescriptor<Front> place =
          BuilderHelper.createConstantDescriptor(front, Front.EXTENSION, AddOn.class);
      place.setRanking(BEFORE_ALL_OTHERS);
      ServiceLocatorUtilities.addOneDescriptor(services, place);
      ServiceLocatorUtilities.addOneConstant(services, new BeforeListening());
    }
    set(commands, HTTP + Front.EXTENSION + "-support-enabled=true");
    set(commands, HTTP + "websockets-support-enabled=false");
  }

  /** Redirects, links and the security of cookies then follow the address that browsers know. */
  private static void speakAs(URI url, AdminCommandRunner commands) {
    set(commands, HTTP + "scheme=" + url.getScheme());
    set(commands, HTTP + "server-name=" + url.getAuthority());
  }

  private void addDatabase(AdminCommandRunner commands, LauncherLine launcher) {
    booted = true;
    launcher.waitsFor("the database is being prepared");
    database.awaitPrepared().ifPresent(launcher::remarks);
    pool = Optional.of(ConnectionPool.create(commands, System.getenv()));
    launcher.waitsFor("the applications are being deployed");
  }

  private static void set(AdminCommandRunner commands, String assignment) {
    run(commands, "set", assignment);
  }

  private static void run(AdminCommandRunner commands, String command, String... arguments) {
    ClusterCommandResult result = commands.run(command, arguments);
    if (result.getExitStatus() == ClusterCommandResult.ExitStatus.FAILURE) {
      throw new ServerRefusal("Payara refused " + command + ": " + result.getOutput());
    }
  }

  private static PayaraMicroBoot instance() {
    return (PayaraMicroBoot) call("getInstance", new Class<?>[0]);
  }

  private static PayaraMicroBoot boot(List<String> arguments) throws BootstrapException {
    return (PayaraMicroBoot)
        call("create", new Class<?>[] {String[].class}, (Object) arguments.toArray(String[]::new));
  }

  /** The implementation lies in one of Payara's inner libraries, which exist only at run time. */
  private static Object call(String method, Class<?>[] types, Object... arguments) {
    try {
      return Class.forName(IMPLEMENTATION).getMethod(method, types).invoke(null, arguments);
    } catch (InvocationTargetException e) {
      for (Throwable cause = e; cause != null; cause = cause.getCause()) {
        if (cause instanceof ServerRefusal refusal) {
          throw refusal;
        }
      }
      throw new IllegalStateException("Payara did not start", e);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException("this is not the expected Payara Micro", e);
    }
  }

  /** Lets the front free the port as soon as Payara is about to create what binds it. */
  @Singleton
  private final class BeforeListening implements InstanceLifecycleListener {

    @Override
    public Filter getFilter() {
      return service -> LISTENING.equals(service.getImplementation());
    }

    @Override
    public void lifecycleEvent(InstanceLifecycleEvent event) {
      if (event.getEventType() == InstanceLifecycleEventType.PRE_PRODUCTION) {
        front.freePort();
      }
    }
  }

  /** Keeps references to what Payara creates. */
  private final class Registries implements ServiceLocatorListener {

    @Override
    public void initialize(Set<ServiceLocator> there) {
      registries.addAll(there);
    }

    @Override
    public void locatorAdded(ServiceLocator added) {
      registries.add(added);
    }

    @Override
    public void locatorDestroyed(ServiceLocator gone) {
      registries.remove(gone);
    }
  }
}
