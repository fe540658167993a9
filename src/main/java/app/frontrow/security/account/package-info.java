/**
 * What members decide about their own account: a forgotten password, their data, its end.
 */
package app.frontrow.security.account;
