package downhill.api;

import downhill.run.BatchLists;
import downhill.run.Catalogue;
import downhill.run.Completed;
import downhill.run.Landscapes;
import downhill.run.Runs;
import downhill.run.ShortForm;
import downhill.run.SpecJson;
import downhill.run.SpecReader;
import downhill.run.SweepForm;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;
import tools.jackson.core.JsonGenerator;

/**
 * Whole runs, pictures and the catalogue. Anybody's page may ask: there is nothing here that is not
 * for all.
 */
@RestController
@RequestMapping("/api")
class RunController {

  private static final MediaType CSV = new MediaType("text", "csv", StandardCharsets.UTF_8);

  private final Runs runs;
  private final SpecReader reader;
  private final ShortForm shortForm;
  private final Landscapes landscapes;
  private final BatchLists batches;
  private final SweepForm sweeps;
  private final Catalogue catalogue;
  private final Asked asked;

  RunController(
      Runs runs,
      SpecReader reader,
      ShortForm shortForm,
      Landscapes landscapes,
      BatchLists batches,
      SweepForm sweeps,
      Catalogue catalogue,
      Asked asked) {
    this.runs = runs;
    this.reader = reader;
    this.shortForm = shortForm;
    this.landscapes = landscapes;
    this.batches = batches;
    this.sweeps = sweeps;
    this.catalogue = catalogue;
    this.asked = asked;
  }

  @PostMapping("/runs")
  ResponseEntity<String> play(
      InputStream body,
      @RequestHeader(name = HttpHeaders.ACCEPT, defaultValue = MediaType.ALL_VALUE) String accept)
      throws IOException {
    Completed run = runs.complete(reader.read(asked.json(body), ""));
    return Asked.prefersCsv(accept)
        ? Answers.once(CSV).body(RunCsv.text(run))
        : Answers.once(MediaType.APPLICATION_JSON).body(json(run));
  }

  @GetMapping("/runs")
  ResponseEntity<String> play(
      @RequestParam MultiValueMap<String, String> query,
      @RequestHeader(name = HttpHeaders.ACCEPT, defaultValue = MediaType.ALL_VALUE) String accept) {
    Completed run = runs.complete(shortForm.read(asked.single(query)));
    return Asked.prefersCsv(accept)
        ? Answers.forEver(CSV, RunCsv.text(run))
        : Answers.forEver(MediaType.APPLICATION_JSON, json(run));
  }

  /**
   * The same as a file, for a link, which cannot say what it accepts. With several learning rates,
   * rules or settings, as a sim has them, it holds a run for each.
   */
  @GetMapping("/runs.csv")
  ResponseEntity<String> download(@RequestParam MultiValueMap<String, String> query) {
    Map<String, String> members = asked.single(query);
    ResponseEntity.BodyBuilder file =
        Answers.keptForEver(CSV)
            .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"downhill-run.csv\"");
    List<Map<String, String>> each = asked.runs(members);
    if (each.size() == 1) {
      return file.body(RunCsv.text(runs.complete(shortForm.read(members))));
    }
    return file.body(
        RunCsv.text(each.stream().map(own -> runs.complete(shortForm.read(own))).toList()));
  }

  @GetMapping("/landscape")
  ResponseEntity<String> landscape(@RequestParam MultiValueMap<String, String> query) {
    return Answers.forEver(
        MediaType.APPLICATION_JSON,
        SpecJson.text(json -> landscapes.write(json, asked.single(query))));
  }

  /** Which rows each update looks at. */
  @GetMapping("/batches")
  ResponseEntity<String> batches(@RequestParam MultiValueMap<String, String> query) {
    return Answers.forEver(
        MediaType.APPLICATION_JSON,
        SpecJson.text(json -> batches.write(json, asked.single(query))));
  }

  /** Many runs at once, each told by its end. */
  @GetMapping("/sweep")
  ResponseEntity<String> sweep(@RequestParam MultiValueMap<String, String> query) {
    return Answers.forEver(
        MediaType.APPLICATION_JSON, SpecJson.text(json -> sweeps.write(json, asked.single(query))));
  }

  /** The same as a file, for a link. */
  @GetMapping("/sweep.csv")
  ResponseEntity<String> downloadSweep(@RequestParam MultiValueMap<String, String> query) {
    return Answers.keptForEver(CSV)
        .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"downhill-sweep.csv\"")
        .body(SweepCsv.text(sweeps.play(asked.single(query))));
  }

  @GetMapping("/catalogue")
  ResponseEntity<String> catalogue() {
    Consumer<JsonGenerator> body = catalogue::write;
    String text = SpecJson.text(body);
    return Answers.forAnHour(MediaType.APPLICATION_JSON, text).body(text);
  }

  /** Told as a problem too, and not as a page. */
  @GetMapping("/**")
  ResponseEntity<String> unknown() {
    throw new ResponseStatusException(HttpStatus.NOT_FOUND);
  }

  /** What may only be asked for may not be changed. */
  @RequestMapping(
      path = "/**",
      method = {RequestMethod.POST, RequestMethod.PUT, RequestMethod.DELETE, RequestMethod.PATCH})
  ResponseEntity<String> unchangeable() {
    throw new ResponseStatusException(HttpStatus.METHOD_NOT_ALLOWED);
  }

  private static String json(Completed run) {
    return SpecJson.text(
        json -> {
          json.writeStartObject();
          json.writeName("spec");
          SpecJson.write(json, run.spec());
          json.writeArrayPropertyStart("steps");
          run.steps().forEach(step -> SpecJson.write(json, run.spec(), step));
          json.writeEndArray();
          json.writeStringProperty("verdict", run.ending().verdict().key());
          json.writeStringProperty("message", run.ending().message());
          json.writeEndObject();
        });
  }
}
