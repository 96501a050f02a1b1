package de.lokalwillkommen.web.rest;

import de.lokalwillkommen.core.kernel.Refused;
import de.lokalwillkommen.core.storage.Storage;
import de.lokalwillkommen.web.security.SecurityLog;
import de.lokalwillkommen.web.text.Language;
import de.lokalwillkommen.web.text.Texts;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.ProcessingException;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;
import java.io.EOFException;
import java.text.ParseException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.logging.Level;
import java.util.logging.Logger;

/** Turns every exception of a REST call into a {@link Problem}. The only place that does. */
@Provider
public class Problems implements ExceptionMapper<Throwable> {

  private static final Logger LOG = Logger.getLogger(Problems.class.getName());
  private static final int BAD_REQUEST = 400;
  private static final int SERVER_ERROR = 500;

  @Inject private Texts texts;
  @Inject private Storage storage;
  @Inject private SecurityLog log;
  @Context private HttpHeaders headers;
  @Context private HttpServletRequest request;

  @Override
  public Response toResponse(Throwable thrown) {
    Language language = texts.negotiate(headers.getHeaderString(HttpHeaders.ACCEPT_LANGUAGE));
    Optional<Refused> refused = find(thrown, Refused.class);
    if (refused.isPresent()) {
      log.writeIfNotAllowed(refused.get().refusal(), request);
      return answer(Problem.of(refused.get().refusal(), texts, language), language);
    }
    Optional<BadBody> badBody = find(thrown, BadBody.class);
    if (badBody.isPresent()) {
      return answer(badBody.get(), language);
    }
    if (thrown instanceof WebApplicationException web
        && web.getResponse().getStatus() < SERVER_ERROR) {
      Response given = web.getResponse();
      Response.ResponseBuilder builder =
          Response.fromResponse(answer(Problem.of(given.getStatus()), language));
      Optional.ofNullable(given.getHeaderString(HttpHeaders.ALLOW))
          .ifPresent(allow -> builder.header(HttpHeaders.ALLOW, allow));
      return builder.build();
    }
    if (thrown instanceof ProcessingException && find(thrown, ParseException.class).isPresent()) {
      // a header that is only read where it is used, such as If-Match
      return answer(Problem.of(BAD_REQUEST), language);
    }
    if (find(thrown, EOFException.class).isPresent()) {
      // the client has disconnected during its request, and will not read this
      return answer(Problem.of(BAD_REQUEST), language);
    }
    if (storage.isToBlameFor(thrown)) {
      LOG.log(Level.WARNING, "refused, since a database operation failed", thrown);
      return answer(Problem.ofAbsentDatabase(), language);
    }
    return unexpected(thrown, language);
  }

  private Response answer(BadBody bad, Language language) {
    String message = texts.get(language, bad.key(), bad.arguments());
    List<Problem.FieldError> errors =
        bad.field().isEmpty() ? List.of() : List.of(new Problem.FieldError(bad.field(), message));
    return answer(new Problem(bad.status(), message, errors, Map.of()), language);
  }

  private Response unexpected(Throwable thrown, Language language) {
    String id = UUID.randomUUID().toString();
    LOG.log(Level.SEVERE, thrown, () -> "unexpected error, reported to the caller as " + id);
    return answer(
        new Problem(
            SERVER_ERROR,
            texts.get(language, "problem.detail.500"),
            List.of(),
            Map.of("instance", "urn:uuid:" + id)),
        language);
  }

  private Response answer(Problem problem, Language language) {
    return Response.status(problem.status())
        .type(Problem.MEDIA_TYPE)
        .header(HttpHeaders.CONTENT_LANGUAGE, language.tag())
        .header(HttpHeaders.RETRY_AFTER, problem.facts().get(Problem.RETRY_AFTER))
        .entity(problem.toJson(texts, language))
        .build();
  }

  private static <T extends Throwable> Optional<T> find(Throwable thrown, Class<T> type) {
    for (Throwable t = thrown; t != null; t = t.getCause()) {
      if (type.isInstance(t)) {
        return Optional.of(type.cast(t));
      }
    }
    return Optional.empty();
  }
}
