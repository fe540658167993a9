/**
 * The application: its modules are the packages below this one.
 */
@NullMarked
package app.frontrow;

import org.jspecify.annotations.NullMarked;
