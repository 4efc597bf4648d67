package io.github.temporalgateway.web;

import io.github.temporalgateway.kernel.CallerWatch;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.concurrent.CancellationException;
import java.util.concurrent.locks.ReentrantLock;
import org.eclipse.jetty.io.AbstractEndPoint;
import org.eclipse.jetty.io.Connection;
import org.eclipse.jetty.util.BufferUtil;
import org.eclipse.jetty.util.Callback;

/**
 * One watch of one HTTP/1 connection. Jetty reads nothing from a connection while it waits for an
 * answer, so this asks in its stead to be told when there is something to read, and reads it: an
 * end means that the caller is gone, a byte is the caller's next request and goes to Jetty.
 *
 * <p>The lock makes reading and {@link #close()} exclude one another, because once the watch is
 * closed Jetty itself reads from the connection.
 */
class ConnectionWatch implements CallerWatch.Registration, Callback {

  private final ReentrantLock lock = new ReentrantLock();
  private final AbstractEndPoint endPoint;
  private final Connection.UpgradeTo connection;
  private final Runnable whenGone;
  private boolean over;

  ConnectionWatch(AbstractEndPoint endPoint, Connection.UpgradeTo connection, Runnable whenGone) {
    this.endPoint = endPoint;
    this.connection = connection;
    this.whenGone = whenGone;
  }

  void start() {
    lock.lock();
    try {
      listen();
    } finally {
      lock.unlock();
    }
  }

  @Override
  public void close() {
    lock.lock();
    try {
      if (!over) {
        over = true;
        endPoint.getFillInterest().onFail(new EndOfWatch());
      }
    } finally {
      lock.unlock();
    }
  }

  /** Called by Jetty when the connection has something to read. */
  @Override
  public void succeeded() {
    lock.lock();
    try {
      if (!over) {
        read();
      }
    } finally {
      lock.unlock();
    }
  }

  /** Called by Jetty when the connection was closed, and through {@link #close()}. */
  @Override
  public void failed(Throwable cause) {
    lock.lock();
    try {
      gone();
    } finally {
      lock.unlock();
    }
  }

  /** Runs on Jetty's selecting thread, so that callers are noticed when no other thread is free. */
  @Override
  public InvocationType getInvocationType() {
    return InvocationType.NON_BLOCKING;
  }

  private void read() {
    // One byte tells enough, and always fits into Jetty's own buffer.
    ByteBuffer early = BufferUtil.allocate(1);
    try {
      int filled = endPoint.fill(early);
      if (filled < 0) {
        gone();
      } else if (filled == 0) {
        listen();
      } else {
        over = true;
        connection.onUpgradeTo(early);
      }
    } catch (IOException _) {
      gone();
    }
  }

  private void listen() {
    if (!endPoint.tryFillInterested(this)) {
      over = true;
    }
  }

  private void gone() {
    if (!over) {
      over = true;
      whenGone.run();
    }
  }

  /** Nobody reads where it came from, and each wait makes one. */
  private static final class EndOfWatch extends CancellationException {

    private EndOfWatch() {
      super("The wait has ended.");
    }

    @Override
    public Throwable fillInStackTrace() {
      return this;
    }
  }
}
