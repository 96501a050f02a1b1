package de.lokalwillkommen.server.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.Base64;
import java.util.List;
import java.util.stream.Stream;
import javax.net.ssl.SNIHostName;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.TrustManagerFactory;

/**
 * Debian's nginx before a server, configured by the example that the package brings: only names,
 * ports, files and the server's address are replaced.
 */
final class Nginx implements AutoCloseable {

  private static final Path EXAMPLE = Path.of("src/package/examples/nginx.conf");
  private static final char[] PASSWORD = "only-for-tests".toCharArray();

  private final Path folder;
  private final int tlsPort;
  private final int plainPort;
  private final KeyStore keys;
  private final Process process;

  Nginx(int server, Path folder) throws IOException, GeneralSecurityException {
    this.folder = Files.createDirectories(folder);
    tlsPort = FreePorts.next();
    plainPort = FreePorts.next();
    keys = selfSigned();
    Files.writeString(folder.resolve("lokal-willkommen.conf"), example(server));
    Files.writeString(folder.resolve("nginx.conf"), frame());
    process =
        new ProcessBuilder(program(), "-p", folder.toString(), "-c", "nginx.conf")
            .redirectErrorStream(true)
            .redirectOutput(folder.resolve("output.txt").toFile())
            .start();
    await().until(this::isListening);
  }

  int plainPort() {
    return plainPort;
  }

  /** The files that nginx has made for itself, by their names. */
  List<String> files() throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      return files.filter(Files::isRegularFile).map(f -> f.getFileName().toString()).toList();
    }
  }

  /** A connection over TLS in one of these versions of the protocol, with a trusted certificate. */
  SSLSocket connect(String... protocols) throws IOException, GeneralSecurityException {
    TrustManagerFactory trust = TrustManagerFactory.getInstance("PKIX");
    trust.init(keys);
    SSLContext context = SSLContext.getInstance("TLS");
    context.init(null, trust.getTrustManagers(), null);
    SSLSocket socket =
        (SSLSocket)
            context.getSocketFactory().createSocket(InetAddress.getLoopbackAddress(), tlsPort);
    socket.setSoTimeout(Patience.millis(10));
    SSLParameters parameters = socket.getSSLParameters();
    parameters.setServerNames(List.of(new SNIHostName("kiosk.example")));
    parameters.setEndpointIdentificationAlgorithm("HTTPS");
    socket.setSSLParameters(parameters);
    if (protocols.length > 0) {
      socket.setEnabledProtocols(protocols);
    }
    socket.startHandshake();
    return socket;
  }

  /** The whole answer to a request that ends its connection. */
  String answer(String head) throws IOException, GeneralSecurityException {
    try (SSLSocket socket = connect()) {
      return exchange(socket, head);
    }
  }

  /** Sends a request, and reads until the connection ends. */
  static String exchange(Socket socket, String head) throws IOException {
    send(socket, head + "\r\nHost: kiosk.example\r\nConnection: close");
    return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
  }

  /** Sends a head that is complete but for its last two ends of lines. */
  static void send(Socket socket, String head) throws IOException {
    socket.getOutputStream().write((head + "\r\n\r\n").getBytes(StandardCharsets.US_ASCII));
  }

  /** Reads until these words have come, and returns all that was read. */
  static String readUntil(Socket socket, String words) throws IOException {
    ByteArrayOutputStream read = new ByteArrayOutputStream();
    InputStream in = socket.getInputStream();
    while (!read.toString(StandardCharsets.UTF_8).contains(words)) {
      int next = in.read();
      if (next < 0) {
        throw new SocketTimeoutException("it ended with " + read);
      }
      read.write(next);
    }
    return read.toString(StandardCharsets.UTF_8);
  }

  @Override
  public void close() {
    process.destroy();
    await().until(() -> !process.isAlive());
  }

  private static String program() {
    return Stream.of("/usr/sbin/nginx", "target/nginx/usr/sbin/nginx")
        .map(Path::of)
        .filter(Files::isExecutable)
        .map(path -> path.toAbsolutePath().toString())
        .findFirst()
        .orElse("nginx");
  }

  private String example(int port) throws IOException {
    String example = Files.readString(EXAMPLE);
    example = replaced(example, "listen 443 ssl;", "listen 127.0.0.1:" + tlsPort + " ssl;");
    example = replaced(example, "listen [::]:443 ssl;", "");
    example = replaced(example, "listen 80;", "listen 127.0.0.1:" + plainPort + ";");
    example = replaced(example, "listen [::]:80;", "");
    example = replaced(example, "/etc/ssl/kiosk.example.pem", folder + "/certificate.pem");
    example = replaced(example, "/etc/ssl/private/kiosk.example.key", folder + "/key.pem");
    example = replaced(example, "/var/log/nginx/error.log", folder + "/error.log");
    return replaced(example, "127.0.0.1:8080", "127.0.0.1:" + port);
  }

  private static String replaced(String example, String part, String by) {
    assertThat(example).as("the example of the package").contains(part);
    return example.replace(part, by);
  }

  private String frame() {
    return """
        %s
        daemon off;
        pid %s/nginx.pid;
        error_log %s/start.log;
        events {}
        http {
          client_body_temp_path body; proxy_temp_path proxy; fastcgi_temp_path fastcgi;
          uwsgi_temp_path uwsgi; scgi_temp_path scgi;
          include lokal-willkommen.conf;
        }
        """
        .formatted(
            "root".equals(System.getProperty("user.name")) ? "user root;" : "", folder, folder);
  }

  private KeyStore selfSigned() throws IOException, GeneralSecurityException {
    Path store = folder.resolve("keys.p12");
    Process keytool =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "keytool").toString(),
                "-genkeypair",
                "-alias",
                "kiosk",
                "-keyalg",
                "EC",
                "-groupname",
                "secp256r1",
                "-dname",
                "CN=kiosk.example",
                "-ext",
                "san=dns:kiosk.example",
                "-validity",
                "2",
                "-storetype",
                "PKCS12",
                "-keystore",
                store.toString(),
                "-storepass",
                new String(PASSWORD))
            .redirectErrorStream(true)
            .redirectOutput(folder.resolve("keytool.txt").toFile())
            .start();
    await().until(() -> !keytool.isAlive());
    KeyStore made = KeyStore.getInstance(store.toFile(), PASSWORD);
    pem("certificate.pem", "CERTIFICATE", made.getCertificate("kiosk").getEncoded());
    pem("key.pem", "PRIVATE KEY", made.getKey("kiosk", PASSWORD).getEncoded());
    KeyStore trusted = KeyStore.getInstance("PKCS12");
    trusted.load(null, null);
    trusted.setCertificateEntry("kiosk", made.getCertificate("kiosk"));
    return trusted;
  }

  private void pem(String file, String kind, byte[] content) throws IOException {
    String lines = Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(content);
    Files.writeString(
        folder.resolve(file),
        "-----BEGIN " + kind + "-----\n" + lines + "\n-----END " + kind + "-----\n");
  }

  private boolean isListening() throws IOException {
    assertThat(process.isAlive()).as(() -> read("output.txt") + read("start.log")).isTrue();
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), tlsPort)) {
      return socket.isConnected();
    } catch (java.net.ConnectException notYet) {
      return false;
    }
  }

  private String read(String file) {
    try {
      return Files.readString(folder.resolve(file));
    } catch (IOException nothing) {
      return "";
    }
  }
}
