/**
 * What members decide about their own account: a forgotten password, their data, its end.
 */
@NullMarked
package app.frontrow.security.account;

import org.jspecify.annotations.NullMarked;
