package app.frontrow.waitingroom.simulation;

import java.util.Arrays;
import java.util.BitSet;
import java.util.Random;
import java.util.stream.IntStream;

/**
 * The members: when they arrive, when they are away, and how it ended.
 */
class VirtualCrowd {

	private static final long ARRIVAL_MS = 60_000;

	private static final long EARLY_ARRIVAL_MS = 10_000;

	private static final double AFTER_THE_OPENING = 0.2;

	/** A call takes two to ten minutes. */
	private static final int SHORTEST_CALL_MS = 120_000;

	private static final int LONGEST_CALL_MS = 600_000;

	private final Scenario scenario;

	private final Random random;

	/** The number by member, 0 before joining. */
	private final int[] numbers;

	private final int[] memberByNumber;

	private final long[] joinedAt;

	private final long[] admittedAt;

	/** When a member goes away, or is silent; 0 if never. */
	private final long[] awayAt;

	private final boolean[] comesBack;

	private final BitSet absent = new BitSet();

	private int lost;

	VirtualCrowd(Scenario scenario, Random random) {
		this.scenario = scenario;
		this.random = random;
		int size = scenario.members();
		this.numbers = new int[size];
		this.memberByNumber = new int[size + 1];
		this.joinedAt = new long[size];
		this.admittedAt = new long[size];
		this.awayAt = new long[size];
		this.comesBack = new boolean[size];
	}

	/** Returns when the member arrives, and decides when the member will be away. */
	long arrive(int member) {
		long at = arrival();
		double dice = this.random.nextDouble();
		if (dice < this.scenario.goneShare() + this.scenario.silentShare()) {
			this.awayAt[member] = at + 1 + (long) (this.random.nextDouble() * (this.scenario.length() - at));
			this.comesBack[member] = dice >= this.scenario.goneShare();
		}
		return at;
	}

	private long arrival() {
		double part = this.random.nextDouble();
		return switch (this.scenario.arrivals()) {
			case STEADY -> (long) (part * this.scenario.length());
			case FLASH -> (long) (part * ARRIVAL_MS);
			case EARLY -> (long) (part * EARLY_ARRIVAL_MS);
			case PREQUEUE ->
				(this.random.nextDouble() < AFTER_THE_OPENING) ? this.scenario.opensAt() + (long) (part * ARRIVAL_MS)
						: (long) (Math.sqrt(part) * (this.scenario.opensAt() - 1_000));
		};
	}

	void join(int member, int number, long now) {
		this.numbers[member] = number;
		this.memberByNumber[number] = member;
		this.joinedAt[member] = now;
	}

	int number(int member) {
		return this.numbers[member];
	}

	int member(int number) {
		return this.memberByNumber[number];
	}

	boolean isAway(int member, long now) {
		return this.awayAt[member] > 0 && now >= this.awayAt[member];
	}

	/** The member goes away. Returns for how long; 0 for good. */
	long leave(int member) {
		this.absent.set(member);
		boolean back = this.comesBack[member];
		this.awayAt[member] = back ? 0 : this.awayAt[member];
		return back ? SHORTEST_CALL_MS + this.random.nextInt(LONGEST_CALL_MS - SHORTEST_CALL_MS) : 0;
	}

	/** The member is back, if away at all. */
	void comeBack(int member) {
		this.absent.clear(member);
	}

	/** Returns the members who are away. */
	IntStream absentMembers() {
		return this.absent.stream();
	}

	void admit(int member, long now) {
		if (this.admittedAt[member] == 0) {
			this.admittedAt[member] = now;
		}
	}

	boolean isAdmitted(int member) {
		return this.admittedAt[member] > 0;
	}

	/** Counts a member who was told that the place has ended. */
	void lose() {
		this.lost++;
	}

	int lost() {
		return this.lost;
	}

	/**
	 * Returns the seconds from the opening, or from joining, to the admission, sorted.
	 */
	double[] waits() {
		double[] waits = new double[this.numbers.length];
		int count = 0;
		for (int member = 0; member < waits.length; member++) {
			if (isAdmitted(member)) {
				long from = Math.max(this.joinedAt[member], this.scenario.opensAt());
				waits[count++] = (this.admittedAt[member] - from) / 1000.0;
			}
		}
		double[] sorted = Arrays.copyOf(waits, count);
		Arrays.sort(sorted);
		return sorted;
	}

}
