/** The run contract: a spec in both its forms, what it may say, the run it decides, its words. */
@NullMarked
package downhill.run;

import org.jspecify.annotations.NullMarked;
