/**
 * An appointment, an offer or a place on the waitlist on a phone: everything works without, but nothing counts down.
 */
import { countDown } from "./countdown.js";
import { whenThere } from "./leaving.js";

countDown(async () => {
  await whenThere();
  location.reload();
});
