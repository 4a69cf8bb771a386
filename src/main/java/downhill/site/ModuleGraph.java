package downhill.site;

import downhill.site.EsModule.Import;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Our ES modules, and who imports whom.
 *
 * <p>An entry is a module of {@code /js/pages/} that no other imports: what a page asks for. What
 * several entries need is shared, the rest is an entry's own. All lists are in an order in which
 * each module comes after those that it imports.
 */
final class ModuleGraph {

  private static final String ENTRIES = "/js/pages/";
  private static final String NOT_OURS = "/js/vendor/";

  private final Map<String, EsModule> modules = new TreeMap<>();
  private final Set<String> foreign;

  /** What each module needs, itself last. Those that it needs come before it. */
  private final Map<String, Set<String>> needs = new LinkedHashMap<>();

  private final Set<String> entries;

  /**
   * Reads all modules and holds them to what they say of one another.
   *
   * @param sources the text of each script by its path; what is in {@code /js/vendor/} is foreign
   * @param names bare names that modules may import; they are foreign too
   * @throws IllegalArgumentException where a module does not keep to the forms of {@link EsModule},
   *     imports what is not there, or is imported by what it imports; it names path and line
   */
  ModuleGraph(Map<String, String> sources, Set<String> names) {
    foreign = new HashSet<>(names);
    sources.forEach(
        (path, source) -> {
          if (path.startsWith(NOT_OURS)) {
            foreign.add(path);
          } else {
            modules.put(path, new EsModule(path, source));
          }
        });
    modules.values().forEach(module -> module.imports().forEach(this::check));
    modules.keySet().forEach(path -> visit(path, List.of()));
    entries = findEntries();
  }

  private void check(Import wanted) {
    EsModule target = modules.get(wanted.target());
    if (target == null && !isForeign(wanted.target())) {
      throw new IllegalArgumentException(wanted + ", which is not there");
    }
    if (target != null && wanted.late()) {
      throw new IllegalArgumentException(wanted + " late, which is for foreign modules only");
    }
    if (target != null && !target.exports().containsAll(wanted.names())) {
      throw new IllegalArgumentException(wanted + ", which exports only " + target.exports());
    }
  }

  private void visit(String path, List<String> way) {
    if (needs.containsKey(path)) {
      return;
    }
    List<String> here = new ArrayList<>(way);
    here.add(path);
    if (way.contains(path)) {
      throw new IllegalArgumentException(
          "modules import each other in a circle: " + String.join(" -> ", here));
    }
    Set<String> needed = new LinkedHashSet<>();
    for (Import wanted : module(path).imports()) {
      if (!isForeign(wanted.target())) {
        visit(wanted.target(), here);
        needed.addAll(needs.getOrDefault(wanted.target(), Set.of()));
      }
    }
    needed.add(path);
    needs.put(path, needed);
  }

  private Set<String> findEntries() {
    Set<String> imported =
        modules.values().stream()
            .flatMap(module -> module.imports().stream())
            .map(Import::target)
            .collect(Collectors.toSet());
    return modules.keySet().stream()
        .filter(path -> path.startsWith(ENTRIES) && !imported.contains(path))
        .collect(Collectors.toCollection(LinkedHashSet::new));
  }

  private EsModule module(String path) {
    EsModule module = modules.get(path);
    if (module == null) {
      throw new IllegalArgumentException("there is no module " + path);
    }
    return module;
  }

  boolean isForeign(String target) {
    return foreign.contains(target);
  }

  /** The paths of all entries. */
  Set<String> entries() {
    return entries;
  }

  /** All modules that more than one entry needs. */
  List<EsModule> shared() {
    return needs.keySet().stream().filter(path -> users(path) > 1).map(this::module).toList();
  }

  /** All modules that one entry needs and no other does, itself last. */
  List<EsModule> own(String entry) {
    return needs.getOrDefault(entry, Set.of()).stream()
        .filter(path -> users(path) == 1)
        .map(this::module)
        .toList();
  }

  /** All modules that an entry needs, itself last. */
  List<EsModule> all(String entry) {
    return needs.getOrDefault(entry, Set.of()).stream().map(this::module).toList();
  }

  private long users(String path) {
    return entries.stream()
        .filter(entry -> needs.getOrDefault(entry, Set.of()).contains(path))
        .count();
  }
}
