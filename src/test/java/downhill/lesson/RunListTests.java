package downhill.lesson;

import static org.assertj.core.api.Assertions.assertThat;

import downhill.descent.ScheduleKind;
import downhill.run.ShortForm;
import downhill.run.Spec;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;

@SpringBootTest
class RunListTests {

  private static final Sim RACE =
      new Sim("race", "curve=valley&start=3&optimizer=sgd,momentum&learningRate=0.1,0.05", 4);

  @Autowired RunList list;
  @Autowired ShortForm shortForm;

  @Test
  void eachRunHasItsOwnEntryOfAList() {
    Map<String, String> query =
        Map.of(
            "start", "4",
            "optimizer", "sgd,adam,momentum",
            "learningRate", "0.1,0.2,0.3",
            "beta1", ",0.8,",
            "schedule", "cosine",
            "schedule.over", "50");
    RunList.Read read = list.read(query, RACE);
    assertThat(read.notices()).isEmpty();
    assertThat(read.specs().stream().map(shortForm::write))
        .containsExactly(
            "curve=valley&start=4&optimizer=sgd&learningRate=0.1&schedule=cosine&schedule.over=50",
            "curve=valley&start=4&optimizer=adam&learningRate=0.2&beta1=0.8&schedule=cosine"
                + "&schedule.over=50",
            "curve=valley&start=4&optimizer=momentum&learningRate=0.3&schedule=cosine"
                + "&schedule.over=50");
    String written = list.write(RACE, read.specs());
    assertThat(written)
        .isEqualTo(
            "curve=valley&start=4&optimizer=sgd,adam,momentum&learningRate=0.1,0.2,0.3"
                + "&schedule=cosine&schedule.over=50&beta1=,0.8,");
  }

  @Test
  void whatIsNotAskedForIsTheUsual() {
    List<Spec> usual = list.usual(RACE);
    assertThat(list.write(RACE, usual)).isEqualTo(RACE.usual());
    assertThat(list.write(RACE, list.read(Map.of(), RACE).specs())).isEqualTo(RACE.usual());
    assertThat(list.write(RACE, list.read(Map.of("learningRate", "0.3"), RACE).specs()))
        .contains("learningRate=0.3,0.05");
  }

  @Test
  void moreRunsThanThereIsRoomForAreNamedAndLeftOut() {
    RunList.Read read = list.read(Map.of("learningRate", "0.1,0.2,0.3,0.4,0.5"), RACE);
    assertThat(read.specs()).hasSize(4);
    assertThat(read.notices()).singleElement().asString().contains("5", "4");
  }

  @Test
  void aContractsDefaultIsWrittenWhereTheSimHasAnotherUsual() {
    Sim noisy =
        new Sim(
            "noisy",
            "curve=valley&start=3&optimizer=sgd&learningRate=0.1&noise=2&steps=50"
                + "&schedule=cosine&schedule.over=50",
            1);
    Map<String, String> asked = Map.of("noise", "0", "steps", "200", "schedule", "constant");
    String written = list.write(noisy, list.read(asked, noisy).specs());
    assertThat(written)
        .isEqualTo(
            "curve=valley&start=3&optimizer=sgd&learningRate=0.1&noise=0&steps=200"
                + "&schedule=constant");
  }

  @Test
  void aScheduleThatIsOnlyNamedGetsSettingsThatSuitTheSteps() {
    for (ScheduleKind kind : ScheduleKind.values()) {
      RunList.Read read = list.read(Map.of("schedule", kind.key(), "steps", "80"), RACE);
      assertThat(read.notices()).isEmpty();
      assertThat(read.specs()).allMatch(spec -> spec.schedule() == kind);
    }
  }

  @Test
  void everyUsualRunIsOneThatTheServiceTakes() {
    for (Sim sim : Sim.ALL) {
      assertThat(list.usual(sim)).hasSizeBetween(1, sim.most());
      assertThat(list.write(sim, list.usual(sim))).isEqualTo(sim.usual());
    }
  }
}
