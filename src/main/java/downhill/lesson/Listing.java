package downhill.lesson;

import downhill.run.Tongue;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/**
 * The course as search engines read it.
 *
 * @see <a href="https://schema.org/Course">schema.org/Course</a>
 */
@Component
class Listing {

  private final JsonMapper json = JsonMapper.builder().build();
  private final Phrases phrases;

  Listing(Phrases phrases) {
    this.phrases = phrases;
  }

  /** The course with its lessons, as JSON-LD that may stand inside a script element. */
  String course(String origin) {
    Map<String, Object> course = thing("Course", origin, "/", "home.title", "home.description");
    course.put("@context", "https://schema.org");
    course.put("provider", Map.of("@type", "Organization", "name", phrases.page("page.name")));
    course.put("hasPart", Lesson.ALL.stream().map(lesson -> resource(lesson, origin)).toList());
    return text(course);
  }

  /** One of its lessons, likewise. */
  String lesson(Lesson lesson, String origin) {
    Map<String, Object> resource = resource(lesson, origin);
    resource.put("@context", "https://schema.org");
    resource.put("isPartOf", thing("Course", origin, "/", "home.title", "home.description"));
    return text(resource);
  }

  private Map<String, Object> resource(Lesson lesson, String origin) {
    String key = "lesson." + lesson.slug();
    Map<String, Object> resource =
        thing("LearningResource", origin, lesson.path(), key + ".question", key + ".description");
    resource.put("learningResourceType", List.of("simulation", "lesson", "quiz"));
    resource.put("position", lesson.place());
    return resource;
  }

  private Map<String, Object> thing(
      String type, String origin, String path, String name, String description) {
    Map<String, Object> thing = new LinkedHashMap<>();
    thing.put("@type", type);
    thing.put("url", origin + path);
    thing.put("name", phrases.page(name));
    thing.put("description", phrases.page(description));
    thing.put("inLanguage", Tongue.spoken().toLanguageTag());
    thing.put("isAccessibleForFree", true);
    thing.put("educationalLevel", "Beginner");
    return thing;
  }

  private String text(Map<String, Object> thing) {
    return json.writeValueAsString(thing).replace("<", "\\u003c");
  }
}
