package app.frontrow.waitingroom.redis;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import app.frontrow.members.Member;
import app.frontrow.members.Role;
import app.frontrow.security.session.MemberSession;
import app.frontrow.security.session.MemberSessionService;
import app.frontrow.security.session.SessionTestConfiguration;
import app.frontrow.shared.error.TooManyRequestsException;
import app.frontrow.shared.limit.RateLimit;
import app.frontrow.shared.limit.RateLimitService;
import app.frontrow.stores.OnRedisCluster;
import io.lettuce.core.cluster.SlotHash;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.data.redis.connection.RedisClusterConnection;
import org.springframework.data.redis.connection.RedisClusterNode;
import org.springframework.data.redis.connection.lettuce.LettuceConnectionFactory;
import org.springframework.data.redis.core.StringRedisTemplate;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.context.SecurityContextImpl;
import org.springframework.session.Session;
import org.springframework.session.SessionRepository;

import static app.frontrow.waitingroom.place.PlaceStatus.ADMITTED;
import static app.frontrow.waitingroom.place.PlaceStatus.LEFT;
import static app.frontrow.waitingroom.place.PlaceStatus.WAITING;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/**
 * Everything that the product keeps in Redis, on a Redis Cluster of three masters.
 */
@SpringBootTest(classes = { QueueFixture.Client.class, RateLimitService.class, SimpleMeterRegistry.class,
		SessionTestConfiguration.class }, webEnvironment = SpringBootTest.WebEnvironment.NONE)
@OnRedisCluster
@Timeout(value = 300, unit = TimeUnit.SECONDS)
class ClusterIT {

	private static final int MASTERS = 3;

	@Autowired
	private StringRedisTemplate redis;

	@Autowired
	private LettuceConnectionFactory connections;

	@Test
	void queueOfAConcertIsOnOneMaster() {
		List<QueueFixture> queues = onEveryMaster();
		queues.forEach(this::drawnByLot);
		queues.forEach(this::insideAndOutAgain);

		Set<RedisClusterNode> used = new HashSet<>();
		for (QueueFixture queue : queues) {
			Map<RedisClusterNode, Set<String>> keys = keys(queue);
			assertThat(keys).hasSize(1);
			keys.forEach((node, names) -> {
				used.add(node);
				assertThat(names).hasSize(9)
					.isSubsetOf(queue.keys())
					.extracting(SlotHash::getSlot)
					.containsOnly(SlotHash.getSlot(queue.key("state")));
			});
		}
		assertThat(used).hasSize(MASTERS);
	}

	@Test
	void everyScriptRunsOnEveryMasterWithoutItsCache() {
		onEveryMaster().forEach(this::goThroughEveryScript);
		assertThat(cachedScripts()).allMatch((scripts) -> scripts >= 8);

		try (RedisClusterConnection cluster = this.connections.getClusterConnection()) {
			cluster.scriptingCommands().scriptFlush();
		}
		assertThat(cachedScripts()).containsOnly(0L);
		onEveryMaster().forEach(this::goThroughEveryScript);

		assertThat(cachedScripts()).allMatch((scripts) -> scripts >= 8);
	}

	@Test
	void limitsWorkOnACluster(@Autowired RateLimitService limits) {
		RateLimit limit = RateLimit.steady("cluster", 3, Duration.ofHours(1));
		IntStream.range(0, 12).mapToObj(String::valueOf).forEach((who) -> {
			IntStream.range(0, 3).forEach((time) -> limits.require(limit, who));
			assertThatThrownBy(() -> limits.require(limit, who)).isInstanceOf(TooManyRequestsException.class);
		});
	}

	@Test
	void sessionIsFoundByItsNewId(@Autowired SessionRepository<?> sessions) {
		IntStream.range(0, 12).forEach((time) -> keep(sessions));
	}

	@Test
	void sessionsOfAMemberAreListedFromAllMasters(@Autowired SessionRepository<?> sessions,
			@Autowired MemberSessionService list) {
		for (int time = 0; time < 3; time++) {
			Member member = new Member(UUID.randomUUID(), "mina", "Mina", Role.MEMBER, Instant.EPOCH);
			List<String> keys = IntStream.range(0, 6).mapToObj((number) -> logIn(sessions, member)).toList();
			assertThat(list.findByMember(member.id())).extracting(MemberSession::id)
				.containsExactlyInAnyOrderElementsOf(keys.stream().map(MemberSessionService::publicIdOf).toList());

			list.endOthers(member.id(), keys.get(0));

			assertThat(list.findByMember(member.id())).extracting(MemberSession::id)
				.containsExactly(MemberSessionService.publicIdOf(keys.get(0)));
			sessions.deleteById(keys.get(0));
			assertThat(this.redis.hasKey("frontrow:sessions-of:" + member.id())).isFalse();
		}
	}

	@Test
	void membersWithSessionsAreFoundOnAllMasters(@Autowired MemberSessionService list) {
		Set<UUID> members = Stream.generate(UUID::randomUUID).limit(1_200).collect(Collectors.toSet());
		members.forEach((member) -> this.redis.opsForZSet().add("frontrow:sessions-of:" + member, "a session", 1));

		Set<UUID> found = new HashSet<>();
		list.forEachGroupOfMembers((group) -> {
			assertThat(group).hasSizeBetween(1, 500);
			found.addAll(group);
		});

		assertThat(found).containsAll(members);
		members.forEach((member) -> this.redis.delete("frontrow:sessions-of:" + member));
	}

	private static <S extends Session> String logIn(SessionRepository<S> sessions, Member member) {
		S session = sessions.createSession();
		session.setAttribute("SPRING_SECURITY_CONTEXT",
				new SecurityContextImpl(UsernamePasswordAuthenticationToken.authenticated(member, null, List.of())));
		sessions.save(session);
		return session.getId();
	}

	/** A log-in gives a new id, which may be on another master. */
	private static <S extends Session> void keep(SessionRepository<S> sessions) {
		S session = sessions.createSession();
		session.setAttribute("who", "mina");
		sessions.save(session);
		String first = session.getId();
		S found = sessions.findById(first);
		assertThat(found.<String>getAttribute("who")).isEqualTo("mina");

		String second = found.changeSessionId();
		sessions.save(found);

		assertThat(sessions.findById(first)).isNull();
		assertThat(sessions.findById(second).<String>getAttribute("who")).isEqualTo("mina");
		sessions.deleteById(second);
		assertThat(sessions.findById(second)).isNull();
	}

	/** Each part checks some of the scripts. */
	private void goThroughEveryScript(QueueFixture queue) {
		drawnByLot(queue);
		insideAndOutAgain(queue);
		lostAndPutTogetherAgain(queue);
		restingAndWokenUp(queue);
	}

	/** join, look, set_drawn_places and step. */
	private void drawnByLot(QueueFixture queue) {
		queue.opensAt = Instant.ofEpochMilli(queue.now()).plusSeconds(3_600);
		assertThat(queue.join(5)).extracting(PlaceScriptResult::peopleAhead).containsOnly(-1L);
		queue.opensAt = Instant.EPOCH;
		assertThat(queue.step().isDrawn()).isTrue();
		assertThat(queue.store.sendDrawnPlaces(queue.queue(), 1, List.of(3L, 1L, 5L, 2L, 4L)))
			.isEqualTo(new QueueStore.Seated(5, 0));
		assertThat(queue.count()).containsExactly(2L, 3L);
		assertThat(queue.look(queue.ticket(2), 1).placeStatus()).isEqualTo(ADMITTED);
		assertThat(queue.look(queue.ticket(3), 5).peopleAhead()).isEqualTo(1);
	}

	/** extend and finish. */
	private void insideAndOutAgain(QueueFixture queue) {
		long holdEnd = queue.now() + Duration.ofMinutes(10).toMillis();
		queue.extend(2, holdEnd);
		assertThat(queue.look(queue.ticket(2), 1).passEndsAt()).isEqualTo(holdEnd);
		assertThat(queue.finish(0, LEFT)).isEqualTo(LEFT);
		assertThat(queue.look(queue.ticket(1), 4).placeStatus()).isEqualTo(ADMITTED);
	}

	/**
	 * restore_dead_places: a dead place is still dead after Redis has lost everything.
	 */
	private void lostAndPutTogetherAgain(QueueFixture queue) {
		queue.join(2);
		queue.finish(5, LEFT);
		queue.step();
		assertThat(queue.look(6).peopleAhead()).isEqualTo(1);
		queue.lose();
		queue.step();
		queue.step();
		queue.put("settling_until", queue.now());
		PlaceScriptResult place = queue.look(6);
		assertThat(place.placeStatus()).isEqualTo(WAITING);
		assertThat(place.peopleAhead()).isEqualTo(1);
	}

	/** set_expiry. */
	private void restingAndWokenUp(QueueFixture queue) {
		assertThat(queue.liveQueues.findLiveConcerts()).contains(String.valueOf(queue.concert));
		assertThat(queue.liveQueues.retire(queue.queue(), Long.MAX_VALUE)).isTrue();
		assertThat(this.redis.getExpire(queue.key("numbers"))).isPositive();
		queue.join(1);
		assertThat(this.redis.getExpire(queue.key("numbers"))).isEqualTo(-1);
	}

	/** Queues of several concerts, two on each master. */
	private List<QueueFixture> onEveryMaster() {
		List<QueueFixture> queues = new ArrayList<>();
		Map<RedisClusterNode, Integer> taken = new HashMap<>();
		try (RedisClusterConnection cluster = this.connections.getClusterConnection()) {
			while (queues.size() < 2 * MASTERS) {
				QueueFixture queue = new QueueFixture(this.redis, QueueFixture.PATIENT);
				RedisClusterNode node = cluster.clusterCommands().clusterGetNodeForKey(queue.key("state").getBytes());
				if (taken.merge(node, 1, Integer::sum) <= 2) {
					queues.add(queue);
				}
			}
		}
		assertThat(taken).hasSize(MASTERS);
		return queues;
	}

	/** The keys of the concert, by where they are. */
	private Map<RedisClusterNode, Set<String>> keys(QueueFixture queue) {
		Map<RedisClusterNode, Set<String>> found = new HashMap<>();
		try (RedisClusterConnection cluster = this.connections.getClusterConnection()) {
			cluster.clusterCommands().clusterGetNodes().forEach((node) -> {
				Set<String> names = cluster.keys(node, queue.key("*").getBytes())
					.stream()
					.map(String::new)
					.collect(Collectors.toSet());
				if (!names.isEmpty()) {
					found.put(node, names);
				}
			});
		}
		return found;
	}

	private List<Long> cachedScripts() {
		try (RedisClusterConnection cluster = this.connections.getClusterConnection()) {
			return cluster.serverCommands()
				.info("memory")
				.entrySet()
				.stream()
				.filter((line) -> line.getKey().toString().endsWith("number_of_cached_scripts"))
				.map((line) -> Long.valueOf(line.getValue().toString()))
				.toList();
		}
	}

}
