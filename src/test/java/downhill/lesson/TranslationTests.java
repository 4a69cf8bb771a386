package downhill.lesson;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every other language says all that English says, and nothing else. */
class TranslationTests {

  /** The one list of lessons that are not told in a language yet, as in {@code es/batches}. */
  static final Set<String> NOT_YET = Set.of();

  private static final Path FILES = Path.of("src/main/resources");
  private static final Pattern VALUE = Pattern.compile("\\{\\d");
  private static final Pattern TAG = Pattern.compile("</?[a-z][^>]*>", Pattern.CASE_INSENSITIVE);
  private static final Pattern OF_LESSON = Pattern.compile("(?:lesson|quiz)\\.([a-z-]+)\\..*");

  static List<String> others() throws IOException {
    try (Stream<Path> files = Files.list(FILES)) {
      return files
          .map(file -> file.getFileName().toString())
          .filter(name -> name.matches("messages_\\w+\\.properties"))
          .map(name -> name.replaceAll("messages_|\\.properties", ""))
          .toList();
    }
  }

  static List<String> told() throws IOException {
    return others().stream()
        .flatMap(language -> tellings().map(telling -> language + "/" + telling))
        .filter(telling -> !NOT_YET.contains(telling))
        .toList();
  }

  /** The lessons, and beside them what is told to who teaches. */
  private static Stream<String> tellings() {
    return Stream.concat(Lesson.ALL.stream().map(Lesson::slug), Stream.of("teach"));
  }

  @Test
  void thereIsASecondLanguage() throws IOException {
    assertThat(others()).contains("es");
  }

  @ParameterizedTest
  @MethodSource("others")
  void everyMessageIsThereAndNoneTooMany(String language) {
    for (String file : List.of("messages", "reference")) {
      assertThat(read(file + "_" + language)).containsOnlyKeys(read(file).keySet());
    }
  }

  /** Of a lesson that is not told yet only the question, which leads to it, is there. */
  @ParameterizedTest
  @MethodSource("others")
  void everyWordOfTheLessonsThatAreToldIsThere(String language) {
    Set<String> due = new TreeSet<>(read("lessons").keySet());
    due.removeIf(key -> !key.endsWith(".question") && NOT_YET.contains(language + "/" + slug(key)));
    assertThat(read("lessons_" + language)).containsOnlyKeys(due);
  }

  @ParameterizedTest
  @MethodSource("others")
  void theSameValuesAreFilledInAndTheSameMarksAreAround(String language) {
    for (String file : List.of("messages", "lessons", "reference")) {
      Map<String, String> english = read(file);
      read(file + "_" + language)
          .forEach(
              (key, text) -> {
                String source = english.getOrDefault(key, "");
                assertThat(found(VALUE, text)).as(key).isEqualTo(found(VALUE, source));
                assertThat(found(TAG, text)).as(key).isEqualTo(found(TAG, source));
                assertThat(text.isBlank()).as(key).isEqualTo(source.isBlank());
                assertThat(text).as(key).doesNotContain("'");
              });
    }
  }

  @ParameterizedTest
  @MethodSource("others")
  void everythingIsToldOrOnTheListOfWhatIsNotYet(String language) {
    for (String name : tellings().map(telling -> language + "/" + telling).toList()) {
      assertThat(Files.exists(telling(name))).as(name).isNotEqualTo(NOT_YET.contains(name));
    }
  }

  /** Words may come in another order, and with them their marks; none is left out. */
  @ParameterizedTest
  @MethodSource("told")
  void aTellingHasTheSameMarks(String telling) throws IOException {
    String english = Files.readString(telling("en/" + telling.split("/")[1]));
    String other = Files.readString(telling(telling));
    assertThat(found(TAG, plain(other))).isEqualTo(found(TAG, plain(english)));
  }

  /** Without what may differ: how lines are broken, names, and how a number is written. */
  private static String plain(String telling) {
    return telling
        .replaceAll("\\s+", " ")
        .replaceAll("(aria-label|th:text)=\"[^\"]*\"", "$1")
        .replaceAll(" ?/ ?>", "/>");
  }

  private static Path telling(String name) {
    return FILES.resolve("templates/lessons/" + name + ".html");
  }

  private static String slug(String key) {
    return OF_LESSON.matcher(key).replaceAll("$1");
  }

  private static List<String> found(Pattern pattern, String text) {
    return pattern.matcher(text).results().map(hit -> hit.group()).sorted().distinct().toList();
  }

  private static Map<String, String> read(String name) {
    Properties words = new Properties();
    String file = "/" + name + ".properties";
    try (Reader reader =
        new InputStreamReader(
            Objects.requireNonNull(TranslationTests.class.getResourceAsStream(file)),
            StandardCharsets.UTF_8)) {
      words.load(reader);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return words.stringPropertyNames().stream()
        .collect(Collectors.toMap(key -> key, words::getProperty, (a, b) -> a, TreeMap::new));
  }
}
