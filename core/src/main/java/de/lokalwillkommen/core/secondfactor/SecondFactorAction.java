package de.lokalwillkommen.core.secondfactor;

/** What is done about second factors, as the history names it. */
enum SecondFactorAction {
  /** The person has set a second factor up. */
  ENROL,
  /** The person has made new recovery codes. */
  RENEW,
  /** The person has removed the own second factor. */
  REMOVE,
  /** Another person has removed the second factor. */
  REVOKE,
  /** Administrators need a second factor. */
  REQUIRE,
  /** Administrators need none, for a reason. */
  WAIVE
}
