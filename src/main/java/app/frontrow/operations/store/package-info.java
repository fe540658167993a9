/**
 * The schema at the start of an instance, and checks of the stores.
 */
@NullMarked
package app.frontrow.operations.store;

import org.jspecify.annotations.NullMarked;
