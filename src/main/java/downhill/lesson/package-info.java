/** The pages: what the server renders whole, and what it gives the scripts to begin with. */
@NullMarked
package downhill.lesson;

import org.jspecify.annotations.NullMarked;
