/**
 * Pages and API for administrators.
 */
package app.frontrow.admin.web;
