import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.stream.IntStream;

/**
 * Repeats the draw of a waiting room from what is published, and needs nothing of Frontrow:
 *
 *   java docs/fairness/Draw.java SEED ENTRANTS [NUMBER]
 *
 * Prints the commitment that must have been published before, then a line for each place: the
 * place, and the number that drew it; with a NUMBER, only the place of that one.
 */
class Draw {

	public static void main(String[] arguments) throws Exception {
		if (arguments.length < 2) {
			System.err.println("java docs/fairness/Draw.java SEED ENTRANTS [NUMBER]");
			System.exit(2);
		}
		String seed = arguments[0];
		int entrants = Integer.parseInt(arguments[1]);
		System.out.println("commitment " + sha256(seed));
		String[] order = IntStream.rangeClosed(1, entrants)
			.mapToObj((number) -> sha256(seed + ":" + number) + " " + number)
			.sorted(Comparator.naturalOrder())
			.map((line) -> line.substring(line.indexOf(' ') + 1))
			.toArray(String[]::new);
		for (int place = 1; place <= entrants; place++) {
			if (arguments.length < 3 || order[place - 1].equals(arguments[2])) {
				System.out.println(place + " " + order[place - 1]);
			}
		}
	}

	private static String sha256(String text) {
		try {
			byte[] hash = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.US_ASCII));
			return HexFormat.of().formatHex(hash);
		}
		catch (Exception impossible) {
			throw new IllegalStateException(impossible);
		}
	}

}
