package de.lokalwillkommen.core.webhooks;

/**
 * A webhook as pages show it, without its secret.
 *
 * @param id its identifier
 * @param data what an administrator has decided
 * @param host the host to which messages go
 * @param status whether it is told of events
 * @param rotating whether messages are signed with the earlier secret, too
 * @param version which state an editor has seen
 * @param waiting the number of deliveries that wait
 * @param dead the number of deliveries whose attempts have all failed
 */
public record WebhookView(
    long id,
    WebhookData data,
    String host,
    WebhookStatus status,
    boolean rotating,
    int version,
    long waiting,
    long dead) {}
