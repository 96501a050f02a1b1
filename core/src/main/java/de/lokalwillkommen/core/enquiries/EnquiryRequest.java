package de.lokalwillkommen.core.enquiries;

import de.lokalwillkommen.core.kernel.RequestKey;

/**
 * What is to be counted.
 *
 * @param topic the identifier of a topic of the office
 * @param language BCP 47 tag of what the visitor speaks
 * @param requestKey the idempotency key
 */
public record EnquiryRequest(String topic, String language, RequestKey requestKey) {}
