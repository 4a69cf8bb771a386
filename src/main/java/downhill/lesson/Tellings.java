package downhill.lesson;

import downhill.run.Tongue;
import java.util.Locale;
import org.springframework.core.io.ResourceLoader;
import org.springframework.stereotype.Component;

/** In which language each lesson can be told. */
@Component
class Tellings {

  private final ResourceLoader files;

  Tellings(ResourceLoader files) {
    this.files = files;
  }

  /**
   * The language of a lesson's telling: the one that is spoken where the lesson has been put into
   * it, else English.
   *
   * @return BCP 47, without a region
   */
  public String language(Lesson lesson) {
    return language(lesson.slug());
  }

  /** Likewise, of what has the name of a file beside the lessons. */
  String language(String name) {
    String spoken = Tongue.spoken().getLanguage();
    String file = "classpath:/templates/lessons/" + spoken + "/" + name + ".html";
    return files.getResource(file).exists() ? spoken : Locale.ENGLISH.getLanguage();
  }
}
