package io.github.temporalgateway.web;

import java.nio.ByteBuffer;
import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/**
 * Tells a caller whose request is refused before its body has arrived that the connection ends
 * ({@code Connection: close}, RFC 9112 section 9.6). Jetty closes it anyway, but found that out
 * after the head was sent: the next request on that connection then got no answer.
 */
final class UnreadBodies extends Handler.Wrapper {

  @Override
  public boolean handle(Request request, Response response, Callback callback) throws Exception {
    return super.handle(request, new Refusing(request, response), callback);
  }

  private static final class Refusing extends Response.Wrapper {

    Refusing(Request request, Response response) {
      super(request, response);
    }

    @Override
    public void write(boolean last, ByteBuffer content, Callback callback) {
      if (getStatus() >= HttpStatus.BAD_REQUEST_400 && !isCommitted()) {
        getRequest().consumeAvailable();
      }
      super.write(last, content, callback);
    }
  }
}
