package downhill.lesson;

import downhill.run.Limits;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.info.BuildProperties;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** What this instance is: its version, how much of it anyone may ask for, and what it keeps. */
@Controller
class AboutPage {

  static final String PATH = "/about";

  private final Limits limits;
  private final @Nullable BuildProperties build;

  /**
   * The page.
   *
   * @param limits of this instance
   * @param build what the build noted down; there is none where classes run that were not packaged
   */
  AboutPage(Limits limits, ObjectProvider<BuildProperties> build) {
    this.limits = limits;
    this.build = build.getIfAvailable();
  }

  @GetMapping(PATH)
  String about(Model model) {
    model.addAttribute("reference", "about");
    model.addAttribute("version", build == null ? "" : build.getVersion());
    model.addAttribute("java", Runtime.version().feature());
    model.addAttribute("limits", named(limits));
    return "reference/about";
  }

  /** Each limit by its name in the settings, in their order. */
  static Map<String, Object> named(Limits limits) {
    Map<String, Object> named = new LinkedHashMap<>();
    Arrays.stream(Limits.class.getRecordComponents())
        .forEach(limit -> named.put(key(limit.getName()), value(limits, limit)));
    return named;
  }

  private static String key(String name) {
    return name.replaceAll("[A-Z]", "-$0").toLowerCase(Locale.ROOT);
  }

  private static Object value(Limits limits, RecordComponent limit) {
    try {
      return limit.getAccessor().invoke(limits);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException("the limit " + limit.getName() + " cannot be read", e);
    }
  }
}
