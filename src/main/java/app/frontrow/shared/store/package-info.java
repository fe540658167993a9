/**
 * Access to MySQL and Redis: transactions, key ranges and detection of outages.
 */
@NullMarked
package app.frontrow.shared.store;

import org.jspecify.annotations.NullMarked;
