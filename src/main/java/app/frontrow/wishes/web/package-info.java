/**
 * Buttons and pages for favourites and wishes.
 */
@NullMarked
package app.frontrow.wishes.web;

import org.jspecify.annotations.NullMarked;
