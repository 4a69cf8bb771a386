/** A real browser for tests: found or fetched, and watched for faults while it is used. */
@NullMarked
package downhill.browser;

import org.jspecify.annotations.NullMarked;
