package de.lokalwillkommen.server.front;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.glassfish.grizzly.Buffer;
import org.glassfish.grizzly.filterchain.BaseFilter;
import org.glassfish.grizzly.filterchain.FilterChainContext;
import org.glassfish.grizzly.filterchain.FilterChainEvent;
import org.glassfish.grizzly.filterchain.NextAction;
import org.glassfish.grizzly.http.HttpContent;
import org.glassfish.grizzly.http.HttpEvents;
import org.glassfish.grizzly.http.HttpPacket;
import org.glassfish.grizzly.http.HttpRequestPacket;
import org.glassfish.grizzly.http.HttpResponsePacket;
import org.glassfish.grizzly.http.util.Header;
import org.glassfish.grizzly.memory.Buffers;

/**
 * Passes a request to the applications only when it is complete and valid, so that none of their
 * threads waits for a client.
 */
final class RequestGate extends BaseFilter {

  private static final int FOUND = 302;
  private static final int MOVED = 300;
  private static final int NOT_MODIFIED = 304;
  private static final int BAD = 400;
  private static final int NOT_FOUND = 404;
  private static final int TOO_LARGE = 413;
  private static final int UNAVAILABLE = 503;

  /** The beginning of every error page of Payara, and of no page of this product. */
  private static final String PAYARAS_PAGES = "<!DOCTYPE html PUBLIC";

  private static final String OVERVIEW = "/display/";
  private static final byte[] CONTINUE =
      "HTTP/1.1 100 Continue\r\n\r\n".getBytes(StandardCharsets.US_ASCII);

  /** An unmasked close frame with code 1009, message too big (RFC 6455, 7.4.1). */
  private static final byte[] TOO_BIG = {(byte) 0x88, 0x02, 0x03, (byte) 0xF1};

  /** The same with code 1008, policy violation. */
  private static final byte[] TOO_OFTEN = {(byte) 0x88, 0x02, 0x03, (byte) 0xF0};

  /** How long an answer may still count as unsent after the client has received it. */
  private static final long UNFETCHED_NANOS = 1_000_000_000L;

  private final Front front;

  RequestGate(Front front) {
    this.front = front;
  }

  @Override
  public NextAction handleRead(FilterChainContext context) throws IOException {
    if (!HttpPacket.isHttp(context.getMessage())) {
      return context.getInvokeAction();
    }
    HttpContent content = context.getMessage();
    Wire wire = Wire.of(context.getConnection());
    return switch (wire.phase()) {
      case SOCKET -> frames(context, wire, content);
      case BODY -> more(context, wire, content);
      case HEAD -> begin(context, wire, content);
      case REFUSED -> context.getStopAction();
      default -> {
        // dropping it without an answer would let the client wait for ever
        wire.cut();
        yield context.getStopAction();
      }
    };
  }

  private NextAction begin(FilterChainContext context, Wire wire, HttpContent content) {
    HttpRequestPacket request = (HttpRequestPacket) content.getHttpHeader();
    Head head = new GrizzlyHead(request);
    if (!front.isOpenTo(head)) {
      return front.refuse(context, Rejection.of(UNAVAILABLE), Optional.of(head));
    }
    Optional<Rejection> rejection = front.rules().check(head);
    if (rejection.isPresent()) {
      return front.refuse(context, rejection.get(), Optional.of(head));
    }
    RequestArea area = RequestArea.find(head.path()).orElseThrow();
    if (!front.shows(area, wire.address(), head)) {
      return front.refuse(context, Rejection.of(NOT_FOUND), Optional.of(head));
    }
    if (area == RequestArea.ROOT) {
      return front.refuse(context, Rejection.of(FOUND, "Location", OVERVIEW), Optional.of(head));
    }
    if (wire.unsent() > 0 && wire.unsentNanos() > UNFETCHED_NANOS) {
      // sends further requests without having read the answers
      wire.cut();
      return context.getStopAction();
    }
    if (request.isUpgrade()) {
      return upgrade(context, wire, head, content);
    }
    wire.release();
    if (content.isLast()) {
      context.setMessage(Unpooled.of(content));
      return admit(context, wire, head);
    }
    wire.collect(new Body(area.mostBytes()));
    if (!request.isChunked() && mustGoOn(head, content.getContent())) {
      letGoOn(context);
    }
    return more(context, wire, content);
  }

  private NextAction upgrade(
      FilterChainContext context, Wire wire, Head head, HttpContent content) {
    if (content.getContent().hasRemaining()) {
      // a client must not send a frame before the handshake is answered, and Tyrus 2.1.5 would
      // deadlock
      return front.refuse(context, Rejection.of(BAD, Violation.FRAMING), Optional.of(head));
    }
    wire.release();
    wire.follow(new FrameLimit());
    context.setMessage(Unpooled.of(content));
    return inTurn(context, head);
  }

  /** Whether the client waits for permission to send the body, of which nothing has come yet. */
  static boolean mustGoOn(Head head, Buffer content) {
    return head.waitsForContinue() && !content.hasRemaining();
  }

  static void letGoOn(FilterChainContext context) {
    context.write(Buffers.wrap(context.getMemoryManager(), CONTINUE));
  }

  private NextAction more(FilterChainContext context, Wire wire, HttpContent content) {
    HttpRequestPacket request = (HttpRequestPacket) content.getHttpHeader();
    Head head = new GrizzlyHead(request);
    if (HttpContent.isBroken(content)) {
      return context.getStopAction();
    }
    Body body = wire.body().orElseThrow();
    Buffer bytes = content.getContent();
    int length = bytes.remaining();
    if (!body.admits(length)) {
      return front.refuse(context, Rejection.of(TOO_LARGE, Violation.LENGTH), Optional.of(head));
    }
    bytes.get(body.bytesFor(length), body.length() - length, length);
    boolean last = content.isLast();
    content.recycle();
    if (!wire.hold(body.size())) {
      return front.refuse(context, Rejection.of(UNAVAILABLE), Optional.of(head));
    }
    if (!last) {
      return context.getStopAction();
    }
    context.setMessage(
        Unpooled.of(
            request,
            true,
            Buffers.wrap(context.getMemoryManager(), body.bytes(), 0, body.length())));
    return admit(context, wire, head);
  }

  private NextAction admit(FilterChainContext context, Wire wire, Head head) {
    if (!(wire.leave(Wire.Phase.BODY, Wire.Phase.BUSY)
        || wire.leave(Wire.Phase.HEAD, Wire.Phase.BUSY))) {
      // timed out at this moment
      return context.getStopAction();
    }
    return inTurn(context, head);
  }

  private NextAction inTurn(FilterChainContext context, Head head) {
    return front.known().knows(head)
        ? context.getInvokeAction()
        : front.turns().take(context, head);
  }

  private NextAction frames(FilterChainContext context, Wire wire, HttpContent content) {
    FrameLimit limit = wire.frames().orElseThrow();
    Buffer bytes = content.getContent();
    for (int i = bytes.position(); i < bytes.limit(); i++) {
      if (!limit.admits(bytes.get(i))) {
        wire.enter(Wire.Phase.REFUSED);
        boolean often = limit.isTooOften();
        front.note(often ? Violation.FRAMES : Violation.LENGTH, wire.address());
        context.write(
            Buffers.wrap(context.getMemoryManager(), often ? TOO_OFTEN : TOO_BIG),
            wire.lastWords());
        NextAction deaf = context.getSuspendAction();
        context.completeAndRecycle();
        return deaf;
      }
    }
    return context.getInvokeAction();
  }

  @Override
  public NextAction handleEvent(FilterChainContext context, FilterChainEvent event)
      throws IOException {
    if (event.type() == HttpEvents.ResponseCompleteEvent.TYPE) {
      Wire wire = Wire.of(context.getConnection());
      wire.release();
      wire.leave(Wire.Phase.BUSY, Wire.Phase.IDLE);
    }
    return context.getInvokeAction();
  }

  /**
   * Replaces the body of an error by the server's own page if it has none or Payara's, and removes
   * the page that Payara adds to a redirect. Drops what an application sends to a WebSocket that
   * has been refused: nothing may follow a close frame.
   */
  @Override
  public NextAction handleWrite(FilterChainContext context) throws IOException {
    if (Wire.of(context.getConnection()).isRefusedSocket()) {
      context.setMessage(Buffers.EMPTY_BUFFER);
      return context.getInvokeAction();
    }
    if (context.getMessage() instanceof HttpContent content
        && content.getHttpHeader() instanceof HttpResponsePacket answer
        && !answer.isCommitted()
        && content.isLast()) {
      int status = answer.getStatus();
      if (status >= BAD && isWithoutOwnPage(content.getContent())) {
        fill(context, answer);
      } else if (status >= MOVED && status < BAD && status != NOT_MODIFIED) {
        answer.getHeaders().removeHeader(Header.ContentType);
        answer.setContentLength(0);
        context.setMessage(Unpooled.of(answer, true, Buffers.EMPTY_BUFFER));
      }
    }
    if (context.getMessage() instanceof HttpContent content
        && content.getClass() == HttpContent.class) {
      context.setMessage(Unpooled.of(content));
    }
    return context.getInvokeAction();
  }

  private static boolean isWithoutOwnPage(Buffer page) {
    return !page.hasRemaining()
        || page.remaining() > PAYARAS_PAGES.length()
            && page.toStringContent(
                    StandardCharsets.ISO_8859_1,
                    page.position(),
                    page.position() + PAYARAS_PAGES.length())
                .equals(PAYARAS_PAGES);
  }

  private void fill(FilterChainContext context, HttpResponsePacket answer) {
    Answers.Answer own =
        front
            .answers()
            .to(
                Rejection.of(answer.getStatus()),
                Optional.of(new GrizzlyHead(answer.getRequest())));
    own.headers().forEach(answer::setHeader);
    answer.setContentType(own.headers().get("Content-Type"));
    answer.setContentLength(own.body().length);
    boolean wanted = !answer.getRequest().isHeadRequest();
    context.setMessage(
        Unpooled.of(
            answer,
            true,
            wanted ? Buffers.wrap(context.getMemoryManager(), own.body()) : Buffers.EMPTY_BUFFER));
  }
}
