package downhill.lesson;

import java.util.Map;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;
import org.thymeleaf.ITemplateEngine;
import org.thymeleaf.context.Context;

/** A sim's picture on its own, to be taken away. */
@Component
class Pictures {

  private final ITemplateEngine templates;
  private final Ink ink;

  Pictures(ITemplateEngine templates, Ink ink) {
    this.templates = templates;
    this.ink = ink;
  }

  /**
   * As an SVG that needs nothing else.
   *
   * @param sim with rows for its runs
   * @param origin of the address that it tells of itself
   */
  String svg(SimView sim, String origin) {
    Map<String, Object> model = Map.of("sim", sim, "origin", origin, "style", ink.style());
    Context context = new Context(LocaleContextHolder.getLocale(), model);
    return ink.plain(templates.process("lesson/picture", context));
  }
}
