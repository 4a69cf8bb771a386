package downhill.data;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What a layer makes of the sums that its units take: its kind, in the Studio's language. */
public enum Activation {
  /** max(0, z): the rectified linear unit. */
  RELU,
  /** tanh z, between −1 and 1. */
  TANH,
  /** 1 / (1 + e⁻ᶻ), between 0 and 1. */
  SIGMOID,
  /** z as it is. */
  LINEAR,
  /** eᶻ / ∑ eᶻ over the layer: shares that add up to 1. */
  SOFTMAX;

  /** Its name in the Studio's language. */
  public String key() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The kind of a name, if there is one. */
  public static Optional<Activation> named(String key) {
    return Arrays.stream(values()).filter(each -> each.key().equals(key)).findFirst();
  }

  /** All names, in their order. */
  public static List<String> keys() {
    return Arrays.stream(values()).map(Activation::key).toList();
  }
}
