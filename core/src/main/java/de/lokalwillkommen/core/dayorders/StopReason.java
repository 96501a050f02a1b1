package de.lokalwillkommen.core.dayorders;

/** Why an office gives no more numbers today, as its kiosk tells visitors. */
public enum StopReason {
  /** As many people wait as can be served today. */
  MANY_WAIT,
  /** Fewer counsellors are there than planned. */
  FEW_COUNSELLORS,
  /** Something in the office is out of order. */
  FAULT,
  /** No reason is told. */
  UNTOLD
}
