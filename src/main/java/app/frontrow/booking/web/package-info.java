/**
 * The access rules for the addresses of this module.
 */
@NullMarked
package app.frontrow.booking.web;

import org.jspecify.annotations.NullMarked;
