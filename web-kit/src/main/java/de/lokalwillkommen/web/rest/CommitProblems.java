package de.lokalwillkommen.web.rest;

import jakarta.transaction.TransactionalException;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;
import jakarta.ws.rs.ext.Providers;

/**
 * Answers a transaction that failed at its commit in the same way as any other failure. Without
 * this, a mapper of Jersey's own would take precedence and pass it on to the container's error
 * page.
 */
@Provider
public class CommitProblems implements ExceptionMapper<TransactionalException> {

  @Context private Providers providers;

  @Override
  public Response toResponse(TransactionalException failed) {
    return providers.getExceptionMapper(Throwable.class).toResponse(failed);
  }
}
