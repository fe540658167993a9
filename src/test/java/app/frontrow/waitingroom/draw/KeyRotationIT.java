package app.frontrow.waitingroom.draw;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;

import app.frontrow.RunningProduct;
import app.frontrow.catalogue.CatalogueEditService;
import app.frontrow.catalogue.concert.ConcertDraft;
import app.frontrow.journey.ConcertFixture;
import app.frontrow.rules.ProvesRule;
import app.frontrow.shared.KeyRing;
import app.frontrow.waitingroom.WaitingRoomService;
import app.frontrow.waitingroom.token.QueueTicket;
import app.frontrow.waitingroom.token.QueueTicketSigner;
import app.frontrow.waitingroom.token.QueueTokenInvalidException;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataAccessResourceFailureException;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

/**
 * The key of the installation is changed while a thousand members wait in a queue that
 * was drawn, and another draw is to come.
 */
@RunningProduct
class KeyRotationIT {

	private static final String OLD = RunningProduct.TOKEN_KEY;

	private static final String NEW = "bmV3LWtleS1mb3ItdGVzdHMtbmV3LWtleS1mb3ItdGVzdHM=";

	private static final int MEMBERS = 1_000;

	@Autowired
	private WaitingRoomService room;

	@Autowired
	private CatalogueEditService programme;

	@Autowired
	private DrawRepository records;

	@Autowired
	private DrawSeedRepository pinned;

	@Autowired
	private DrawService draws;

	@Test
	@ProvesRule(rule = "A new key changes no draw", guard = "DrawSeedService.getSeed",
			brokenBy = "deriving the seed from the current key")
	void newKeyChangesNoTokenNoOrderAndNoCommitment() {
		ConcertDraft draft = ConcertFixture.draft(Instant.now().plus(Duration.ofMinutes(20)), 1);
		long drawn = this.programme.register(draft);
		long coming = this.programme.register(ConcertFixture.draft(Instant.now().plus(Duration.ofDays(1)), 1));
		String commitment = this.draws.getDraw(drawn).commitment();
		String laterCommitment = this.draws.getDraw(coming).commitment();
		List<String> tokens = IntStream.range(0, MEMBERS)
			.parallel()
			.mapToObj((i) -> this.room.join(drawn, UUID.randomUUID()).place().queueToken())
			.toList();
		open(drawn, draft);
		Draw before = await().until(() -> this.draws.getDraw(drawn), (draw) -> draw.seed() != null);
		assertThat(before).extracting(Draw::commitment, Draw::entrants).containsExactly(commitment, (long) MEMBERS);
		await().until(() -> this.room.look(tokens.get(0)).place() != null);
		Map<String, Long> places = placesOf(tokens);

		Instance rotating = new Instance(NEW, OLD);
		assertThat(rotating.places(tokens)).isEqualTo(places);
		assertThat(rotating.draws.getDraw(drawn)).isEqualTo(before);
		assertThat(rotating.draws.getDraw(coming).commitment()).isEqualTo(laterCommitment);
		rotating.seeds.sealAgain();

		Instance after = new Instance(NEW);
		assertThat(after.draws.getDraw(drawn)).isEqualTo(before);
		assertThat(after.draws.getDraw(coming).commitment()).isEqualTo(laterCommitment);
		assertThat(DrawAlgorithm.computeCommitment(after.seeds.getSeed(coming))).isEqualTo(laterCommitment);
		assertThatThrownBy(() -> new Instance(OLD).seeds.getSeed(coming))
			.isInstanceOf(DataAccessResourceFailureException.class);
		tokens.forEach((token) -> assertThatThrownBy(() -> after.signer.read(token))
			.isInstanceOf(QueueTokenInvalidException.class));
	}

	/** Makes the opening earlier. */
	private void open(long concert, ConcertDraft draft) {
		this.programme.change(concert, new ConcertDraft(draft.title(), draft.artist(), draft.venue(),
				draft.description(), Instant.now(), draft.shows(), draft.prices()), List.of());
	}

	/** The places that the running product tells, by token. */
	private Map<String, Long> placesOf(List<String> tokens) {
		Map<String, Long> places = new HashMap<>();
		for (String token : tokens) {
			places.put(token, this.room.look(token).place());
		}
		return places;
	}

	/**
	 * The draws and tokens of an instance with its own keys, on the same database.
	 */
	private final class Instance {

		private final QueueTicketSigner signer;

		private final DrawSeedService seeds;

		private final DrawService draws;

		private Instance(String key, String... accepted) {
			KeyRing keys = new KeyRing(key, List.of(accepted));
			this.signer = new QueueTicketSigner(keys, Clock.systemUTC());
			this.seeds = new DrawSeedService(KeyRotationIT.this.pinned, KeyRotationIT.this.records,
					new DrawSeedCipher(keys));
			this.draws = new DrawService(this.seeds, KeyRotationIT.this.records);
		}

		private Map<String, Long> places(List<String> tokens) {
			Map<String, Long> places = new HashMap<>();
			for (String token : tokens) {
				QueueTicket ticket = this.signer.read(token);
				places.put(token, this.draws.findPlace(ticket, MEMBERS));
			}
			return places;
		}

	}

}
