/**
 * Members as the staff finds and reads them. Each reading sends an event to other
 * modules.
 */
@NamedInterface("lookup")
@NullMarked
package app.frontrow.members.lookup;

import org.jspecify.annotations.NullMarked;

import org.springframework.modulith.NamedInterface;
