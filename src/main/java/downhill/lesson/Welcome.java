package downhill.lesson;

import downhill.run.Limits;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.boot.info.BuildProperties;
import org.springframework.context.event.EventListener;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/** Says in the log, once the service answers, which it is, where to look and how much it gives. */
@Component
class Welcome {

  private static final Logger LOG = LoggerFactory.getLogger(Welcome.class);

  private final Environment environment;
  private final Limits limits;
  private final @Nullable BuildProperties build;

  Welcome(Environment environment, Limits limits, ObjectProvider<BuildProperties> build) {
    this.environment = environment;
    this.limits = limits;
    this.build = build.getIfAvailable();
  }

  @EventListener(ApplicationReadyEvent.class)
  void sayWhereToLook() {
    String port = environment.getProperty("local.server.port");
    if (port != null) {
      LOG.info(
          "Downhill{} answers at http://{}:{}/ with at most {} connections, {} from one address, and"
              + " {} pieces of heavy work at a time.",
          build == null ? "" : " " + build.getVersion(),
          environment.getProperty("server.address", "localhost"),
          port,
          limits.connections(),
          limits.connectionsPerAddress(),
          limits.workInFlight());
    }
  }
}
