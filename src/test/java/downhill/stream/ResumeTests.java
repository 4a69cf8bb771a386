package downhill.stream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import downhill.fault.Fault;
import downhill.fault.Line;
import downhill.fault.PlayedRun;
import downhill.fault.SteadyPage;
import downhill.fault.WholeRun;
import downhill.run.FirstProgram;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Whatever befalls their lines, pages have the run that {@code /api/runs} has, bit for bit. */
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
class ResumeTests {

  private static final int FEW_MS = 20;

  /** Rules with memories, chance, batches, rates that change, a surface, and a training. */
  private static final List<String> SPECS =
      List.of(
          "{'objective':{'curve':'bumpy'},'start':[3.5],'noise':0.2,'seed':9,'tolerance':0,"
              + "'optimizer':{'name':'momentum','learningRate':0.002},'steps':400}",
          "{'objective':{'curve':'bumpy'},'start':[3.5],'noise':0.4,'seed':11,'tolerance':0,"
              + "'optimizer':{'name':'adam','learningRate':0.01},'steps':400}",
          "{'objective':{'surface':'rosenbrock'},'tolerance':0,'steps':400,"
              + "'optimizer':{'name':'nadam','learningRate':0.02},"
              + "'changes':[{'at':100,'learningRate':0.005},{'at':250,'beta1':0.5}]}",
          "{'objective':{'surface':'himmelblau'},'tolerance':0,'steps':400,"
              + "'optimizer':{'name':'rprop','learningRate':0.01},'noise':0.1,'seed':3}",
          "{'objective':{'data':'lemonade','model':'line','scale':true},'batch':7,'seed':5,"
              + "'optimizer':{'name':'adadelta','learningRate':1},'tolerance':0,'steps':400}",
          "{'objective':{'points':[[1,2],[3,5],[4,4],[6,1]],'model':'line'},'batch':3,'seed':8,"
              + "'optimizer':{'name':'amsgrad','learningRate':0.05},'tolerance':0,'steps':400,"
              + "'schedule':{'name':'warm-restarts','period':30}}",
          FirstProgram.spec(FirstProgram.trained("rounds: 120, speed: 0.1"), "", ""));

  @LocalServerPort int port;

  @Test
  void haveTheStepsOfTheWholeRunWhateverBefallsTheirLines() throws Exception {
    Set<Fault.Kind> seen = EnumSet.noneOf(Fault.Kind.class);
    List<Line> lines = SPECS.stream().map(spec -> new Line(port)).toList();
    List<SteadyPage> pages = new ArrayList<>();
    for (int i = 0; i < SPECS.size(); i++) {
      Line line = lines.get(i);
      SplittableRandom chance = new SplittableRandom(i);
      line.expect(() -> faults(chance, seen));
      pages.add(new SteadyPage(line.port(), SteadyPage.Manner.HASTY, chance.split(), SPECS.get(i)));
    }
    playToTheEnd(pages);
    for (int i = 0; i < SPECS.size(); i++) {
      PlayedRun run = pages.get(i).run();
      assertThat(run.differences(WholeRun.of(port, run.spec()))).as(SPECS.get(i)).isEmpty();
      assertThat(run.steps()).hasSizeGreaterThan(100);
      assertThat(pages.get(i).resumes()).as(SPECS.get(i)).isPositive();
    }
    assertThat(seen).containsExactlyInAnyOrder(Fault.Kind.values());
    pages.forEach(SteadyPage::close);
    lines.forEach(Line::close);
  }

  /** What is only slow is cut, too. */
  private static List<Fault> faults(SplittableRandom chance, Set<Fault.Kind> seen) {
    Fault fault = Fault.any(chance, Duration.ofMillis(FEW_MS));
    synchronized (seen) {
      seen.add(fault.kind());
    }
    return fault.kind() == Fault.Kind.DELAY
        ? List.of(fault, Fault.of(Fault.Kind.CUT, fault.otherWay()).after(fault.after()))
        : List.of(fault);
  }

  private static void playToTheEnd(List<SteadyPage> pages) {
    await()
        .atMost(Duration.ofSeconds(90))
        .pollInterval(Duration.ofMillis(2))
        .until(
            () -> {
              pages.forEach(page -> page.tick(System.nanoTime()));
              return pages.stream().allMatch(page -> page.run().isOver());
            });
  }
}
