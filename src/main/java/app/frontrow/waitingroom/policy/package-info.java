/**
 * The rules of a queue: the settings, and what the ticket office changes while the queue
 * runs.
 */
@NamedInterface("policy")
@NullMarked
package app.frontrow.waitingroom.policy;

import org.jspecify.annotations.NullMarked;

import org.springframework.modulith.NamedInterface;
