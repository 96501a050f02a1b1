package de.lokalwillkommen.web.rest;

import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.ext.Provider;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** Refuses bodies over 64 KiB, with or without a {@code Content-Length}. */
@Provider
public class BodyLimit implements ContainerRequestFilter {

  private static final int MOST_BYTES = 64 * 1024;
  private static final int TOO_LARGE = 413;

  @Override
  public void filter(ContainerRequestContext request) {
    if (request.getLength() > MOST_BYTES) {
      throw new WebApplicationException(TOO_LARGE);
    }
    if (request.hasEntity()) {
      request.setEntityStream(new Limited(request.getEntityStream()));
    }
  }

  private static final class Limited extends FilterInputStream {

    private int left = MOST_BYTES;

    Limited(InputStream in) {
      super(in);
    }

    @Override
    public int read() throws IOException {
      int read = super.read();
      if (read >= 0) {
        count(1);
      }
      return read;
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
      int read = super.read(bytes, offset, length);
      if (read > 0) {
        count(read);
      }
      return read;
    }

    private void count(int bytes) {
      left -= bytes;
      if (left < 0) {
        throw new WebApplicationException(TOO_LARGE);
      }
    }
  }
}
