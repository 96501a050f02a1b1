package de.lokalwillkommen.server.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.SocketChannel;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.Timeout.ThreadMode;
import org.junit.jupiter.api.io.TempDir;

@Timeout(value = 60, unit = TimeUnit.SECONDS, threadMode = ThreadMode.SEPARATE_THREAD)
class SubcommandSocketTest {

  private static final Duration LONG = Duration.ofHours(1);

  @TempDir private Path folder;

  private Path path() {
    return folder.resolve("s.sock");
  }

  private SocketChannel connect() throws IOException {
    SocketChannel channel = SocketChannel.open(StandardProtocolFamily.UNIX);
    channel.connect(UnixDomainSocketAddress.of(path()));
    return channel;
  }

  private static void send(SocketChannel channel, String argument) throws IOException {
    DataOutputStream out = new DataOutputStream(Channels.newOutputStream(channel));
    out.writeUTF("");
    out.writeInt(1);
    out.writeUTF(argument);
    out.flush();
  }

  private String ask(String argument) throws IOException {
    try (SocketChannel channel = connect()) {
      send(channel, argument);
      DataInputStream in = new DataInputStream(Channels.newInputStream(channel));
      return in.readBoolean() + " " + in.readUTF();
    }
  }

  @Test
  void aSilentClientBlocksNoOther() throws IOException {
    SubcommandSocket.open(path(), LONG, (secret, arguments) -> "done " + arguments[0]);
    try (SocketChannel silent = connect()) {
      assertThat(ask("believe-clock")).isEqualTo("true done believe-clock");
      assertThat(silent.isConnected()).isTrue();
    }
  }

  @Test
  void hangingWorkBlocksNoOtherClient() throws IOException {
    CountDownLatch hanging = new CountDownLatch(1);
    SubcommandSocket.open(
        path(),
        LONG,
        (secret, arguments) -> {
          if ("create-admin".equals(arguments[0])) {
            await(hanging);
          }
          return "done";
        });
    try (SocketChannel first = connect()) {
      send(first, "create-admin");
      assertThat(ask("believe-clock")).isEqualTo("true done");
    } finally {
      hanging.countDown();
    }
  }

  @Test
  void aSilentClientIsDisconnectedAfterAWhile() throws IOException {
    SubcommandSocket.open(path(), Duration.ofMillis(50), (secret, arguments) -> "done");
    try (SocketChannel silent = connect()) {
      assertThat(silent.read(ByteBuffer.allocate(1))).isEqualTo(-1);
    }
  }

  @Test
  void manySilentClientsAreDisconnectedInTime() throws IOException {
    SubcommandSocket.open(path(), Duration.ofSeconds(1), (secret, arguments) -> "done");
    List<SocketChannel> silent = new ArrayList<>();
    try {
      for (int i = 0; i < SubcommandSocket.MOST_AT_ONCE; i++) {
        silent.add(connect());
      }
      assertThat(ask("believe-clock")).isEqualTo("true done");
    } finally {
      for (SocketChannel channel : silent) {
        channel.close();
      }
    }
  }

  private static void await(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
