package downhill.run;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;

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
    V found;
    synchronized (kept) {
      found = kept.get(key);
    }
    if (found == null) {
      found = maker.get();
      synchronized (kept) {
        kept.put(key, found);
      }
    }
    return found;
  }
}
