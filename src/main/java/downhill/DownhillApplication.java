package downhill;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;

/** The service: pages to look at, and the descents that they play. */
@SpringBootApplication
@ConfigurationPropertiesScan
public class DownhillApplication {

  /**
   * Starts the service.
   *
   * @param args options as Spring Boot reads them, such as {@code --server.port=8081}
   */
  public static void main(String[] args) {
    SpringApplication.run(DownhillApplication.class, args);
  }
}
