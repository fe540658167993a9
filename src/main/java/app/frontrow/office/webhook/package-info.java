/**
 * The programs that are told of events, for the owners.
 */
@NullMarked
package app.frontrow.office.webhook;

import org.jspecify.annotations.NullMarked;
