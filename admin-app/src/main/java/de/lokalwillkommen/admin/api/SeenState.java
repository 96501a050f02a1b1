package de.lokalwillkommen.admin.api;

import de.lokalwillkommen.core.staff.SecretToken;
import jakarta.enterprise.context.RequestScoped;
import jakarta.ws.rs.ClientErrorException;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;

/**
 * The state that the caller of a change has seen ({@code If-Match}, RFC 9110, 13.1.1): of two who
 * change the same thing at once, the second is told.
 */
@RequestScoped
public class SeenState {

  private static final int PRECONDITION_REQUIRED = 428; // RFC 6585, 3

  @Context private HttpHeaders headers;
  @Context private Request request;

  /** The tag of a state that has a number. */
  static EntityTag tagOf(long version) {
    return new EntityTag(Long.toString(version));
  }

  /** The tag of a state without a number. */
  static EntityTag tagOf(String content) {
    return new EntityTag(new SecretToken(content).hash());
  }

  /**
   * Requires that the caller has seen the present state.
   *
   * @throws ClientErrorException 428 if the caller does not say what was seen, 412 if it was
   *     another state
   */
  void require(EntityTag present) {
    if (headers.getHeaderString(HttpHeaders.IF_MATCH) == null) {
      throw new ClientErrorException(PRECONDITION_REQUIRED);
    }
    if (request.evaluatePreconditions(present) != null) {
      throw new ClientErrorException(Response.Status.PRECONDITION_FAILED);
    }
  }
}
