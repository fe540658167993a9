package app.frontrow.members.lookup;

/**
 * Somebody has searched for members.
 *
 * @param text what was typed; empty to see all
 * @param found how many members were shown
 */
public record MembersSearched(String text, int found) {
}
