package downhill.site;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.servlet.resource.ResourceUrlProvider;

/**
 * Our ES modules as templates need them: {@code ${modules.importMap}} and {@code
 * ${modules.preloads('/js/pages/roll.js')}}.
 *
 * <p>The modules import one another by plain relative paths, which nothing rewrites. The import map
 * leads each of those paths to the address that carries the hash of the file's content, so that a
 * browser may keep every module for ever and still gets a new one when it has changed.
 */
@ControllerAdvice
@ConditionalOnWebApplication
class Modules {

  private static final String ROOT = "static";
  private static final Pattern IMPORT =
      Pattern.compile("(?m)^(?:import|export)\\b(?:[^;'\"()]*\\bfrom)?\\s*['\"]([\\w./@-]+)['\"]");

  /** Modules that are not ours, by the name that ours import them by. */
  private static final Map<String, String> OTHERS =
      Map.of("chart.js", "/webjars/chartjs/dist/chart.umd.js");

  private final ResourceUrlProvider urls;
  private final Map<String, String> sources = new TreeMap<>();
  private final Map<String, List<String>> preloads = new ConcurrentHashMap<>();
  private volatile @Nullable String importMap;

  Modules(ResourceUrlProvider urls) {
    this.urls = urls;
    try {
      String pattern = "classpath:" + ROOT + "/js/**/*.js";
      for (Resource file : new PathMatchingResourcePatternResolver().getResources(pattern)) {
        String place = file.getURL().toString();
        String path = place.substring(place.lastIndexOf("/" + ROOT + "/js/") + 1 + ROOT.length());
        sources.put(path, file.getContentAsString(StandardCharsets.UTF_8));
      }
    } catch (IOException e) {
      throw new UncheckedIOException("the scripts cannot be read", e);
    }
  }

  /** These modules, for the template of every page. */
  @ModelAttribute("modules")
  Modules modules() {
    return this;
  }

  /** The import map, as JSON. */
  public String getImportMap() {
    String map = importMap;
    if (map == null) {
      map =
          Stream.concat(OTHERS.keySet().stream(), sources.keySet().stream())
              .map(path -> "\"" + path + "\":\"" + hashed(path) + "\"")
              .collect(Collectors.joining(",", "{\"imports\":{", "}}"));
      importMap = map;
    }
    return map;
  }

  /**
   * The addresses of all modules that one needs, itself first, so that a page can ask for them at
   * once and not one after the other as each is read.
   *
   * @param entry the path of a module, such as {@code /js/pages/roll.js}
   * @throws IllegalArgumentException where there is no such module
   */
  public List<String> preloads(String entry) {
    return preloads.computeIfAbsent(
        entry, path -> closure(path).stream().map(this::hashed).toList());
  }

  private Collection<String> closure(String entry) {
    Set<String> needed = new LinkedHashSet<>();
    List<String> open = new ArrayList<>(List.of(entry));
    while (!open.isEmpty()) {
      String path = open.remove(0);
      if (needed.add(path) && !OTHERS.containsKey(path)) {
        open.addAll(importsOf(path));
      }
    }
    return needed;
  }

  private List<String> importsOf(String path) {
    String source = sources.get(path);
    if (source == null) {
      throw new IllegalArgumentException("there is no module " + path);
    }
    return IMPORT.matcher(source).results().map(found -> target(path, found.group(1))).toList();
  }

  private static String target(String path, String name) {
    return OTHERS.containsKey(name) ? name : URI.create(path).resolve(name).getPath();
  }

  private String hashed(String module) {
    String path = OTHERS.getOrDefault(module, module);
    return Optional.ofNullable(urls.getForLookupPath(path)).orElse(path);
  }
}
