/**
 * Who may use the pages of the ticket office, and what all of them show.
 */
@NullMarked
package app.frontrow.office.web;

import org.jspecify.annotations.NullMarked;
