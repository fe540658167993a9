/**
 * Takes the wishes to be called, from the page of the waiting room.
 */
package app.frontrow.push.web;
