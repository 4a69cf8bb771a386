package downhill.program;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.abort;

import downhill.descent.OptimizerKind;
import downhill.descent.Setting;
import downhill.descent.Step;
import downhill.run.Runs;
import downhill.run.ShortForm;
import downhill.run.Spec;
import downhill.run.SpecJson;
import downhill.run.SpecReader;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;

/** Runs the programs, and holds what they print to the runs that they were written from. */
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.NONE)
class ProgramRunsTests {

  private static final Logger LOG = LoggerFactory.getLogger(ProgramRunsTests.class);

  private static final String SCHEDULES =
      """
      step&schedule.every=7&schedule.factor=0.8
      exponential&schedule.factor=0.98
      inverse-time&schedule.decay=0.05
      polynomial&schedule.over=50&schedule.power=1.5
      cosine&schedule.over=40&schedule.floor=0.001
      warm-restarts&schedule.period=9
      warm-restarts&schedule.period=9&schedule.multiplier=1.5&schedule.floor=0.002
      warm-up&schedule.over=20&schedule.from=0.1
      one-cycle&schedule.over=50
      one-cycle&schedule.over=30&schedule.warm=0&schedule.divide=10
      one-cycle&schedule.over=30&schedule.warm=1&schedule.finalDivide=100
      """;

  /** Of every kind of ground, of every function, to every end. */
  private static final String WAYS =
      """
      curve=bumpy&optimizer=sgd&learningRate=0.05
      curve=cliff&optimizer=momentum&learningRate=0.02&start=-3
      curve=narrow-beside-wide&optimizer=adam&learningRate=0.1
      curve=valley&optimizer=sgd&learningRate=0.1&tolerance=0.01
      curve=valley&optimizer=sgd&learningRate=0.1&tolerance=0&steps=40
      curve=steep-valley&optimizer=sgd&learningRate=0.6
      curve=flat-bottomed&optimizer=sgd&learningRate=3
      surface=rosenbrock&optimizer=sgd&learningRate=0.01
      surface=himmelblau&optimizer=rmsprop&learningRate=0.05&noise=0.3&seed=9007199254740991
      surface=bowl&optimizer=sgd&learningRate=0.1&noise=2&seed=0&tolerance=0.5
      curve=bumpy&optimizer=adam&learningRate=0.05&noise=0.5&seed=42
      formula=ln(w)&start=1&optimizer=sgd&learningRate=2
      formula=3%2B4&optimizer=adam&learningRate=0.1&tolerance=0&steps=5
      formula=3%2B4&optimizer=sgd&learningRate=0.1
      formula=y^2&start=1,2&optimizer=adam&learningRate=0.1
      formula=−w^2&optimizer=sgd&learningRate=0.1
      formula=2×π·w^2÷7&start=1.5&optimizer=sgd&learningRate=0.1
      formula=sin(w)%2Bcos(w)*tan(w/4)%2Basin(w/4)%2Bacos(w/5)%2Batan(3*w)&start=0.7&optimizer=adam&learningRate=0.01
      formula=sinh(w)-cosh(w/2)%2Btanh(2*w)%2Bexp(-w^2/2)&start=0.6&optimizer=momentum&learningRate=0.01&steps=60
      formula=ln(w^2%2B1)%2Blog2(w%2B9)%2Blog10(9-w)%2Bsqrt(w^2%2B0.5)%2Bcbrt(w)&start=2&optimizer=sgd&learningRate=0.05&steps=40
      formula=abs(w-1)%2Bmin(w,w^2)%2Bmax(sin(w),0.1)%2Bsign(w)*w^3&start=2.2&optimizer=sgd&learningRate=0.01&steps=60
      formula=pow(w,4)-w^5/20%2Bw^-2%2B2^w%2B(w^2)^w&start=0.9&optimizer=adam&learningRate=0.01
      formula=1/2*w^2%2Babs(3)/2*w%2Bsqrt(2)*w%2B--w&start=2&optimizer=sgd&learningRate=0.1
      formula=max(x,y)-min(x,y)%2Bx^2*y^2%2Bmax(0,x)&start=1,2&optimizer=sgd&learningRate=0.03
      formula=max(w,1)&start=1&optimizer=sgd&learningRate=0.25&steps=3
      formula=min(w^2,1/0)&start=1&optimizer=sgd&learningRate=0.25&steps=3
      formula=tanh(w)&start=0.1&optimizer=sgd&learningRate=1000
      data=lemonade&optimizer=sgd&learningRate=0.0003
      data=lemonade&scale=true&optimizer=adam&learningRate=1&batch=8&seed=3
      data=lemonade&scale=true&optimizer=momentum&learningRate=0.01&batch=1&noise=0.5
      data=lemonade&scale=true&optimizer=sgd&learningRate=0.05&batch=60
      points=1,2;3,5;4,4;6,1e3;-2,0.5&optimizer=lion&learningRate=0.1&batch=2&schedule=cosine&schedule.over=100
      """;

  private static final String HEIGHTS =
      "{'objective':{'heights':[3,1,0.5,2,1.5,0.2,0.7,2.5,4],'domain':[-2,3]},%s"
          + "'optimizer':{'name':'%s','learningRate':%s},'steps':90}";

  @Autowired Runs runs;
  @Autowired ShortForm shortForm;
  @Autowired SpecReader reader;
  @Autowired Programs programs;
  @TempDir Path folder;

  private List<Spec> specs() {
    List<Spec> specs = new ArrayList<>();
    WAYS.lines().map(this::spec).forEach(specs::add);
    SCHEDULES
        .lines()
        .map(each -> spec("curve=bumpy&optimizer=nesterov&learningRate=0.03&schedule=" + each))
        .forEach(specs::add);
    for (OptimizerKind kind : OptimizerKind.values()) {
      String rule = "&steps=80&optimizer=" + kind.key() + "&learningRate=0.01";
      specs.add(spec("curve=double-well" + rule));
      specs.add(spec("surface=beale&noise=0.1" + rule));
      specs.add(spec("surface=two-wells&schedule=one-cycle&schedule.over=100" + rule));
      specs.add(json(changing(kind, "'constant'")));
      specs.add(json(changing(kind, "'exponential','factor':0.99")));
    }
    specs.add(json(HEIGHTS.formatted("'start':[2.4],", "momentum", "0.03")));
    specs.add(json(HEIGHTS.formatted("'start':[-2.5],", "sgd", "0.02")));
    specs.add(json(HEIGHTS.formatted("'start':[3],", "adam", "0.9")));
    String steep = HEIGHTS.formatted("'start':[0.1],", "adam", "0.1");
    specs.add(json(steep.replace("[3,1,", "[3e200,1,")));
    specs.add(json(resting("momentum")));
    specs.add(json(resting("nesterov")));
    return specs;
  }

  /** Every setting of an optimizer changes on the way, and its rate, some of it twice. */
  private static String changing(OptimizerKind kind, String schedule) {
    String settings =
        kind.settings().stream()
            .map(setting -> ",'" + setting.name() + "':" + other(setting))
            .collect(Collectors.joining());
    return "{'objective':{'surface':'bowl'},'optimizer':{'name':'"
        + kind.key()
        + "','learningRate':0.05},'schedule':{'name':"
        + schedule
        + "},'steps':70,'changes':[{'at':0,'learningRate':0.02},{'at':40,'learningRate':0.01},"
        + "{'at':40,'learningRate':0.03},{'at':900,'learningRate':9},{'at':20"
        + (settings.isEmpty() ? ",'learningRate':0.04" : settings)
        + "}]}";
  }

  private static double other(Setting setting) {
    double usual = setting.defaultValue();
    return setting.range().contains(usual * 1.01) ? usual * 1.01 : usual * 0.99;
  }

  /** Without momentum first, then with, without again, and with what was left of it. */
  private static String resting(String kind) {
    return "{'objective':{'curve':'valley'},'optimizer':{'name':'"
        + kind
        + "','learningRate':0.05,'momentum':0},'steps':50,'changes':[{'at':10,'momentum':0.9},"
        + "{'at':20,'momentum':0},{'at':30,'momentum':0.5,'learningRate':0.02}]}";
  }

  @ParameterizedTest
  @EnumSource(Language.class)
  void givesTheRunsNumbers(Language language) throws Exception {
    List<Spec> specs = specs();
    List<String> texts = specs.stream().map(spec -> programs.write(spec, language)).toList();
    List<String> printed = printed(language, texts);
    List<String> wrong = new ArrayList<>();
    for (int i = 0; i < specs.size(); i++) {
      // Without a formula, Java does just what the engine does.
      boolean exactly = language == Language.JAVA && specs.get(i).ground().formula().isEmpty();
      String flaw = flaw(specs.get(i), printed.get(i), exactly ? 0 : 1e-9);
      if (!flaw.isEmpty()) {
        wrong.add(shortForm.write(specs.get(i)) + ": " + flaw + "\n" + texts.get(i));
      }
    }
    assertThat(wrong.size()).as(wrong.stream().limit(3).toList().toString()).isZero();
  }

  @ParameterizedTest
  @EnumSource(Language.class)
  void isPlainTextWithNothingLeftToFillIn(Language language) {
    for (Spec spec : specs()) {
      assertThat(programs.write(spec, language))
          .matches("(?s)[ -~\\n]*[^\\n]\\n")
          .doesNotContain("${", "#>", " \n", "\n\n\n\n");
    }
  }

  @Test
  void runsByTheWordsAtItsHead() throws Exception {
    Spec spec = spec("surface=himmelblau&optimizer=adam&learningRate=0.1&noise=0.3&steps=50");
    String program = programs.write(spec, Language.JAVA);
    assertThat(program).contains("java Downhill.java");
    String printed = Machine.javaFile(program, folder);
    assertThat(flaw(spec, printed, 1e-9)).isEmpty();
  }

  private List<String> printed(Language language, List<String> texts) throws Exception {
    if (language == Language.JAVA) {
      return Machine.java(texts, folder);
    }
    String library = language == Language.NUMPY ? "numpy" : "torch";
    Optional<String> python = Machine.pythonWith(library);
    if (python.isEmpty()) {
      String words = "NOT RUN: the programs for %1$s need a python3 with it (Debian: python3-%1$s)";
      LOG.warn(words.formatted(library));
      abort(words.formatted(library));
    }
    return Machine.python(python.orElseThrow(), texts, folder);
  }

  /** What is wrong with what a program printed; empty where nothing is. */
  private String flaw(Spec spec, String printed, double slack) {
    List<Step> steps = runs.complete(spec).steps();
    List<String> lines = printed.lines().toList();
    for (int k = 0; k < Math.min(steps.size(), lines.size()); k++) {
      double[] expected = row(steps.get(k));
      double[] found =
          Arrays.stream(lines.get(k).split(" ")).mapToDouble(Double::parseDouble).toArray();
      boolean near = found.length == expected.length;
      for (int i = 0; near && i < found.length; i++) {
        double size = Math.max(1e-3, Math.abs(expected[i]));
        near = Math.abs(found[i] - expected[i]) <= slack * size;
      }
      if (!near) {
        return "printed " + lines.get(k) + " for " + Arrays.toString(expected);
      }
    }
    return steps.size() == lines.size()
        ? ""
        : lines.size() + " lines for " + steps.size() + " steps";
  }

  private static double[] row(Step step) {
    double[] row = new double[step.w().length + 2];
    row[0] = step.k();
    System.arraycopy(step.w(), 0, row, 1, row.length - 2);
    row[row.length - 1] = step.loss();
    return row;
  }

  private Spec spec(String query) {
    Map<String, String> members = new HashMap<>();
    for (String member : query.split("&")) {
      String[] parts = member.split("=", 2);
      members.put(parts[0], URLDecoder.decode(parts[1], StandardCharsets.UTF_8));
    }
    return shortForm.read(members);
  }

  private Spec json(String text) {
    return reader.read(SpecJson.mapper().readTree(text.replace('\'', '"')), "");
  }
}
