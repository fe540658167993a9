/**
 * Rules for text that people enter.
 */
@NullMarked
package app.frontrow.shared.text;

import org.jspecify.annotations.NullMarked;
