package downhill.run;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Keeps what was made, for whoever asks for the same again; of much only what was asked for last.
 */
final class Shelf<K, V> {

  private final Map<K, V> kept;

  /** Room for so many. */
  Shelf(int most) {
    kept =
        new LinkedHashMap<>(16, 0.75f, true) {
          private static final long serialVersionUID = 1;

          @Override
          protected boolean removeEldestEntry(Map.Entry<K, V> eldest) {
            return size() > most;
          }
        };
  }

  /** What is kept under a key, or is made now; two who ask at the same time may both make it. */
  V get(K key, Supplier<V> maker) {
    V found = find(key);
    if (found == null) {
      found = maker.get();
      put(key, found);
    }
    return found;
  }

  /** What is kept under a key; null if nothing is. */
  @Nullable V find(K key) {
    synchronized (kept) {
      return kept.get(key);
    }
  }

  /** Keeps something. */
  void put(K key, V value) {
    synchronized (kept) {
      kept.put(key, value);
    }
  }
}
