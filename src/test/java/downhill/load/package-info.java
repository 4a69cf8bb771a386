/** What a class of readers costs, and what a step costs; measured, and nothing asserted. */
package downhill.load;
