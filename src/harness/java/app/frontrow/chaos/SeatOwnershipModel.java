package app.frontrow.chaos;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Whose seats are whose, by nothing but what members and the ticket office were told.
 */
final class SeatOwnershipModel {

	private SeatOwnershipModel() {
	}

	/** Reports every seat that was certainly two members' at one moment. */
	static void check(List<Claim> members, List<SeatExchange> exchanges, ChaosReport figures) {
		List<Claim> claims = members.stream().flatMap((claim) -> exchange(claim, exchanges)).toList();
		figures.count("oversold", 0);
		figures.count("claims to seats compared", claims.size());
		Map<String, List<Claim>> bySeat = claims.stream()
			.filter((claim) -> claim.from().isBefore(claim.to()))
			.collect(Collectors.groupingBy(Claim::seat));
		bySeat.values().forEach((ofOne) -> {
			List<Claim> inOrder = ofOne.stream().sorted(Comparator.comparing(Claim::from)).toList();
			Claim longest = null;
			for (Claim claim : inOrder) {
				if (longest != null && claim.from().isBefore(longest.to())) {
					figures.broken("oversold", longest + " and " + claim);
				}
				if (longest == null || claim.to().isAfter(longest.to())) {
					longest = claim;
				}
			}
		});
	}

	private static Stream<Claim> exchange(Claim claim, List<SeatExchange> exchanges) {
		return exchanges.stream()
			.filter((exchange) -> exchange.ends(claim))
			.findFirst()
			.map((exchange) -> exchange.isDone() ? Stream.of(exchange.end(claim), exchange.begin(claim))
					: Stream.of(exchange.end(claim)))
			.orElse(Stream.of(claim));
	}

	/**
	 * A seat that is certainly somebody's, from the moment they were told until the
	 * moment their hold ends or they ask to give it back.
	 */
	record Claim(String seat, String owner, Instant from, Instant to) {
	}

}
