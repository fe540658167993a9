/**
 * What members want of concerts: favourites, and news when sales open or seats return.
 */
@ApplicationModule(displayName = "Wishes",
		allowedDependencies = { "shared", "members", "members :: data", "catalogue", "catalogue :: concert", "mail",
				"push" })
@NullMarked
package app.frontrow.wishes;

import org.jspecify.annotations.NullMarked;

import org.springframework.modulith.ApplicationModule;
