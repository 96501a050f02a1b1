package de.lokalwillkommen.server.system;

import static java.util.Map.entry;

import de.lokalwillkommen.core.staff.Right;
import de.lokalwillkommen.core.staff.Rights;
import de.lokalwillkommen.core.staff.Rights.Reach;
import de.lokalwillkommen.server.system.StaffCallers.Caller;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The requests of the staff that name an office, or what belongs to one, in the path, the query or
 * the body: made from the description of the calls, each once with the own office everywhere, once
 * with a foreign one in each place, and once with a foreign one in all of them.
 */
final class OfficeRequests {

  /** What a name in a request means for the rights of its caller. */
  private enum Naming {
    /** The caller needs the right in that office. */
    TAKES_THE_RIGHT_THERE,
    /** Is unknown unless it belongs to the office in the path. */
    BELONGS_TO_THE_PATH,
    /** May belong to any office. */
    OF_ANY_OFFICE,
    /** May belong to another office if the slot does not. */
    UNLESS_THE_SLOT_IS_THERE,
    /** The caller needs a right that reaches the people of other organisations. */
    OF_AN_ORGANISATION
  }

  private static final Map<String, Naming> NAMES =
      Map.of(
          "office", Naming.TAKES_THE_RIGHT_THERE,
          "like", Naming.TAKES_THE_RIGHT_THERE,
          "counter", Naming.TAKES_THE_RIGHT_THERE,
          "ticket", Naming.TAKES_THE_RIGHT_THERE,
          "person", Naming.TAKES_THE_RIGHT_THERE,
          "device", Naming.TAKES_THE_RIGHT_THERE,
          "code", Naming.BELONGS_TO_THE_PATH,
          "closure", Naming.BELONGS_TO_THE_PATH,
          "slot", Naming.OF_ANY_OFFICE,
          "organisation", Naming.OF_AN_ORGANISATION);

  /** Where a name means something else: visitors and appointments are handed on. */
  private static final Map<String, Naming> ELSEWHERE =
      Map.of(
          "POST /admin/api/v1/tickets/{ticket}/transfer office", Naming.OF_ANY_OFFICE,
          "POST /admin/api/v1/tickets/{ticket}/transfer counter", Naming.OF_ANY_OFFICE,
          "PUT /admin/api/v1/offices/{office}/appointments/{code}/slot code",
              Naming.UNLESS_THE_SLOT_IS_THERE);

  /** Where a name means what is of no office: the code that a device shows. */
  private static final Set<String> OTHERWISE = Set.of("POST /admin/api/v1/devices code");

  /** The names that say nothing of an office. */
  private static final Set<String> OF_NO_OFFICE =
      Set.of(
          ("accept action address announcement anyway audience author bookable closedFrom closesAt"
                  + " contact counters countsForAmif credit cursor day delivery displayName events"
                  + " firstDay firstVisit from hours id kind label language languages lastDay"
                  + " lastTicketMinutes lateAfter left limit login minutes name names note outpost"
                  + " persons pictogram position publishesEstimate reason recallLimit referral"
                  + " region renewed retired revoked role roles status step stop texts to topic"
                  + " topics usualMinutes waitingLimit walkIn webhook zone"
                  // chooses the events of which a webhook tells; who may, may in all offices
                  + " offices"
                  // roles in other offices; who may give them, may in all
                  + " elsewhere")
              .split(" "));

  /**
   * The bodies of a call.
   *
   * @param effective one that changes something
   * @param harmless one for those who have the right: it changes nothing, or is refused for another
   *     reason, and after the rights
   */
  private record Bodies(String effective, String harmless) {}

  /** After a hash: other bodies of a call, which take more than the call. */
  private static final Map<String, Bodies> BODIES =
      Map.ofEntries(
          body(
              "POST /admin/api/v1/offices",
              "{'id':'rights-probe','name':'Probe','like':'<like>'}",
              "{'id':'mengede','name':'Probe','like':'<like>'}"),
          body("PATCH /admin/api/v1/offices/{office}", "{'name':'Anders'}", "{}"),
          body(
              "PATCH /admin/api/v1/offices/{office}#closing",
              "{'closedFrom':'2099-01-01'}",
              "{'closedFrom':null}"),
          body("PATCH /admin/api/v1/offices/{office}/orders", "{'stop':'FAULT'}", "{}"),
          body(
              "POST /admin/api/v1/offices/{office}/closures",
              "{'firstDay':'2099-02-02','reason':'Probe'}",
              "{'firstDay':'2099-02-02','lastDay':'2099-02-01','reason':'Probe'}"),
          body(
              "POST /admin/api/v1/counters",
              "{'office':'<office>','label':'77','name':'Raum 77'}",
              "{'office':'<office>','label':'1','name':'Raum 1'}"),
          body("PATCH /admin/api/v1/counters/{counter}", "{'name':'Anders'}", "{}"),
          body(
              "POST /admin/api/v1/people",
              "{'login':'rights.probe','displayName':'Probe','roles':['COUNSELLOR'],"
                  + "'office':'<office>','organisation':'<organisation>'}",
              "{'login':'admin','displayName':'Probe','roles':['COUNSELLOR'],"
                  + "'office':'<office>','organisation':'<organisation>'}"),
          body(
              "PATCH /admin/api/v1/people/{person}",
              "{'displayName':'Anders','office':'<office>','organisation':'<organisation>'}",
              "{'displayName':'','office':'<office>','organisation':'<organisation>'}"),
          body(
              "PATCH /admin/api/v1/people/{person}#roles",
              "{'roles':['ADMIN']}",
              "{'roles':['ADMIN'],'displayName':''}"),
          body(
              "PATCH /admin/api/v1/people/{person}#elsewhere",
              "{'elsewhere':[{'office':'eving','role':'COUNSELLOR'}]}",
              "{'elsewhere':[{'office':'eving','role':'COUNSELLOR'}],'displayName':''}"),
          body(
              "POST /admin/api/v1/devices",
              "{'code':'<pairing>','role':'DISPLAY','office':'<office>','name':'Probe'}",
              "{'code':'<pairing>','role':'TOASTER','office':'<office>','name':'Probe'}"),
          body(
              "PATCH /admin/api/v1/devices/{device}",
              "{'name':'Anders','office':'<office>'}",
              "{'name':'','office':'<office>'}"),
          body(
              "POST /admin/api/v1/offices/{office}/appointments",
              "{'slot':'<slot>','topic':'letters','language':'de'}",
              "{'slot':'<slot>','topic':'letters','language':'tlh'}"),
          body(
              "PUT /admin/api/v1/offices/{office}/appointments/{code}/slot",
              "{'slot':'<slot>'}",
              "{'slot':'<slot>'}"),
          ofTicket("park", "{'minutes':10}"),
          ofTicket("urgent", "{'reason':'Probe'}"),
          ofTicket("take-over", "{'reason':'Probe'}"),
          ofTicket("language", "{'language':'ar'}"),
          ofTicket("topic", "{'topic':'housing'}"),
          ofTicket("persons", "{'persons':2}"),
          ofTicket("outcome", "{'topics':['letters'],'reason':'Probe'}"),
          body(
              "POST /admin/api/v1/tickets/{ticket}/transfer",
              "{'office':'<office>','counter':<counter>}",
              "{'office':'<office>','counter':<counter>,'topic':'nonsense'}"));

  /** The calls that take another right than their address says. */
  private static final Map<String, Predicate<Caller>> TAKING_MORE =
      Map.of(
          "POST /admin/api/v1/offices", who -> who.mayElsewhere(Right.FOUND_OFFICES),
          "PATCH /admin/api/v1/offices/{office}#closing",
              who -> who.mayElsewhere(Right.FOUND_OFFICES),
          "PATCH /admin/api/v1/people/{person}#roles", who -> who.mayElsewhere(Right.MANAGE_PEOPLE),
          "PATCH /admin/api/v1/people/{person}#elsewhere",
              who -> who.mayElsewhere(Right.MANAGE_PEOPLE),
          "POST /admin/api/v1/tickets/{ticket}/outcome", who -> who.may(Right.CORRECT_OUTCOMES));

  /** The calls with an office in the query. */
  private static final Set<String> ASKING_ABOUT_AN_OFFICE =
      Set.of("GET /admin/api/v1/history", "GET /admin/api/v1/counters");

  private static final Pattern IN_PATH = Pattern.compile("\\{(\\w+)}");
  private static final Pattern IN_BODY = Pattern.compile("<(\\w+)>");

  private OfficeRequests() {}

  private static Map.Entry<String, Bodies> body(String call, String effective, String harmless) {
    return entry(call, new Bodies(effective.replace('\'', '"'), harmless.replace('\'', '"')));
  }

  private static Map.Entry<String, Bodies> ofTicket(String action, String body) {
    return body("POST /admin/api/v1/tickets/{ticket}/" + action, body, body);
  }

  /**
   * A request.
   *
   * @param call the method and the address, perhaps with a hash and the purpose of its body
   * @param right the right that its address takes
   * @param names what it names
   * @param foreign what of this belongs to a foreign office
   */
  record Request(String call, Right right, Set<String> names, Set<String> foreign) {

    /** Whether it is open to a caller. */
    boolean isOpenTo(Caller who) {
      return who.may(right)
          && TAKING_MORE.getOrDefault(call, anyone -> true).test(who)
          && names.stream().allMatch(name -> isOpenTo(who, name));
    }

    /**
     * Whether its answer says more than another one: those who have the right nowhere are asked
     * about the own office and about a foreign one, not about all that is named.
     */
    boolean isWorthTrying(Caller who) {
      return who.may(right) || foreign.isEmpty() || foreign.equals(names);
    }

    private boolean isOpenTo(Caller who, String name) {
      boolean elsewhere = foreign.contains(name);
      return switch (ELSEWHERE.getOrDefault(call + " " + name, NAMES.get(name))) {
        case TAKES_THE_RIGHT_THERE -> !elsewhere || who.mayElsewhere(right);
        case BELONGS_TO_THE_PATH -> elsewhere == foreign.contains("office");
        case OF_ANY_OFFICE -> true;
        case UNLESS_THE_SLOT_IS_THERE -> !elsewhere || !foreign.contains("slot");
        case OF_AN_ORGANISATION ->
            !elsewhere
                || who.roles().stream()
                    .map(role -> Rights.reach(role, right))
                    .anyMatch(reach -> reach == Reach.WORKPLACE || reach == Reach.ALL);
      };
    }

    String method() {
      return call.split(" ")[0];
    }

    /** Its address, with what it names. */
    String path(Map<String, String> own, Map<String, String> others) {
      String path = filled(IN_PATH, call.split(" ")[1].split("#")[0], own, others);
      return ASKING_ABOUT_AN_OFFICE.contains(call)
          ? path + "?office=" + of("office", own, others)
          : path;
    }

    /** Its body; empty if it has none. */
    String body(boolean effective, Map<String, String> own, Map<String, String> others) {
      Bodies bodies = BODIES.get(call);
      if (bodies == null) {
        return "";
      }
      return filled(IN_BODY, effective ? bodies.effective() : bodies.harmless(), own, others);
    }

    private String filled(
        Pattern names, String text, Map<String, String> own, Map<String, String> others) {
      return names
          .matcher(text)
          .replaceAll(name -> Matcher.quoteReplacement(of(name.group(1), own, others)));
    }

    private String of(String name, Map<String, String> own, Map<String, String> others) {
      return (foreign.contains(name) ? others : own).get(name);
    }

    @Override
    public String toString() {
      return call + " with foreign " + new TreeSet<>(foreign);
    }
  }

  /** All of them. */
  static List<Request> of(Description description, Map<String, Right> rights) {
    List<Request> requests = new ArrayList<>();
    description.calls().stream()
        .filter(call -> rights.containsKey(call.split(" ")[1]))
        .forEach(
            call -> {
              Right right = rights.get(call.split(" ")[1]);
              kindsOf(description, call).forEach(kind -> requests.addAll(of(kind, right)));
            });
    return requests;
  }

  private static Stream<String> kindsOf(Description description, String call) {
    Stream<String> actions =
        call.contains("{action}")
            ? description.parameters(call).stream()
                .filter(parameter -> parameter.getString("name").equals("action"))
                .flatMap(
                    action ->
                        action
                            .getJsonObject("schema")
                            .getJsonArray("enum")
                            .getValuesAs(JsonString.class)
                            .stream())
                .map(action -> call.replace("{action}", action.getString()))
            : Stream.of(call);
    return actions.flatMap(
        kind ->
            Stream.concat(
                Stream.of(kind),
                BODIES.keySet().stream().filter(other -> other.startsWith(kind + "#"))));
  }

  private static List<Request> of(String call, Right right) {
    Set<String> names = namesIn(call);
    if (names.isEmpty()) {
      return List.of();
    }
    Set<Set<String>> foreign = new LinkedHashSet<>(List.of(Set.of(), names));
    names.forEach(name -> foreign.add(Set.of(name)));
    return foreign.stream().map(some -> new Request(call, right, names, some)).toList();
  }

  private static Set<String> namesIn(String call) {
    Set<String> names = new TreeSet<>();
    IN_PATH.matcher(call).results().forEach(name -> names.add(name.group(1)));
    if (BODIES.containsKey(call)) {
      IN_BODY
          .matcher(BODIES.get(call).effective())
          .results()
          .forEach(name -> names.add(name.group(1)));
    }
    if (ASKING_ABOUT_AN_OFFICE.contains(call)) {
      names.add("office");
    }
    names.retainAll(NAMES.keySet());
    return names;
  }

  /** What the calls name and this class does not know, and the other way round. */
  static Set<String> differences(Description description, Collection<String> calls) {
    Set<String> differences = new TreeSet<>();
    Set<String> named = new TreeSet<>();
    for (String call : calls) {
      Set<String> inCall = new TreeSet<>();
      description.parameters(call).stream()
          .filter(parameter -> !parameter.getString("in").equals("header"))
          .forEach(parameter -> inCall.add(parameter.getString("name")));
      JsonObject operation = description.operation(call);
      if (operation.containsKey("requestBody")) {
        description
            .content(operation)
            .values()
            .forEach(
                type ->
                    inCall.addAll(
                        description.members(type.asJsonObject().getJsonObject("schema")).keySet()));
      }
      named.addAll(inCall);
      inCall.retainAll(NAMES.keySet());
      inCall.removeIf(name -> OTHERWISE.contains(call + " " + name));
      kindsOf(description, call).forEach(kind -> inCall.removeAll(namesIn(kind)));
      inCall.forEach(name -> differences.add(call + " is never sent with another " + name));
    }
    NAMES.keySet().stream().filter(name -> !named.contains(name)).forEach(differences::add);
    OF_NO_OFFICE.stream().filter(name -> !named.contains(name)).forEach(differences::add);
    named.removeAll(NAMES.keySet());
    named.removeAll(OF_NO_OFFICE);
    differences.addAll(named);
    return differences;
  }
}
