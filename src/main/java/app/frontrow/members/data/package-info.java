/**
 * How modules export and delete the personal data that they store.
 */
@NamedInterface("data")
@NullMarked
package app.frontrow.members.data;

import org.jspecify.annotations.NullMarked;

import org.springframework.modulith.NamedInterface;
