package de.lokalwillkommen.core.ticketing;

import de.lokalwillkommen.core.kernel.DomainEvents;
import de.lokalwillkommen.core.kernel.TestDatabase;
import de.lokalwillkommen.core.offices.OfficeFixture;
import de.lokalwillkommen.core.offices.Offices;
import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.util.List;

/** The ticketing repositories over a test database, and a fresh Hörde in it. */
public final class TicketingDatabase {

  public static final Offices OFFICES = OfficeFixture.offices(OfficeFixture.hoerde());

  private TicketingDatabase() {}

  public static Tickets tickets(EntityManager entities) {
    return new JpaTickets(entities);
  }

  public static TodaysLine todaysLine(EntityManager entities, DomainEvents events) {
    return new TodaysLine(new JpaOfficeLines(entities), tickets(entities), events);
  }

  public static IssuingTickets issuing(EntityManager entities, DomainEvents events, Clock clock) {
    return new IssuingTickets(OFFICES, tickets(entities), todaysLine(entities, events), clock);
  }

  /** Empties the database and puts Hörde into it. */
  public static void reset(TestDatabase database) {
    database.execute(
        List.of(
            "delete from letter",
            "delete from webhook_delivery",
            "delete from webhook",
            "delete from slot_offer",
            "delete from waitlist_entry",
            "delete from slot_claim",
            "delete from appointment_event",
            "delete from appointment",
            "delete from appointment_book where office_id <> '-'",
            "delete from history_entry",
            "delete from own_text",
            "delete from text_language",
            "delete from availability_exception",
            "delete from availability",
            "delete from lead_time",
            "delete from enquiry",
            "delete from visit",
            "delete from visit_property",
            "delete from numbers_gone",
            "delete from counter_shift",
            "delete from ticket_event",
            "delete from ticket",
            "delete from office_line",
            "delete from office_day_text",
            "delete from office_day",
            "delete from closure",
            "delete from topic_slots",
            "delete from office_topic_rule",
            "delete from opening_rule",
            "delete from counter",
            "delete from office_topic",
            "delete from topic",
            "delete from office",
            "insert into office (id, name, zone, credit_minutes, late_after_minutes, recall_limit,"
                + " waiting_limit, last_ticket_minutes, publishes_estimate, outpost, position)"
                + " values ('hoerde','Hörde','Europe/Berlin',20,15,3,null,0,true,false,1)",
            "insert into counter (id, office_id, label, name) values (101,'hoerde','1','Raum 1')",
            "insert into counter (id, office_id, label, name) values (102,'hoerde','2','Raum 2')",
            "insert into topic (id, pictogram, audience, usual_minutes, walk_in, bookable, position) values ('housing','home','ANY',30,true,true,1)",
            "insert into topic (id, pictogram, audience, usual_minutes, walk_in, bookable, position) values ('letters','mail','ANY',20,true,true,2)",
            "insert into office_line (office_id, business_day, walk_ins, appointments, waiting,"
                + " calls, version) values ('hoerde','2026-11-23',0,0,0,0,0)"));
  }

  /** Opens a second office, without counters. */
  public static void openEving(TestDatabase database) {
    database.execute(
        List.of(
            "insert into office (id, name, zone, credit_minutes, late_after_minutes, recall_limit,"
                + " waiting_limit, last_ticket_minutes, publishes_estimate, outpost, position)"
                + " values ('eving','Eving','Europe/Berlin',20,15,3,null,0,true,false,2)"));
  }
}
