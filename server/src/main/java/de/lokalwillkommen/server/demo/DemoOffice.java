package de.lokalwillkommen.server.demo;

import java.util.List;
import java.util.stream.IntStream;

/**
 * An office of the demo.
 *
 * @param id the word in its addresses
 * @param address where visitors find it
 * @param partner the organisation that forms the tandem with the city
 * @param outpost a tablet in a borrowed room, with its real hours
 */
public record DemoOffice(String id, String name, String address, String partner, boolean outpost) {

  public static final List<DemoOffice> ALL =
      List.of(
          new DemoOffice(
              "brackel", "Brackel", "Brackeler Hellweg 146, Dortmund-Brackel", "caritas", false),
          new DemoOffice(
              "mengede",
              "Mengede",
              "Westerfilder Straße 54, Dortmund-Westerfilde",
              "diakonie",
              false),
          new DemoOffice("hoerde", "Hörde", "Schildplatz 7, Dortmund-Hörde", "awo", false),
          new DemoOffice("eving", "Eving", "Bayrische Straße 135, Dortmund-Eving", "drk", false),
          new DemoOffice(
              "luetgendortmund",
              "Lütgendortmund",
              "Lütgendortmunder Straße 128, Dortmund-Lütgendortmund",
              "ehc",
              false),
          new DemoOffice(
              "innenstadt-west",
              "Innenstadt-West",
              "Elisabethstraße 5, Dortmund",
              "projekt-ankommen",
              false),
          new DemoOffice(
              "innenstadt-nord", "Innenstadt-Nord", "Brunnenstraße, Dortmund", "vmdo", false),
          new DemoOffice(
              "dorstfeld",
              "Dorstfeld",
              "Oberbank 11, Dortmund-Dorstfeld",
              "projekt-ankommen",
              true));

  /** The labels of its counters; as many counsellors work there. */
  List<String> counters() {
    return IntStream.rangeClosed(1, outpost ? 1 : 3).mapToObj(Integer::toString).toList();
  }
}
