/**
 * The week of appointment hours. PrimeFaces' calendar (FullCalendar) draws what the server sends; this script adapts it to the
 * other pages: Latin digits, weeks from Monday, boxes that are ordinary links.
 */
import { repeatUnanswered } from "./leaving.js";

const page = document.documentElement;
/* The difference between the office's time and the browser's. */
const ahead = Date.parse(document.getElementById("weekForm").dataset.now) - Date.now();
const twoDigits = { hour: "2-digit", minute: "2-digit", hour12: false };

window.lwWeek = function lwWeek() {
  const options = this.cfg.options;
  options.locale = `${page.lang}-u-nu-latn`;
  options.direction = page.dir;
  options.firstDay = 1;
  const weekday = new Intl.DateTimeFormat(options.locale, { weekday: "short", timeZone: options.timeZone });
  const date = new Intl.DateTimeFormat(options.locale, { day: "numeric", month: "numeric", timeZone: options.timeZone });
  options.dayHeaderContent = (day) => `${weekday.format(day.date).replace(".", "")} ${date.format(day.date)}`;
  options.slotLabelFormat = twoDigits;
  options.displayEventTime = false; // the server sends the end: for FullCalendar a day ends at 00:00
  options.slotDuration = "01:00:00";
  options.nowIndicator = true;
  options.now = () => new Date(Date.now() + ahead);
  options.navLinks = false;
  // the day is in the head of the column, which is not read aloud with the link
  const day = new Intl.DateTimeFormat(`${page.lang}-u-nu-latn`, { weekday: "long", day: "numeric", month: "long", timeZone: "UTC" });
  options.eventDidMount = ({ el, event }) => {
    el.setAttribute("aria-label", `${day.format(new Date(event.startStr.slice(0, 10)))}: ${event.title.replace(/\n/g, ", ")}`);
  };
  // a box is a link, which the browser follows
  delete options.eventClick;
  delete options.dateClick;
};

/* A week whose hours failed to load looks like one without hours, so they are requested again. */
window.jQuery(document).on("pfAjaxError", (event, answer) => {
  repeatUnanswered(answer, () => PrimeFaces.getWidgetById("calendar").update());
});

/* --- the form: shows fields only when they apply --- */

const weeks = document.getElementById("everyWeeks");
const anchor = document.querySelector("[data-only=fortnightly]");

if (weeks) {
  const show = () => {
    anchor.hidden = Number(weeks.value) < 2;
  };
  weeks.addEventListener("input", show);
  show();
  document.getElementById("only").open = document.getElementById("special") !== null;
}

/* --- more desks than counters: allowed, with a warning --- */

const desks = document.getElementById("desks");
const most = document.getElementById("desks-hint");

if (desks && most) {
  const warn = () => most.classList.toggle("warning", Number(desks.value) > Number(most.dataset.most));
  desks.addEventListener("input", warn);
  warn();
}
