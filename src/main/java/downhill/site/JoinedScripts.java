package downhill.site;

import downhill.site.EsModule.Import;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.stereotype.Component;
import org.springframework.util.function.SingletonSupplier;
import org.springframework.web.servlet.config.annotation.ResourceHandlerRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.springframework.web.servlet.resource.AbstractResourceResolver;
import org.springframework.web.servlet.resource.ResourceResolverChain;
import org.springframework.web.servlet.resource.ResourceUrlProvider;
import org.springframework.web.servlet.resource.VersionResourceResolver;

/**
 * Serves our many small ES modules as few files: {@code /js/joined/shared.js} has all that several
 * pages need, {@code /js/joined/downhill-roll.js} what only {@code /js/pages/downhill-roll.js}
 * needs, itself last. {@code /js/joined/embed-roll.js} has all that page needs: what stands in the
 * frame of another's page is to be light, and has no other pages of ours to share with. So has
 * {@code /js/joined/embed.js}, what is around every such sim.
 *
 * <p>Within a file each module is a scope of its own, as written but for its imports and exports.
 * What is not ours, such as Chart.js, stays a file of its own. Templates name the files without the
 * hash of their content, as any other; {@link ResourceUrlProvider} adds it.
 */
@Component
class JoinedScripts implements WebMvcConfigurer {

  private static final String STATIC = "/static";
  private static final String PLACE = "/js/joined/";
  private static final String SHARED = "shared.js";
  private static final String EMBED = "/js/pages/downhill-embed.js";
  private static final String TO_ROOT = "../..";
  private static final Duration SOON = Duration.ofSeconds(1);

  /**
   * What is not ours and in a webjar, by the name that our modules import it by. The builds are the
   * minified classic ones, which leave a global: {@code d3}, 9 KB compressed.
   */
  private static final Map<String, String> WEBJARS =
      Map.of(
          "d3-array", "/webjars/d3-array/dist/d3-array.min.js",
          "d3-contour", "/webjars/d3-contour/dist/d3-contour.min.js");

  private final ObjectProvider<ResourceUrlProvider> urls;

  /** Read once somebody asks, so that the service need not wait for them when it starts. */
  private final SingletonSupplier<Scripts> scripts = SingletonSupplier.of(Scripts::read);

  JoinedScripts(ObjectProvider<ResourceUrlProvider> urls) {
    this.urls = urls;
  }

  /** Reads them before the first reader asks, but after all that the start itself has to do. */
  @EventListener(ApplicationReadyEvent.class)
  void readSoon() {
    CompletableFuture.delayedExecutor(SOON.toMillis(), TimeUnit.MILLISECONDS)
        .execute(scripts::obtain);
  }

  /** Our modules, and which of them are in which file. */
  private record Scripts(ModuleGraph graph, Map<String, List<EsModule>> files) {

    static Scripts read() {
      ModuleGraph graph = new ModuleGraph(sources(), WEBJARS.keySet());
      return new Scripts(graph, files(graph));
    }

    private static Map<String, List<EsModule>> files(ModuleGraph graph) {
      Map<String, List<EsModule>> files = new LinkedHashMap<>();
      files.put(SHARED, graph.shared());
      for (String entry : graph.entries()) {
        String name = entry.substring(entry.lastIndexOf('/') + 1);
        if (entry.equals(EMBED)) {
          files.put("embed.js", graph.all(entry));
        } else {
          files.put(name, graph.own(entry));
          files.put(name.replaceFirst("^downhill-", "embed-"), graph.all(entry));
        }
      }
      return files;
    }

    private static Map<String, String> sources() {
      try {
        String pattern = "classpath:" + STATIC + "/js/**/*.js";
        Map<String, String> sources = new LinkedHashMap<>();
        for (Resource file : new PathMatchingResourcePatternResolver().getResources(pattern)) {
          String place = file.getURL().toString();
          String path = place.substring(place.lastIndexOf(STATIC + "/js/") + STATIC.length());
          sources.put(path, file.getContentAsString(StandardCharsets.UTF_8));
        }
        return sources;
      } catch (IOException e) {
        throw new UncheckedIOException("the scripts cannot be read", e);
      }
    }
  }

  @Override
  public void addResourceHandlers(ResourceHandlerRegistry registry) {
    registry
        .addResourceHandler(PLACE + "**")
        .setUseLastModified(false)
        .resourceChain(true)
        .addResolver(new VersionResourceResolver().addContentVersionStrategy("/**"))
        .addResolver(new Resolver());
  }

  private final class Resolver extends AbstractResourceResolver {

    @Override
    protected @Nullable Resource resolveResourceInternal(
        @Nullable HttpServletRequest request,
        String name,
        List<? extends Resource> locations,
        ResourceResolverChain chain) {
      List<EsModule> modules = scripts.obtain().files().get(name);
      return modules == null ? null : new JoinedFile(name, join(modules));
    }

    @Override
    protected @Nullable String resolveUrlPathInternal(
        String name, List<? extends Resource> locations, ResourceResolverChain chain) {
      return scripts.obtain().files().containsKey(name) ? name : null;
    }
  }

  /** A file in memory. Spring tells such files apart by their descriptions only. */
  private static final class JoinedFile extends ByteArrayResource {

    private final String name;

    JoinedFile(String name, String text) {
      super(text.getBytes(StandardCharsets.UTF_8), name);
      this.name = name;
    }

    @Override
    public String getFilename() {
      return name;
    }
  }

  private String join(List<EsModule> modules) {
    List<String> here = modules.stream().map(EsModule::path).toList();
    Map<Boolean, List<String>> elsewhere =
        modules.stream()
            .flatMap(module -> module.imports().stream())
            .filter(wanted -> !wanted.late() && !here.contains(wanted.target()))
            .map(Import::target)
            .distinct()
            .collect(Collectors.partitioningBy(scripts.obtain().graph()::isForeign));
    List<String> foreign = elsewhere.getOrDefault(true, List.of());
    List<String> shared = elsewhere.getOrDefault(false, List.of());

    StringBuilder text = new StringBuilder();
    for (String path : foreign) {
      text.append("import * as %s from '%s';\n".formatted(EsModule.scope(path), address(path)));
    }
    if (!shared.isEmpty()) {
      text.append("import { %s } from '%s';\n".formatted(scopes(shared), address(PLACE + SHARED)));
    }
    modules.forEach(module -> text.append('\n').append(module.toScope(this::address)));
    return text.append("\nexport { %s };\n".formatted(scopes(here))).toString();
  }

  private static String scopes(List<String> paths) {
    return paths.stream().map(EsModule::scope).collect(Collectors.joining(", "));
  }

  /** Where a joined file finds another file: relative, wherever the service is mounted. */
  private String address(String target) {
    String path = WEBJARS.getOrDefault(target, target);
    String hashed = urls.getObject().getForLookupPath(path);
    if (hashed == null) {
      throw new IllegalStateException("nothing is served at " + path);
    }
    return TO_ROOT + hashed;
  }
}
