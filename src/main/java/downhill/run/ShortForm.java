package downhill.run;

import downhill.descent.Batches;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/**
 * The spec as the query of an address: links, embeds and GET carry it. It is turned into the spec's
 * JSON and read by the same reader, so that both forms mean the same.
 */
@Component
public final class ShortForm {

  /** What holds where a query says nothing. */
  private static final Map<String, String> USUAL =
      Map.of(
          "schedule", "constant",
          "batch", "all",
          "scale", "false",
          "noise", "0",
          "seed", "1",
          "steps", String.valueOf(SpecReader.USUAL_STEPS),
          "tolerance", "0.000001");

  private final SpecReader reader;
  private final Sentences sentences;

  ShortForm(SpecReader reader, Sentences sentences) {
    this.reader = reader;
    this.sentences = sentences;
  }

  /**
   * Reads a spec.
   *
   * @param query the query's members
   * @return the spec, checked and filled
   * @throws Refused naming the query's member, the value and what is allowed
   */
  public Spec read(Map<String, String> query) {
    refuseOthers(query);
    return named(() -> reader.read(QueryTree.of(query), ""));
  }

  /** Reads a query's objective alone; other members of a spec are passed over. */
  Ground readGround(Map<String, String> query) {
    refuseOthers(query);
    return named(() -> reader.ground(QueryTree.of(query), ""));
  }

  /** Reads which examples each update looks at; other members of a spec are passed over. */
  Batches readBatches(Map<String, String> query) {
    refuseOthers(query);
    return named(() -> reader.batches(QueryTree.of(query), ""));
  }

  private void refuseOthers(Map<String, String> query) {
    query.keySet().stream()
        .filter(name -> !QueryTree.isMember(name))
        .map(SpecJson::cut)
        .findFirst()
        .ifPresent(
            name -> {
              throw sentences.invalid(name, "error.unknown-member", name, QueryTree.names());
            });
  }

  /** Lets a refusal name the query's member in place of the JSON's. */
  private static <T> T named(Supplier<T> reading) {
    try {
      return reading.get();
    } catch (Refused refused) {
      String path = refused.field();
      if (path == null) {
        throw refused;
      }
      throw refused.named(path, QueryTree.shortName(path));
    }
  }

  /** What could be read of a query, and what had to be put in its place. */
  public record Forgiven(Spec spec, List<String> notices) {

    /** Keeps a copy. */
    public Forgiven {
      notices = List.copyOf(notices);
    }
  }

  /**
   * Reads a spec from a page's address, which people shorten, mistype and paste in halves: what is
   * missing is taken from another spec, and so is what is wrong, with a notice.
   *
   * @param query the query's members; those that no spec has are passed over, and so is a program,
   *     which brings all of its own
   * @param otherwise gives what is missing or wrong
   * @return the spec, and a notice for each value that was not used
   */
  public Forgiven readForgiving(Map<String, String> query, Spec otherwise) {
    Map<String, String> usual = QueryMembers.of(otherwise);
    Map<String, String> asked = new TreeMap<>(query);
    asked.keySet().removeIf(name -> !QueryTree.isMember(name) || name.equals("program"));
    List<String> notices = new ArrayList<>();
    while (true) {
      Map<String, String> whole = filled(asked, usual);
      try {
        return new Forgiven(read(whole), notices);
      } catch (Refused refused) {
        if (asked.isEmpty()) {
          throw refused;
        }
        String field = String.valueOf(refused.field());
        String culprit = asked.containsKey(field) ? field : firstOf(asked, field);
        String value = String.valueOf(asked.remove(culprit));
        notices.add(notice(culprit, value, usual, refused));
      }
    }
  }

  /**
   * Writes a spec's short form, without what would be filled in all the same. Changes on the way
   * have none.
   *
   * @param spec the spec
   * @return the query, without the question mark
   */
  public String write(Spec spec) {
    return query(members(spec));
  }

  /** The members of a spec's short form, in the order in which they are written. */
  public Map<String, String> members(Spec spec) {
    return QueryMembers.of(spec);
  }

  /** Whether a query may have a member of this name. */
  public static boolean isMember(String name) {
    return QueryTree.isMember(name);
  }

  /** What holds where a query does not have a member; empty where that hangs on the others. */
  public static String usual(String name) {
    return USUAL.getOrDefault(name, "");
  }

  /** Members as the query of an address, without the question mark. */
  public static String query(Map<String, String> members) {
    return members.entrySet().stream()
        .map(member -> member.getKey() + "=" + QueryMembers.encoded(member.getValue()))
        .collect(Collectors.joining("&"));
  }

  /**
   * Whether a member of the short form says how the ball moves: the optimizer, the schedule, or a
   * setting of theirs, and how much of the data each update looks at. The others say where, from
   * where and for how long.
   */
  public static boolean movesTheBall(String name) {
    return QueryTree.RULE_SETTINGS.contains(name)
        || name.equals("optimizer")
        || name.equals("learningRate")
        || name.equals("batch")
        || name.startsWith("schedule");
  }

  /** What the query must not leave out, taken from another spec where it does. */
  private static Map<String, String> filled(Map<String, String> asked, Map<String, String> usual) {
    Map<String, String> whole = new LinkedHashMap<>(asked);
    boolean otherGround = QueryTree.OBJECTIVES.stream().anyMatch(asked::containsKey);
    boolean otherRule = asked.containsKey("optimizer");
    boolean otherSchedule = asked.containsKey("schedule");
    usual.forEach(
        (name, value) -> {
          boolean ofGround =
              QueryTree.OBJECTIVES.contains(name)
                  || Set.of("start", "domain", "scale", "batch").contains(name);
          boolean ofSchedule = name.startsWith("schedule");
          boolean ofRule =
              movesTheBall(name) && !ofGround && !ofSchedule && !name.equals("learningRate");
          if (!(ofGround && otherGround)
              && !(ofRule && otherRule)
              && !(ofSchedule && otherSchedule)) {
            whole.putIfAbsent(name, value);
          }
        });
    return whole;
  }

  /** A member of the query to drop for a refusal that names none of them. */
  private static String firstOf(Map<String, String> asked, String field) {
    String group = field.startsWith("schedule") ? "schedule" : "optimizer";
    return asked.containsKey(group) ? group : asked.keySet().iterator().next();
  }

  private String notice(String name, String value, Map<String, String> usual, Refused refused) {
    String used = Optional.ofNullable(usual.get(name)).orElse(USUAL.get(name));
    return used == null
        ? sentences.say("error.notice.dropped", name, SpecJson.cut(value), refused.sentence())
        : sentences.say("error.notice", name, SpecJson.cut(value), refused.sentence(), used);
  }
}
