package de.lokalwillkommen.server.front;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.glassfish.grizzly.Buffer;
import org.glassfish.grizzly.Connection;
import org.glassfish.grizzly.filterchain.FilterChainContext;
import org.glassfish.grizzly.filterchain.NextAction;
import org.glassfish.grizzly.http.ContentEncoding;
import org.glassfish.grizzly.http.HttpContent;
import org.glassfish.grizzly.http.HttpHeader;
import org.glassfish.grizzly.http.HttpRequestPacket;
import org.glassfish.grizzly.http.HttpResponsePacket;
import org.glassfish.grizzly.http.HttpServerFilter;
import org.glassfish.grizzly.http.KeepAlive;
import org.glassfish.grizzly.http.ParsingResult;
import org.glassfish.grizzly.http.Protocol;
import org.glassfish.grizzly.http.util.HttpStatus;
import org.glassfish.grizzly.memory.Buffers;
import org.glassfish.grizzly.memory.MemoryManager;

/**
 * Reads requests and writes answers in HTTP/1.1. Tracks how long a head has been arriving, answers
 * invalid HTTP with the server's own page, and adds the server's mark to every answer.
 */
final class FrontCodec extends HttpServerFilter {

  /**
   * The header by which an application reports by which credential it has recognised the caller; it
   * is removed here.
   */
  static final String RECOGNISED = "X-LW-Recognised";

  private static final int LONGEST_HEAD = 8 * 1024;
  private static final int MOST_HEADERS = 64;
  private static final int BAD = 400;
  private static final int ADDRESS_TOO_LONG = 414;
  private static final int HEAD_TOO_LONG = 431;
  private static final int UNAVAILABLE = 503;

  private static final Set<Protocol> VERSIONS = Set.of(Protocol.HTTP_1_0, Protocol.HTTP_1_1);

  /**
   * If there is content, the HTTP server sends no 100 (Continue): {@link RequestGate} decides about
   * that.
   */
  private static final Buffer SOME_CONTENT =
      Buffers.wrap(MemoryManager.DEFAULT_MEMORY_MANAGER, new byte[1]);

  private static final Pattern LENGTH = Pattern.compile("(?i)\\ncontent-length[ \\t]*:");

  private final Front front;

  /**
   * @param replaced the codec that Payara has configured
   */
  @SuppressWarnings("deprecation") // there is no other constructor
  FrontCodec(Front front, HttpServerFilter replaced) {
    super(true, LONGEST_HEAD, null, forEver(), null, MOST_HEADERS, MOST_HEADERS);
    this.front = front;
    setRemoveHandledContentEncodingHeaders(true);
    for (ContentEncoding encoding : replaced.getContentEncodings()) {
      addContentEncoding(new AnswersOnly(encoding));
    }
  }

  /** Idle connections are closed by {@link Wires}, not by the codec. */
  private static KeepAlive forEver() {
    KeepAlive keepAlive = new KeepAlive();
    keepAlive.setIdleTimeoutInSeconds(-1);
    keepAlive.setMaxRequestsCount(-1);
    return keepAlive;
  }

  @Override
  @SuppressWarnings("unchecked") // over TCP every address is a socket address
  public NextAction handleAccept(FilterChainContext context) throws IOException {
    if (front.wires().admit(context.getConnection())) {
      return super.handleAccept(context);
    }
    front.note(
        Violation.CONNECTIONS,
        ((InetSocketAddress) context.getConnection().getPeerAddress()).getAddress());
    context.getConnection().closeSilently();
    return context.getStopAction();
  }

  @Override
  public NextAction handleRead(FilterChainContext context) throws IOException {
    Wire wire = Wire.of(context.getConnection());
    if (wire == null || wire.phase() == Wire.Phase.REFUSED) {
      NextAction deaf = context.getSuspendAction();
      context.completeAndRecycle();
      return deaf;
    }
    if (!wire.leave(Wire.Phase.NEW, Wire.Phase.HEAD)) {
      wire.leave(Wire.Phase.IDLE, Wire.Phase.HEAD);
    }
    Buffer input = context.getMessage();
    if (wire.phase() == Wire.Phase.HEAD && !wire.hold(input.remaining())) {
      return front.refuse(context, Rejection.of(UNAVAILABLE), Optional.empty());
    }
    return super.handleRead(context);
  }

  /** WebSocket is the only upgrade accepted; others are ignored. */
  @Override
  protected void onIncomingUpgrade(FilterChainContext context, HttpHeader head) {
    Head request = new GrizzlyHead((HttpRequestPacket) head);
    boolean socket =
        head.getUpgradeDC().equalsIgnoreCase("websocket")
            && RequestArea.find(request.path())
                .filter(area -> area == RequestArea.SOCKET)
                .isPresent();
    if (socket) {
      super.onIncomingUpgrade(context, head);
    } else {
      head.getUpgradeDC().recycle();
    }
  }

  /** Rejects errors that the HTTP server itself would silently correct. */
  @Override
  protected boolean onHttpHeaderParsed(HttpHeader head, Buffer input, FilterChainContext context) {
    HttpRequestPacket request = (HttpRequestPacket) head;
    List<String> hosts = new GrizzlyHead(request).all("Host");
    boolean objection = super.onHttpHeaderParsed(head, SOME_CONTENT, context);
    if (!hosts.equals(new GrizzlyHead(request).all("Host"))) {
      // the host of an absolute address has replaced another one
      return true;
    }
    if (!objection && !VERSIONS.contains(request.getProtocol())) {
      HttpStatus.HTTP_VERSION_NOT_SUPPORTED_505.setValues(request.getResponse());
      return true;
    }
    // the length has been removed by now: two servers may disagree on where the body ends
    if (objection || request.isChunked() && namesLength(input)) {
      return true;
    }
    if (request.isChunked() && RequestGate.mustGoOn(new GrizzlyHead(request), input)) {
      // the gate sees the head of such a request only together with the first chunk
      RequestGate.letGoOn(context);
    }
    return false;
  }

  private static boolean namesLength(Buffer input) {
    return LENGTH
        .matcher(input.toStringContent(StandardCharsets.ISO_8859_1, 0, input.position()))
        .find();
  }

  @Override
  protected void onHttpHeaderError(HttpHeader head, FilterChainContext context, Throwable thrown)
      throws IOException {
    HttpRequestPacket request = (HttpRequestPacket) head;
    refuse(context, statusOf(request, ((Buffer) context.getMessage()).remaining()));
  }

  @Override
  protected void onHttpContentError(HttpHeader head, FilterChainContext context, Throwable thrown)
      throws IOException {
    head.setContentBroken(true);
    refuse(context, BAD);
  }

  /** The caller completes the context. */
  private void refuse(FilterChainContext context, int status) {
    front.refuse(
        Wire.of(context.getConnection()),
        Rejection.of(status, Violation.FRAMING),
        Optional.empty());
  }

  private static int statusOf(HttpRequestPacket request, int length) {
    int said = request.getResponse().getStatus();
    if (said > BAD) {
      return said;
    }
    if (length < LONGEST_HEAD) {
      return BAD;
    }
    return request.getProtocolDC().isNull() ? ADDRESS_TOO_LONG : HEAD_TOO_LONG;
  }

  @Override
  protected void onInitialLineEncoded(HttpHeader head, FilterChainContext context) {
    super.onInitialLineEncoded(head, context);
    if (!(head instanceof HttpResponsePacket answer)) {
      return;
    }
    HttpRequestPacket request = answer.getRequest();
    if (answer.containsHeader(RECOGNISED)) {
      String by = answer.getHeader(RECOGNISED);
      answer.getHeaders().removeHeader(RECOGNISED);
      front
          .known()
          .learn(RequestCredentials.find(new GrizzlyHead(request), by), request.getRemoteAddress());
    }
    for (Map.Entry<String, String> header : front.answers().common().entrySet()) {
      if (!answer.containsHeader(header.getKey())) {
        answer.setHeader(header.getKey(), header.getValue());
      }
    }
  }

  /**
   * Compresses answers as configured in Payara, but does not decompress requests: a small one may
   * expand to a large one.
   */
  private record AnswersOnly(ContentEncoding encoding) implements ContentEncoding {

    @Override
    public String getName() {
      return encoding.getName();
    }

    @Override
    public String[] getAliases() {
      return encoding.getAliases();
    }

    @Override
    public boolean wantDecode(HttpHeader head) {
      return false;
    }

    @Override
    public boolean wantEncode(HttpHeader head) {
      return encoding.wantEncode(head);
    }

    @Override
    @SuppressWarnings("rawtypes") // raw type as in the interface
    public ParsingResult decode(Connection connection, HttpContent content) {
      return encoding.decode(connection, content);
    }

    @Override
    @SuppressWarnings("rawtypes")
    public HttpContent encode(Connection connection, HttpContent content) {
      return encoding.encode(connection, content);
    }
  }
}
