package app.frontrow.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/**
 * Measures the steps of a purchase, holds and payments beside the same work by raw JDBC,
 * and joins beside a raw call to Redis.
 */
final class PurchaseBench {

	private static final int COST_SAMPLES = 50;

	private static final int LOG_INS = 100;

	private static final int LOG_INS_AT_A_TIME = 32;

	private final BenchOptions options;

	private final BenchFixture stage;

	private final ResultTable table;

	private final List<BenchResultLine> lines = new ArrayList<>();

	private final BenchResultLine join = line("join", "raw-redis");

	private final BenchResultLine topUp = line("top-up", null);

	private final BenchResultLine hold = line("hold", "raw-hold");

	private final BenchResultLine pay = line("pay", "raw-pay");

	private final BenchResultLine cancel = line("cancel", null);

	private final BenchResultLine holdWithKey = line("hold-with-key", "raw-hold");

	private final BenchResultLine payWithKey = line("pay-with-key", "raw-pay");

	private final BenchResultLine rawHold = line("raw-hold", null);

	private final BenchResultLine rawPay = line("raw-pay", null);

	private final BenchResultLine rawRedis = line("raw-redis", null);

	PurchaseBench(BenchOptions options, BenchFixture stage, ResultTable table) {
		this.options = options;
		this.stage = stage;
		this.table = table;
	}

	private BenchResultLine line(String name, String yardstick) {
		BenchResultLine line = new BenchResultLine(name, yardstick);
		this.lines.add(line);
		return line;
	}

	void run() {
		if (this.lines.stream().anyMatch((line) -> this.options.measures(line.name()))) {
			measurePurchases();
			this.lines.stream().filter((line) -> this.options.measures(line.name())).forEach(this.table::add);
		}
		if (this.options.measures("log-in")) {
			measureLogIns();
		}
	}

	private void measurePurchases() {
		BuyerPool buyers = this.stage.buyers();
		JdbcBaseline raw = new JdbcBaseline(this.stage.database(), this.options.buyers());
		try (RedisBaseline redis = new RedisBaseline(this.stage.redisUrl())) {
			Supplier<LoadResult> warmUp = () -> warmUp(buyers, raw);
			WarmUpRunner.reach(this.options.warmUps(), warmUp);
			redis.run();
			for (int round = 0; round < this.options.rounds(); round++) {
				round(buyers, raw, redis);
				roundWithKeys(buyers.withKeys(), raw);
			}
		}
		measureCosts(buyers.first(COST_SAMPLES));
	}

	private LoadResult warmUp(BuyerPool buyers, JdbcBaseline raw) {
		raw.hold();
		raw.pay();
		raw.reset();
		buyers.join();
		buyers.topUp();
		buyers.awaitTurns();
		buyers.hold();
		LoadResult paid = buyers.pay();
		buyers.cancel();
		return paid;
	}

	private void round(BuyerPool buyers, JdbcBaseline raw, RedisBaseline redis) {
		LoadResult script = redis.run();
		this.rawRedis.add(script);
		this.join.add(buyers.join(), script);
		this.topUp.add(buyers.topUp());
		buyers.awaitTurns();
		LoadResult rawHeld = raw.hold();
		this.rawHold.add(rawHeld);
		this.hold.add(buyers.hold(), rawHeld);
		LoadResult rawPaid = raw.pay();
		this.rawPay.add(rawPaid);
		this.pay.add(buyers.pay(), rawPaid);
		this.cancel.add(buyers.cancel());
		raw.reset();
	}

	private void roundWithKeys(BuyerPool buyers, JdbcBaseline raw) {
		buyers.join();
		buyers.topUp();
		buyers.awaitTurns();
		this.holdWithKey.add(buyers.hold(), raw.hold());
		this.payWithKey.add(buyers.pay(), raw.pay());
		buyers.cancel();
		raw.reset();
	}

	private void measureCosts(BuyerPool buyers) {
		CostMeter costs = this.stage.costs();
		this.join.cost(costs.measure(buyers.count(), buyers::join));
		this.topUp.cost(costs.measure(buyers.count(), buyers::topUp));
		buyers.awaitTurns();
		this.hold.cost(costs.measure(buyers.count(), buyers::hold));
		this.pay.cost(costs.measure(buyers.count(), buyers::pay));
		this.cancel.cost(costs.measure(buyers.count(), buyers::cancel));
		BuyerPool withKeys = buyers.withKeys();
		withKeys.join();
		withKeys.awaitTurns();
		this.holdWithKey.cost(costs.measure(buyers.count(), withKeys::hold));
		this.payWithKey.cost(costs.measure(buyers.count(), withKeys::pay));
		withKeys.cancel();
	}

	private void measureLogIns() {
		List<String> accounts = this.stage.accounts();
		LoadWorkers.Operation logIn = (i) -> this.stage.members().tryLogIn(accounts.get(i)).isSuccess();
		BenchResultLine line = new BenchResultLine("log-in", null);
		for (int round = 0; round < this.options.rounds(); round++) {
			line.add(LoadWorkers.measure(LOG_INS_AT_A_TIME, LOG_INS, logIn));
		}
		line.cost(this.stage.costs().measure(COST_SAMPLES, logIn));
		this.table.add(line);
	}

}
