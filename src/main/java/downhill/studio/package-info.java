/**
 * The Studio's teaching language: a program is read into a training, or into all of its mistakes.
 *
 * <p>The parser is our own, and no generator made it: a statement is a line, so that after a
 * mistake reading goes on at the next line; the grammar is a dozen rules that {@code LineParser}
 * and {@code ExpressionParser} follow one by one; and a mistake is to be told in a sentence that
 * knows what was meant, which a generated parser would need as much code again for.
 */
@NullMarked
package downhill.studio;

import org.jspecify.annotations.NullMarked;
