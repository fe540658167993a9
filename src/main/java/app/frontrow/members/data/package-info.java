/**
 * What modules keep of a person, for the export and for the end of an account.
 */
@NamedInterface("data")
@NullMarked
package app.frontrow.members.data;

import org.jspecify.annotations.NullMarked;

import org.springframework.modulith.NamedInterface;
