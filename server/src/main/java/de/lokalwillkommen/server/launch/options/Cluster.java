package de.lokalwillkommen.server.launch.options;

import de.lokalwillkommen.server.launch.host.Refusal;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** The servers that pass events to each other, over TCP between the named members and no others. */
public final class Cluster {
  private final List<Member> members;
  private final Member own;

  private Cluster(List<Member> members, Member own) {
    this.members = members;
    this.own = own;
  }

  /**
   * Reads the options.
   *
   * @param members null or empty if no cluster is wanted
   * @param own null if it is the first of them
   */
  public static Cluster of(List<String> members, String own) {
    if (members == null || members.isEmpty()) {
      return new Cluster(List.of(), null);
    }
    List<Member> all = members.stream().map(Member::parse).toList();
    return new Cluster(all, own == null ? all.get(0) : Member.parse(own));
  }

  public boolean isWanted() {
    return !members.isEmpty();
  }

  public String members() {
    return members.stream().map(Member::toString).collect(Collectors.joining(","));
  }

  /**
   * Refuses an own address at which this machine cannot listen, before anything is started.
   *
   * @throws Refusal with the address and the reason
   */
  public void checkOwnAddress() {
    if (!isWanted()) {
      return;
    }
    try (ServerSocket probe = new ServerSocket()) {
      probe.setReuseAddress(true);
      probe.bind(new InetSocketAddress(InetAddress.getByName(own.host()), own.port()));
    } catch (IOException e) {
      throw new Refusal(
          "the servers of the cluster cannot listen on "
              + own
              + " here: "
              + e.getMessage()
              + "; --cluster-bind says which of them this one is",
          e);
    }
  }

  /**
   * Hazelcast's configuration: no multicast, and only the server's own address is bound. After a
   * cut network the servers find each other again within seconds; by default Hazelcast takes two
   * minutes.
   */
  public String hazelcastConfiguration() {
    String memberList =
        members.stream()
            .map(member -> "          <member>" + member + "</member>\n")
            .collect(Collectors.joining());
    return String.format(
        Locale.ROOT,
        """
        <?xml version="1.0" encoding="UTF-8"?>
        <hazelcast xmlns="http://www.hazelcast.com/schema/config">
          <cluster-name>lokal-willkommen</cluster-name>
          <properties>
            <property name="hazelcast.phone.home.enabled">false</property>
            <property name="hazelcast.socket.server.bind.any">false</property>
            <property name="hazelcast.socket.client.bind.any">false</property>
            <property name="hazelcast.heartbeat.interval.seconds">2</property>
            <property name="hazelcast.max.no.heartbeat.seconds">10</property>
            <property name="hazelcast.merge.first.run.delay.seconds">10</property>
            <property name="hazelcast.merge.next.run.delay.seconds">5</property>
          </properties>
          <network>
            <port auto-increment="false">%d</port>
            <join>
              <auto-detection enabled="false"/>
              <multicast enabled="false"/>
              <tcp-ip enabled="true">
        %s      </tcp-ip>
            </join>
            <interfaces enabled="true">
              <interface>%s</interface>
            </interfaces>
          </network>
        </hazelcast>
        """,
        own.port(),
        memberList,
        own.host());
  }

  private record Member(String host, int port) {
    static Member parse(String text) {
      int colon = text.lastIndexOf(':');
      try {
        if (colon > 0 && text.substring(0, colon).matches("[A-Za-z0-9.-]+")) {
          return new Member(text.substring(0, colon), Integer.parseInt(text.substring(colon + 1)));
        }
      } catch (NumberFormatException e) {
        throw new WrongOption("--cluster wants HOST:PORT, not " + text, e);
      }
      throw new WrongOption("--cluster wants HOST:PORT, not " + text);
    }

    @Override
    public String toString() {
      return host + ":" + port;
    }
  }
}
