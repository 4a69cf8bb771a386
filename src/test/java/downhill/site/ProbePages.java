package downhill.site;

import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** A page with nothing on it but its scripts, and one that fails. */
@TestConfiguration
@Controller
class ProbePages {

  @GetMapping("/probe")
  String probe() {
    return "probe";
  }

  @GetMapping("/trouble")
  String trouble(@RequestParam int with) {
    throw new IllegalStateException("a secret of ours: " + with);
  }
}
