package de.lokalwillkommen.web.rest;

import jakarta.transaction.TransactionalException;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;
import jakarta.ws.rs.ext.Providers;

/**
 * A transaction that failed only when it was committed is answered as everything else is. Without
 * this, a mapper that Jersey brings would come first, and pass it on to the container's own page.
 */
@Provider
public class CommitProblems implements ExceptionMapper<TransactionalException> {

  @Context private Providers providers;

  @Override
  public Response toResponse(TransactionalException failed) {
    return providers.getExceptionMapper(Throwable.class).toResponse(failed);
  }
}
