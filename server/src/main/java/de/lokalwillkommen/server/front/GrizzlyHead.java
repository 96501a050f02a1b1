package de.lokalwillkommen.server.front;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.glassfish.grizzly.http.HttpRequestPacket;
import org.glassfish.grizzly.http.Protocol;
import org.glassfish.grizzly.http.util.DataChunk;

/** A request head as parsed by Payara's HTTP server. */
record GrizzlyHead(HttpRequestPacket request) implements Head {

  @Override
  public String method() {
    return request.getMethod().getMethodString();
  }

  @Override
  public String path() {
    return request.getRequestURI();
  }

  @Override
  public String query() {
    DataChunk query = request.getQueryStringDC();
    return query.isNull() ? "" : query.toString(StandardCharsets.ISO_8859_1);
  }

  @Override
  public List<String> all(String header) {
    List<String> values = new ArrayList<>(1);
    request.getHeaders().values(header).forEach(values::add);
    return values;
  }

  @Override
  public boolean isHttp10() {
    return request.getProtocol() != Protocol.HTTP_1_1;
  }
}
