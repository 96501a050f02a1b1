package de.lokalwillkommen.server.database;

import java.util.List;
import java.util.stream.IntStream;

/**
 * An office of the demo.
 *
 * @param id the word in its addresses
 * @param partner the organisation that forms the tandem with the city
 * @param outpost a tablet in a borrowed room, with its real hours
 */
record DemoOffice(String id, String name, String partner, boolean outpost) {

  static final List<DemoOffice> ALL =
      List.of(
          new DemoOffice("brackel", "Brackel", "caritas", false),
          new DemoOffice("mengede", "Mengede", "diakonie", false),
          new DemoOffice("hoerde", "Hörde", "awo", false),
          new DemoOffice("eving", "Eving", "drk", false),
          new DemoOffice("luetgendortmund", "Lütgendortmund", "ehc", false),
          new DemoOffice("innenstadt-west", "Innenstadt-West", "projekt-ankommen", false),
          new DemoOffice("innenstadt-nord", "Innenstadt-Nord", "vmdo", false),
          new DemoOffice("dorstfeld", "Dorstfeld", "projekt-ankommen", true));

  /** The labels of its counters; as many counsellors work there. */
  List<String> counters() {
    return IntStream.rangeClosed(1, outpost ? 1 : 3).mapToObj(Integer::toString).toList();
  }
}
