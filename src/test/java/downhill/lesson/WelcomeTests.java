package downhill.lesson;

import static org.assertj.core.api.Assertions.assertThat;

import downhill.DownhillApplication;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.ConfigurableApplicationContext;

/** The line that whoever starts the service reads. */
@ExtendWith(OutputCaptureExtension.class)
class WelcomeTests {

  @Test
  void saysWhereItAnswersAndHowMuchItGives(CapturedOutput output) {
    try (ConfigurableApplicationContext started =
        SpringApplication.run(
            DownhillApplication.class,
            "--server.port=0",
            "--server.address=127.0.0.1",
            "--downhill.limits.connections=1234",
            "--downhill.limits.connections-per-address=567",
            "--downhill.limits.work-in-flight=89")) {
      String port = started.getEnvironment().getProperty("local.server.port");
      assertThat(output.getOut().lines())
          .filteredOn(line -> line.contains("answers at"))
          .singleElement()
          .asString()
          .matches(
              ".* INFO .* Downhill( \\S+)? answers at http://127\\.0\\.0\\.1:"
                  + port
                  + "/ with at most 1234 connections, 567 from one address, and 89 pieces of heavy"
                  + " work at a time\\.");
    }
  }
}
