package downhill.lesson;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.ResponseBody;

/**
 * All pages, for those who look for them.
 *
 * @see <a href="https://www.sitemaps.org/protocol.html">the protocol</a>
 */
@Controller
class Sitemap {

  /** The path of every page, as it is without a state. */
  static List<String> paths() {
    return Stream.of(
            Stream.of(
                "/",
                "/sims",
                StudioPage.PATH,
                LanguagePage.PATH,
                "/summary",
                "/questions",
                "/glossary",
                "/teach",
                AboutPage.PATH),
            Lesson.ALL.stream().map(Lesson::path),
            Sim.ALL.stream().map(Sim::path))
        .flatMap(paths -> paths)
        .toList();
  }

  @GetMapping(path = "/sitemap.xml", produces = MediaType.APPLICATION_XML_VALUE)
  @ResponseBody
  String sitemap(@ModelAttribute("origin") String origin) {
    return paths().stream()
        .map(path -> "  <url><loc>" + origin + path + "</loc></url>\n")
        .collect(
            Collectors.joining(
                "",
                "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
                    + "<urlset xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\">\n",
                "</urlset>\n"));
  }

  @GetMapping(path = "/robots.txt", produces = MediaType.TEXT_PLAIN_VALUE)
  @ResponseBody
  String robots(@ModelAttribute("origin") String origin) {
    return "User-agent: *\nDisallow: /api/\nDisallow: /share/\nSitemap: "
        + origin
        + "/sitemap.xml\n";
  }
}
