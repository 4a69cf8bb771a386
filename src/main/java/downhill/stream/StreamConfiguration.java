package downhill.stream;

import downhill.run.Limits;
import java.util.Map;
import org.apache.coyote.AbstractProtocol;
import org.springframework.boot.tomcat.ConfigurableTomcatWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.boot.web.server.context.WebServerGracefulShutdownLifecycle;
import org.springframework.context.SmartLifecycle;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.web.servlet.handler.SimpleUrlHandlerMapping;

/** Puts the socket at its address, and makes Tomcat hold many of them. */
@Configuration(proxyBeanMethods = false)
class StreamConfiguration {

  private static final String READ_BUFFER = "1024";
  private static final String WRITE_BUFFER = "4096";

  /** What is being answered has had its time by then; Tomcat would wait 5 seconds more. */
  private static final String LAST_WAIT_MS = "200";

  /** Connections that load pages while all others are open. */
  private static final int BESIDE = 1000;

  @Bean
  SimpleUrlHandlerMapping runSocket(Handshake handshake) {
    return new SimpleUrlHandlerMapping(Map.of("/ws/runs", handshake), Ordered.HIGHEST_PRECEDENCE);
  }

  /**
   * How Tomcat holds them and how it ends. Each socket keeps two buffers for as long as it is open,
   * of 8 KiB where nobody says less. Past the connections that Tomcat takes, people would hang; so
   * it takes more than the gate does.
   */
  @Bean
  WebServerFactoryCustomizer<ConfigurableTomcatWebServerFactory> manySockets(Limits limits) {
    return factory ->
        factory.addConnectorCustomizers(
            connector -> {
              connector.setProperty("socket.appReadBufSize", READ_BUFFER);
              connector.setProperty("socket.appWriteBufSize", WRITE_BUFFER);
              connector.setProperty("executorTerminationTimeoutMillis", LAST_WAIT_MS);
              if (connector.getProtocolHandler() instanceof AbstractProtocol<?> protocol) {
                int least = limits.connections() + BESIDE;
                protocol.setMaxConnections(Math.max(least, protocol.getMaxConnections()));
              }
            });
  }

  /** Closes the sockets before the web server stops, which alone would send no goodbye. */
  @Bean
  SmartLifecycle goodbye(Gate gate, Switchboard switchboard) {
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
        switchboard.closeAll();
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
