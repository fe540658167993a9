/**
 * Takes the wishes to be called, from the page of the waiting room.
 */
@NullMarked
package app.frontrow.push.web;

import org.jspecify.annotations.NullMarked;
