package app.frontrow.waitingroom.simulation;

import java.util.List;

/**
 * Plays the scenarios and prints what happened. Run by {@code script/simulate}.
 */
public final class Simulate {

	private static final long SEED = 20_300_501;

	private Simulate() {
	}

	/**
	 * Runs it.
	 * @param arguments members, instances, and names of scenarios; a million, 20 and all
	 * if left out
	 */
	public static void main(String[] arguments) {
		int members = (arguments.length > 0) ? Integer.parseInt(arguments[0]) : 1_000_000;
		int instances = (arguments.length > 1) ? Integer.parseInt(arguments[1]) : 20;
		List<String> wanted = List.of(arguments).subList(Math.min(2, arguments.length), arguments.length);
		boolean unfair = false;
		for (Scenario scenario : Scenario.all(members, instances)) {
			if (wanted.isEmpty() || wanted.contains(scenario.name())) {
				SimulationReport report = new QueueSimulation(scenario, SEED).play();
				report.print();
				unfair |= report.overtaken() > 0;
			}
		}
		if (unfair) {
			System.exit(1);
		}
	}

}
