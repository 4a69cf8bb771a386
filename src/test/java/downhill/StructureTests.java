package downhill;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.belongToAnyOf;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import downhill.data.Activation;
import downhill.data.DataSet;
import downhill.data.Experiment;
import downhill.data.Fit;
import downhill.data.Layer;
import downhill.data.Network;
import downhill.data.Scaling;
import downhill.data.Table;
import downhill.data.Tables;
import downhill.descent.Batches;
import downhill.descent.Interval;
import downhill.descent.Minimum;
import downhill.descent.Noise;
import downhill.descent.OptimizerKind;
import downhill.descent.Range;
import downhill.descent.ScheduleKind;
import downhill.descent.Setting;
import downhill.descent.State;
import downhill.descent.Step;
import downhill.descent.Verdict;
import downhill.studio.Examples;
import downhill.studio.Output;
import downhill.studio.Program;
import downhill.studio.Training;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.modulith.core.ApplicationModules;

/** The packages and what each may use: arrows one way only. */
class StructureTests {

  /** A package, and the packages of ours that it may use. */
  static final Map<String, List<String>> MAY_USE =
      Map.ofEntries(
          entry("descent", List.of()),
          entry("formula", List.of("descent")),
          entry("data", List.of("descent")),
          entry("studio", List.of("descent", "data", "formula")),
          entry("run", List.of("descent", "formula", "data", "studio")),
          entry("program", List.of("run", "formula")),
          entry("stream", List.of("run")),
          entry("api", List.of("run", "program")),
          entry("lesson", List.of("run")),
          entry("embed", List.of("run", "lesson")),
          entry("site", List.of()));

  /** The plain values of descent, data and studio that run hands out or is given to run. */
  private static final Class<?>[] HANDED_OUT = {
    Activation.class,
    Batches.class,
    DataSet.class,
    Examples.class,
    Experiment.class,
    Fit.class,
    Interval.class,
    Layer.class,
    Minimum.class,
    Network.class,
    Noise.class,
    OptimizerKind.class,
    Output.class,
    Program.class,
    Range.class,
    Scaling.class,
    ScheduleKind.class,
    Setting.class,
    State.class,
    Step.class,
    Table.class,
    Table.Feature.class,
    Tables.class,
    Training.class,
    Verdict.class
  };

  private static final Class<?>[] NOTHING = {};

  static final Set<String> PACKAGES = MAY_USE.keySet();

  private static final JavaClasses OURS =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .importPackages("downhill");

  @Test
  void theModulesHaveNoCyclesAndKeepTheirInsidesToThemselves() {
    ApplicationModules.of(DownhillApplication.class).verify();
  }

  @Test
  void everyPackageHasItsRoom() {
    assertThat(OURS.stream().map(type -> type.getPackageName()).distinct())
        .allMatch(name -> name.equals("downhill") || PACKAGES.contains(name.substring(9)));
  }

  @ParameterizedTest
  @FieldSource("PACKAGES")
  void usesOnlyWhatItMay(String name) {
    String[] allowed =
        Stream.concat(Stream.of(name), MAY_USE.get(name).stream())
            .map(each -> "downhill." + each)
            .toArray(String[]::new);
    classes()
        .that()
        .resideInAPackage("downhill." + name)
        .should()
        .onlyDependOnClassesThat(
            resideInAnyPackage(allowed)
                .or(resideInAPackage("downhill..").negate())
                .or(belongToAnyOf(MAY_USE.get(name).contains("run") ? HANDED_OUT : NOTHING)))
        .allowEmptyShould(true)
        .check(OURS);
  }

  @ParameterizedTest
  @ValueSource(strings = {"descent", "formula", "data", "studio"})
  void mathematicsKnowsNoFramework(String name) {
    noClasses()
        .that()
        .resideInAPackage("downhill." + name)
        .should()
        .dependOnClassesThat(
            resideInAnyPackage("java..", "org.jspecify.annotations", "downhill..").negate())
        .allowEmptyShould(true)
        .check(OURS);
  }

  @Test
  void mathematicsKnowsNoClockNoThreadAndNoChanceButItsSeed() {
    noClasses()
        .that()
        .resideInAnyPackage("downhill.descent", "downhill.data")
        .should()
        .dependOnClassesThat(resideInAnyPackage("java.time..", "java.util.concurrent.."))
        .orShould()
        .callMethod(System.class, "nanoTime")
        .orShould()
        .callMethod(System.class, "currentTimeMillis")
        .orShould()
        .callMethod(Math.class, "random")
        .orShould()
        .dependOnClassesThat()
        .areAssignableTo(Thread.class)
        .check(OURS);
  }
}
