/**
 * Buttons and pages for favourites and wishes.
 */
package app.frontrow.wishes.web;
