package downhill.run;

import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.text.NumberFormat;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.context.i18n.LocaleContext;
import org.springframework.context.i18n.LocaleContextHolder;

/**
 * The language in which whoever asks at the moment is answered, and how numbers are written in it.
 * Where nobody said, as in a program's request or outside of one, it is English.
 */
public final class Tongue {

  private static final int LONGEST_WITHOUT_MARKS = 999;

  private Tongue() {}

  /** The language of this thread's answer. */
  public static Locale spoken() {
    LocaleContext context = LocaleContextHolder.getLocaleContext();
    Locale said = context == null ? null : context.getLocale();
    return said == null ? Locale.ENGLISH : said;
  }

  /**
   * Does something in a language, whatever this thread speaks otherwise.
   *
   * @param language the language of what is said on the way
   * @param task what to do
   */
  public static void speak(Locale language, Runnable task) {
    LocaleContext before = LocaleContextHolder.getLocaleContext();
    LocaleContextHolder.setLocale(language);
    try {
      task.run();
    } finally {
      LocaleContextHolder.setLocaleContext(before);
    }
  }

  /**
   * A number as the language writes it.
   *
   * @param plain its digits, with a point before the fraction
   * @return the same with the language's own sign there
   */
  public static String number(String plain) {
    return plain.replace('.', sign());
  }

  /**
   * Numbers or names in a row. Where a comma stands before the fraction, semicolons keep them
   * apart.
   *
   * @param each what stands in the row, in the order of it
   * @return the row
   */
  public static String listed(Stream<String> each) {
    return each.collect(Collectors.joining(sign() == ',' ? "; " : ", "));
  }

  /**
   * What is filled into a sentence: whole numbers without marks between their thousands, which one
   * language's readers would take for another's point.
   */
  public static Object[] values(Object... values) {
    return Arrays.stream(values).map(Tongue::withoutMarks).toArray();
  }

  private static Object withoutMarks(Object value) {
    return value instanceof Integer whole && Math.abs(whole) > LONGEST_WITHOUT_MARKS
        ? whole.toString()
        : value;
  }

  /** What follows a percentage, the space before it included where the language has one. */
  public static String percentSign() {
    return NumberFormat.getPercentInstance(spoken()) instanceof DecimalFormat format
        ? format.getPositiveSuffix()
        : "%";
  }

  private static char sign() {
    return DecimalFormatSymbols.getInstance(spoken()).getDecimalSeparator();
  }
}
