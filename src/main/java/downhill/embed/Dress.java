package downhill.embed;

import downhill.embed.Control.Amount;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * How an embedded sim is shown: what of an embed's address is not the sim's state.
 *
 * @param theme light, dark, or as the reader's system has it
 * @param amount how much there is to press and turn
 * @param hidden what else is not shown
 * @param lockSteps whether the number of steps stays as the address says it
 * @param events whether the page around is told what the reader does
 */
record Dress(Theme theme, Amount amount, Set<Control> hidden, boolean lockSteps, boolean events) {

  /** Light or dark. */
  enum Theme {
    AUTO,
    LIGHT,
    DARK
  }

  private enum Switch {
    ON,
    OFF
  }

  /** The names of its members in an address, the language not counted. */
  static final List<String> MEMBERS =
      List.of("theme", "controls", "hide", "predict", "lockSteps", "events");

  /** Keeps a copy. */
  Dress {
    hidden = Set.copyOf(hidden);
  }

  /**
   * A value that was not used.
   *
   * @param member whose value it is
   * @param value as it was given
   * @param allowed what it could have been
   * @param used what holds instead; empty where that is nothing
   */
  record Unused(String member, String value, List<String> allowed, String used) {}

  /**
   * What was read.
   *
   * @param dress how the sim is shown
   * @param unused the values that are none
   */
  record Read(Dress dress, List<Unused> unused) {}

  /** Reads an address: what is missing or is no such value becomes the usual. */
  static Read read(Map<String, String> query) {
    List<Unused> unused = new ArrayList<>();
    Set<Control> hidden = EnumSet.noneOf(Control.class);
    for (String name : query.getOrDefault("hide", "").split("[,\\s]+")) {
      Control.named(name)
          .ifPresentOrElse(
              hidden::add,
              () -> {
                if (!name.isEmpty()) {
                  unused.add(new Unused("hide", name, keys(Control.values(), Control::key), ""));
                }
              });
    }
    if (one(query, "predict", Switch.values(), Switch.ON, unused) == Switch.OFF) {
      hidden.add(Control.GUESS);
    }
    Theme theme = one(query, "theme", Theme.values(), Theme.AUTO, unused);
    Amount amount = one(query, "controls", Amount.values(), Amount.FULL, unused);
    Switch locked = one(query, "lockSteps", Switch.values(), Switch.OFF, unused);
    Switch events = one(query, "events", Switch.values(), Switch.OFF, unused);
    return new Read(
        new Dress(theme, amount, hidden, locked == Switch.ON, events == Switch.ON),
        List.copyOf(unused));
  }

  private static <E extends Enum<E>> E one(
      Map<String, String> query, String member, E[] all, E usual, List<Unused> unused) {
    String given = query.getOrDefault(member, "").strip();
    if (given.isEmpty()) {
      return usual;
    }
    return Arrays.stream(all)
        .filter(each -> key(each).equals(given))
        .findFirst()
        .orElseGet(
            () -> {
              unused.add(new Unused(member, given, keys(all, Dress::key), key(usual)));
              return usual;
            });
  }

  /**
   * All that is not shown. Runs worth a look have a number of steps of their own, so that they go
   * where that is to stay.
   */
  Set<Control> without() {
    Set<Control> all = amount.hidden();
    all.addAll(hidden);
    if (lockSteps) {
      all.add(Control.PRESETS);
    }
    return all;
  }

  /** The members that say so in an address, without those that have the usual value. */
  Map<String, String> members() {
    Map<String, String> members = new LinkedHashMap<>();
    if (theme != Theme.AUTO) {
      members.put("theme", key(theme));
    }
    if (amount != Amount.FULL) {
      members.put("controls", key(amount));
    }
    if (!hidden.isEmpty()) {
      members.put(
          "hide", hidden.stream().sorted().map(Control::key).collect(Collectors.joining(",")));
    }
    if (lockSteps) {
      members.put("lockSteps", key(Switch.ON));
    }
    if (events) {
      members.put("events", key(Switch.ON));
    }
    return members;
  }

  private static String key(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT);
  }

  private static <E> List<String> keys(E[] all, Function<E, String> key) {
    return Stream.of(all).map(key).toList();
  }
}
