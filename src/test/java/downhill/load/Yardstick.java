package downhill.load;

import io.netty.bootstrap.ServerBootstrap;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.EventLoop;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.SimpleChannelInboundHandler;
import io.netty.channel.nio.NioIoHandler;
import io.netty.channel.socket.SocketChannel;
import io.netty.channel.socket.nio.NioServerSocketChannel;
import io.netty.handler.codec.http.HttpObjectAggregator;
import io.netty.handler.codec.http.HttpServerCodec;
import io.netty.handler.codec.http.websocketx.TextWebSocketFrame;
import io.netty.handler.codec.http.websocketx.WebSocketServerProtocolHandler;
import java.io.IOException;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;

/**
 * What a server of frames costs that does nothing else: bare Netty, which pushes to each connection
 * one frame of one step, written beforehand, at a page's rate, from its first message to its
 * second.
 */
final class Yardstick {

  private static final long PERIOD = TimeUnit.SECONDS.toNanos(1) / Scene.RATE;

  private final List<ByteBuf> frames;
  private final Map<EventLoop, List<ChannelHandlerContext>> loops = new ConcurrentHashMap<>();

  private Yardstick(List<ByteBuf> frames) {
    this.frames = frames;
  }

  /** Serves on the port of the first argument the steps in the file of the second. */
  public static void main(String[] args) throws IOException, InterruptedException {
    List<ByteBuf> frames =
        Files.readAllLines(Path.of(args[1])).stream()
            .map(step -> "{\"type\":\"steps\",\"run\":\"ball.1\",\"steps\":[%s]}".formatted(step))
            .map(text -> Unpooled.directBuffer().writeBytes(text.getBytes(StandardCharsets.UTF_8)))
            .map(Unpooled::unreleasableBuffer)
            .toList();
    new Yardstick(frames).serve(Integer.parseInt(args[0]));
  }

  private void serve(int port) throws InterruptedException {
    new ServerBootstrap()
        .group(new MultiThreadIoEventLoopGroup(NioIoHandler.newFactory()))
        .channel(NioServerSocketChannel.class)
        .childHandler(
            new ChannelInitializer<SocketChannel>() {
              @Override
              protected void initChannel(SocketChannel channel) {
                channel
                    .pipeline()
                    .addLast(new HttpServerCodec(), new HttpObjectAggregator(65_536))
                    .addLast(new WebSocketServerProtocolHandler("/ws/runs"))
                    .addLast(new Pushing());
              }
            })
        .bind(InetAddress.getLoopbackAddress(), port)
        .sync()
        .channel()
        .closeFuture()
        .sync();
  }

  /** Writes to all connections of one loop in turn: cheaper than a timer for each. */
  private void push(List<ChannelHandlerContext> open) {
    int turn = (int) (System.nanoTime() / PERIOD & 0xffff);
    for (ChannelHandlerContext each : open) {
      each.writeAndFlush(new TextWebSocketFrame(frames.get(turn % frames.size()).duplicate()));
    }
  }

  private List<ChannelHandlerContext> begin(EventLoop loop) {
    List<ChannelHandlerContext> open = new ArrayList<>();
    loop.scheduleAtFixedRate(() -> push(open), PERIOD, PERIOD, TimeUnit.NANOSECONDS);
    return open;
  }

  private final class Pushing extends SimpleChannelInboundHandler<TextWebSocketFrame> {

    private boolean on;

    @Override
    protected void channelRead0(ChannelHandlerContext context, TextWebSocketFrame frame) {
      on = !on;
      if (on) {
        loops.computeIfAbsent(context.channel().eventLoop(), Yardstick.this::begin).add(context);
      } else {
        channelInactive(context);
      }
    }

    /** Pages that vanish are none of its business. */
    @Override
    public void exceptionCaught(ChannelHandlerContext context, Throwable cause) {
      context.close();
    }

    @Override
    public void channelInactive(ChannelHandlerContext context) {
      List<ChannelHandlerContext> open = loops.get(context.channel().eventLoop());
      if (open != null) {
        open.remove(context);
      }
    }
  }
}
