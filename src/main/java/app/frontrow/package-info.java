/**
 * The application: its modules are the packages below this one.
 */
package app.frontrow;
