/**
 * The page and the API of the trail.
 */
package app.frontrow.office.web.trail;
