package app.frontrow.chaos;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

import app.frontrow.journey.ApiClient.Answer;
import app.frontrow.journey.ReconciliationFixture;
import app.frontrow.stores.Stores;

import org.springframework.boot.logging.LogLevel;
import org.springframework.boot.logging.LoggingSystem;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/**
 * A run of chaos from beginning to end: members buy while the monkey rages, then all is
 * quiet, and what the members were told is held against what is.
 */
public final class ChaosRun {

	private static final int MEMBERS = 24;

	/** The last of them is cancelled during the run. */
	private static final int SHOWS_OF_FIRST_CONCERT = 3;

	private static final Duration CALM = Duration.ofSeconds(5);

	/** Who has not been answered by then never is. */
	private static final Duration SETTLE = Duration.ofMinutes(3);

	private static final int PATIENT_FROM = 5;

	private final ChaosReport figures = new ChaosReport();

	private final long seed;

	private final int minutes;

	private ChaosRun(long seed, int minutes) {
		this.seed = seed;
		this.minutes = minutes;
	}

	/**
	 * Runs it from the command line; the exit status tells whether every promise was
	 * kept.
	 * @param args minutes, and a seed if a run is to be repeated
	 */
	public static void main(String[] args) throws InterruptedException {
		int minutes = (args.length > 0) ? Integer.parseInt(args[0]) : 2;
		long seed = (args.length > 1) ? Long.parseLong(args[1]) : System.currentTimeMillis();
		System.exit(run(minutes, seed).broken().isEmpty() ? 0 : 1);
	}

	/** Runs it for some minutes and prints what it comes to. */
	static ChaosReport run(int minutes, long seed) throws InterruptedException {
		LoggingSystem.get(ChaosRun.class.getClassLoader()).setLogLevel("io.lettuce", LogLevel.ERROR);
		System.out.printf("Chaos for %d minutes, seed %d%n", minutes, seed);
		ChaosRun chaos = new ChaosRun(seed, minutes);
		try (ChaosEnvironment site = ChaosEnvironment.open()) {
			chaos.on(site);
		}
		System.out.printf("Chaos for %d minutes, seed %d:%n%s", minutes, seed, chaos.figures.report());
		return chaos.figures;
	}

	private void on(ChaosEnvironment site) throws InterruptedException {
		JdbcClient jdbc = jdbc(site.stores());
		MemberLoginClient admin = admin(site, jdbc);
		List<Long> concerts = List.of(concert(admin, SHOWS_OF_FIRST_CONCERT), concert(admin, 1), concert(admin, 1));
		List<MemberSimulator> persons = times((number) -> new MemberSimulator(
				MemberLoginClient.signUp(site, line(site, number)), line(site, -number), this.seed + number));
		List<Long> shows = shows(jdbc);
		long showToCancel = shows.remove(SHOWS_OF_FIRST_CONCERT - 1);
		StaffSimulator office = new StaffSimulator(admin, line(site, MEMBERS + 1), shows, showToCancel, this.seed);
		try (PassCounter passes = new PassCounter(site.stores().redisUrl(), this.figures)) {
			Thread watch = new Thread(() -> passes.watch(concerts));
			watch.setDaemon(true);
			watch.start();
			rage(site, persons, office, concerts);
			settle(persons);
			office.settle();
			awaitShowJobs(jdbc);
			CleanupCheck aftermath = new CleanupCheck(this.figures, jdbc, passes);
			aftermath.await(concerts, site.underWay());
			aftermath.letIn(admin, concerts);
			passes.end();
			watch.join();
		}
		persons.forEach((person) -> MemberAccountCheck.check(person, showToCancel, this.figures));
		judge(persons, office, admin, jdbc);
	}

	private void rage(ChaosEnvironment site, List<MemberSimulator> persons, StaffSimulator office, List<Long> concerts)
			throws InterruptedException {
		AtomicBoolean over = new AtomicBoolean();
		List<Thread> threads = new ArrayList<>(persons.stream().map((person) -> new Thread(() -> {
			while (!over.get()) {
				visit(() -> person.visit(concerts));
			}
		})).toList());
		threads.add(new Thread(() -> {
			while (!over.get()) {
				visit(office::visit);
			}
		}));
		threads.forEach(Thread::start);
		FaultPlan plan = new FaultPlan(this.seed, this.minutes >= PATIENT_FROM);
		FaultInjector monkey = new FaultInjector(site, plan, new RecoveryCheck(site, line(site, MEMBERS)),
				this.figures);
		monkey.rage(System.nanoTime() + Duration.ofMinutes(this.minutes).toNanos());
		FaultInjector.sleep(CALM.toMillis());
		over.set(true);
		for (Thread thread : threads) {
			thread.join();
		}
	}

	private void visit(Runnable visit) {
		try {
			visit.run();
			this.figures.count("visits");
		}
		catch (RuntimeException | AssertionError failure) {
			this.figures.broken("client failed", failure.toString());
		}
	}

	private void settle(List<MemberSimulator> persons) throws InterruptedException {
		long until = System.nanoTime() + SETTLE.toNanos();
		List<Thread> threads = persons.stream().map((person) -> new Thread(() -> person.settle(until))).toList();
		threads.forEach(Thread::start);
		for (Thread thread : threads) {
			thread.join();
		}
	}

	private void judge(List<MemberSimulator> persons, StaffSimulator office, MemberLoginClient admin, JdbcClient jdbc) {
		SeatOwnershipModel.check(persons.stream().flatMap((person) -> person.claims().stream()).toList(),
				office.exchanges(), this.figures);
		Answer report = admin.read("/api/v1/admin/reconciliation");
		if (!report.json().at("/consistent").booleanValue()) {
			this.figures.broken("not consistent", report.response().body());
		}
		try {
			new ReconciliationFixture(jdbc).audit();
		}
		catch (AssertionError difference) {
			this.figures.broken("seats, payments and ledger disagree", difference.getMessage());
		}
	}

	private static List<Long> shows(JdbcClient jdbc) {
		return new ArrayList<>(jdbc.sql("select id from shows order by id").query(Long.class).list());
	}

	/** The orders of each moved show get its date, and those of the cancelled one end. */
	private void awaitShowJobs(JdbcClient jdbc) {
		String late = "select (select count(*) from show_jobs where status = 'RUNNING') + (select count(*)"
				+ " from reservations r join shows w on w.id = r.show_id where r.status = 'CONFIRMED'"
				+ " and (w.cancelled_at is not null or r.starts_at <> w.starts_at))";
		for (int second = 0; second < SETTLE.toSeconds(); second++) {
			if (jdbc.sql(late).query(Long.class).single() == 0) {
				return;
			}
			FaultInjector.sleep(1_000);
		}
		this.figures.broken("orders that did not follow their show", "see show_jobs");
	}

	private static MemberLoginClient admin(ChaosEnvironment site, JdbcClient jdbc) {
		MemberLoginClient admin = MemberLoginClient.signUp(site, new LoadBalancedClient(site, new ChaosReport(), 0));
		jdbc.sql("insert into staff_roles (member_id, role, concert_id, granted_at)"
				+ " select id, 'OWNER', 0, utc_timestamp(6) from members where username = ?")
			.param(admin.username())
			.update();
		admin.logIn();
		return admin;
	}

	private static long concert(MemberLoginClient admin, int shows) {
		Instant first = Instant.now().truncatedTo(ChronoUnit.HOURS).plus(30, ChronoUnit.DAYS);
		List<Map<String, Object>> dates = IntStream.range(0, shows)
			.mapToObj((day) -> Map.<String, Object>of("startsAt", first.plus(day, ChronoUnit.DAYS).toString()))
			.toList();
		return admin.client()
			.post("/api/v1/concerts",
					Map.of("title", "은하수 투어", "artist", "별무리 밴드", "venue", "Frontrow Hall", "description", "A night.",
							"salesOpenAt", Instant.now().minus(1, ChronoUnit.HOURS).toString(), "shows", dates,
							"prices",
							List.of(Map.of("grade", "R", "fromSeat", 1, "toSeat", 20, "price", 120_000),
									Map.of("grade", "S", "fromSeat", 21, "toSeat", 50, "price", 90_000))))
			.expect(201)
			.number("id");
	}

	private LoadBalancedClient line(ChaosEnvironment site, long number) {
		return new LoadBalancedClient(site, this.figures, this.seed + number);
	}

	private static List<MemberSimulator> times(IntFunction<MemberSimulator> maker) {
		return IntStream.range(0, MEMBERS).mapToObj(maker).toList();
	}

	private static JdbcClient jdbc(Stores stores) {
		return JdbcClient.create(new DriverManagerDataSource(stores.jdbcUrl() + "?connectTimeout=2000",
				stores.jdbcUser(), stores.jdbcPassword()));
	}

}
