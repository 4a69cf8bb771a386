package downhill.lesson;

import java.util.List;

/** The second half of the course: wrong valleys, faster rules, real data, and the wide world. */
final class LaterLessons {

  static final List<Lesson> ALL = List.of();

  private LaterLessons() {}
}
