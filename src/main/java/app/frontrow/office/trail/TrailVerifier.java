package app.frontrow.office.trail;

import java.util.List;

import app.frontrow.office.trail.TrailRepository.Head;

import org.springframework.stereotype.Service;

/**
 * Finds entries of the trail that were altered or are missing. It reads the whole trail,
 * a thousand entries at a time.
 * <p>
 * Somebody who can write to the database can change an entry and calculate all later
 * hashes again. This check does not notice such a change. So it returns the last hash: an
 * operator can store it elsewhere and compare it with the hash of a later check.
 */
@Service
public class TrailVerifier {

	private static final int PAGE_SIZE = 1_000;

	private final TrailRepository entries;

	TrailVerifier(TrailRepository entries) {
		this.entries = entries;
	}

	/** Checks all entries that are there when the check begins. */
	public TrailCheck verify() {
		Head end = this.entries.findHead();
		long number = 0;
		String hash = TrailHashCalculator.FIRST;
		while (number < end.number()) {
			List<TrailEntry> page = this.entries.findAfter(number, PAGE_SIZE);
			if (page.isEmpty()) {
				return new TrailCheck(number, hash, number + 1);
			}
			for (TrailEntry entry : page) {
				if (entry.number() != number + 1 || !TrailHashCalculator.calculate(hash, entry).equals(entry.hash())) {
					return new TrailCheck(number, hash, number + 1);
				}
				number = entry.number();
				hash = entry.hash();
				if (number == end.number()) {
					break;
				}
			}
		}
		boolean sameEnd = hash.equals(end.hash());
		return new TrailCheck(sameEnd ? number : number - 1, hash, sameEnd ? null : number);
	}

}
