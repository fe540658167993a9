/**
 * Takes the requests to be called when it is a member's turn, from the page of the
 * waiting room.
 */
@NullMarked
package app.frontrow.push.web;

import org.jspecify.annotations.NullMarked;
