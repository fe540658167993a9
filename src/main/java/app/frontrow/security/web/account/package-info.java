/**
 * Pages on which members look after their own account.
 */
@NullMarked
package app.frontrow.security.web.account;

import org.jspecify.annotations.NullMarked;
