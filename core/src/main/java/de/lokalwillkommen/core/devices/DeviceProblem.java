package de.lokalwillkommen.core.devices;

/** What staff should look after at a device, the most serious first. */
public enum DeviceProblem {
  /** It has not come for a while, or never. */
  SILENT,
  /** A board rings no gong, since its browser waits for a touch. */
  MUTE,
  /** Its clock is wrong by two minutes or more. */
  CLOCK,
  /** Its network was lost ten times today, or more often. */
  NETWORK,
  /** It still shows a page of an earlier release. */
  OLD_PAGE
}
