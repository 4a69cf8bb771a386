package downhill.program;

import downhill.formula.Notation;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The languages in which a run can be had as a program. */
public enum Language {
  /** Python with PyTorch, which differentiates and has the optimizers. */
  PYTORCH("downhill_run.py", Notation.PYTORCH, "python", "pytorch", "pytorch-network"),
  /** Python with NumPy, the derivative and the update written out. */
  NUMPY("downhill_run.py", Notation.NUMPY, "python", "numpy"),
  /** One file of Java 17 with nothing but the JDK, the derivative and the update written out. */
  JAVA("Downhill.java", Notation.JAVA, "java", "java-network");

  private final String fileName;
  private final Notation notation;
  private final Template template;

  Language(String fileName, Notation notation, String... templates) {
    this.fileName = fileName;
    this.notation = notation;
    this.template = Template.read(templates);
  }

  /** Its name in an address. */
  public String key() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** What a program's file is called. */
  public String fileName() {
    return fileName;
  }

  Notation notation() {
    return notation;
  }

  Template template() {
    return template;
  }

  /** Whether it has a way to find the gradient of a network. */
  boolean hasNetworks() {
    return template.has("program of a network");
  }

  /** A setting's name as one writes it here: {@code weightDecay} or {@code weight_decay}. */
  String variable(String setting) {
    return this == JAVA ? setting : setting.replaceAll("[A-Z]", "_$0").toLowerCase(Locale.ROOT);
  }

  /** Blank lines as one sets them here; those around what was left out are too many. */
  String tidied(String program) {
    String text = program.replaceAll("\n{3,}import", "\n\nimport");
    return this == JAVA ? text.replaceAll("\n{3,}", "\n\n") : text.replaceAll("\n{4,}", "\n\n\n");
  }

  /** The language of a name, if there is one. */
  public static Optional<Language> named(String key) {
    return Arrays.stream(values()).filter(each -> each.key().equals(key)).findFirst();
  }

  /** All names, in their order. */
  public static List<String> keys() {
    return Arrays.stream(values()).map(Language::key).toList();
  }
}
