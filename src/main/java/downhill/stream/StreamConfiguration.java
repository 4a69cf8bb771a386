package downhill.stream;

import org.springframework.boot.web.server.context.WebServerGracefulShutdownLifecycle;
import org.springframework.context.SmartLifecycle;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.socket.config.annotation.EnableWebSocket;
import org.springframework.web.socket.config.annotation.WebSocketConfigurer;
import org.springframework.web.socket.config.annotation.WebSocketHandlerRegistry;

/** Puts the socket at its address. */
@Configuration(proxyBeanMethods = false)
@EnableWebSocket
class StreamConfiguration implements WebSocketConfigurer {

  private final RunSocket socket;
  private final Gate gate;

  StreamConfiguration(RunSocket socket, Gate gate) {
    this.socket = socket;
    this.gate = gate;
  }

  /** Anybody's page may connect: there is no cookie and no account that it could abuse. */
  @Override
  public void registerWebSocketHandlers(WebSocketHandlerRegistry registry) {
    registry
        .addHandler(gate.counting(socket), "/ws/runs")
        .addInterceptors(gate)
        .setAllowedOriginPatterns("*");
  }

  /** Closes the sockets before the web server stops, which alone would send no goodbye. */
  @Bean
  SmartLifecycle goodbye() {
    return new SmartLifecycle() {
      private volatile boolean running;

      @Override
      public void start() {
        running = true;
        gate.open();
      }

      @Override
      public void stop() {
        running = false;
        gate.close();
        socket.closeAll();
      }

      @Override
      public boolean isRunning() {
        return running;
      }

      @Override
      public int getPhase() {
        return WebServerGracefulShutdownLifecycle.SMART_LIFECYCLE_PHASE + 1;
      }
    };
  }
}
