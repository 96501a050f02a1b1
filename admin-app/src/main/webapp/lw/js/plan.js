/**
 * The week of appointment hours. PrimeFaces' calendar (FullCalendar) draws what the server sends; here it is told to look and
 * read like everything else: Latin digits, weeks from Monday, boxes that are ordinary links.
 */
import { repeatUnanswered } from "./leaving.js";

const page = document.documentElement;
/* How far the office's time is ahead of the browser's. */
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
  options.displayEventTime = false; // the server says it: to FullCalendar the end of a day is 00:00
  options.slotDuration = "01:00:00";
  options.nowIndicator = true;
  options.now = () => new Date(Date.now() + ahead);
  options.navLinks = false;
  // the day is the column's, which is not read aloud with the link
  const day = new Intl.DateTimeFormat(`${page.lang}-u-nu-latn`, { weekday: "long", day: "numeric", month: "long", timeZone: "UTC" });
  options.eventDidMount = ({ el, event }) => {
    el.setAttribute("aria-label", `${day.format(new Date(event.startStr.slice(0, 10)))}: ${event.title.replace(/\n/g, ", ")}`);
  };
  // a box is a link: following it is the browser's business
  delete options.eventClick;
  delete options.dateClick;
};

/* A week whose hours failed to load looks like one without hours, so they are requested again. */
window.jQuery(document).on("pfAjaxError", (event, answer) => {
  repeatUnanswered(answer, () => PrimeFaces.getWidgetById("calendar").update());
});

/* --- the form: what matters only sometimes is shown only then --- */

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
