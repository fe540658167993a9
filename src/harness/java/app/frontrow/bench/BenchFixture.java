package app.frontrow.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

import app.frontrow.stores.Stores;

/**
 * Everything that the measurements need, made once: servers, concerts, members.
 */
final class BenchFixture implements AutoCloseable {

	/** Concerts in all: as many as the list shows. */
	private static final int CONCERTS = 8;

	private static final int SHOWS = 40;

	private static final int VIEWERS = 64;

	private static final int LOG_INS = 500;

	private final String redisUrl;

	private final ServerProcess product;

	private final ServerProcess bare;

	private final BenchDatabase database;

	private final CostMeter costs;

	private final BenchClient client;

	private final BenchMemberFactory members;

	private final WaitingCrowdFixture crowd;

	private final ViewerPool viewers;

	private final BuyerPool buyers;

	private final List<String> accounts;

	BenchFixture(BenchOptions options, Stores stores) {
		this.redisUrl = stores.redisUrl();
		this.product = BenchServerLauncher.product(options.jar(), stores);
		this.bare = BenchServerLauncher.bareEndpoint();
		this.database = new BenchDatabase(stores);
		this.client = new BenchClient(this.product.url());
		this.members = new BenchMemberFactory(this.client, this.database.jdbc());
		BenchConcertClient concerts = new BenchConcertClient(this.client, this.database.jdbc(),
				this.members.administrator());
		List<Long> ids = new ArrayList<>();
		IntStream.range(0, CONCERTS).forEach((i) -> ids.add(concerts.onSale("은하수 투어 " + (i + 1), SHOWS)));
		concerts.openWide(ids.get(1));
		concerts.openWide(ids.get(2));
		this.crowd = WaitingCrowdFixture.fill(this.client, this.members, ids.get(0));
		this.viewers = ViewerPool.letIn(this.client, this.members.loggedIn(VIEWERS), ids.get(1),
				concerts.shows(ids.get(1)).get(0));
		this.buyers = BuyerPool.of(this.client, this.members.loggedIn(options.buyers()), ids.get(2),
				concerts.shows(ids.get(2)));
		this.accounts = this.members.signedUp(LOG_INS);
		this.costs = new CostMeter(this.database, this.redisUrl, this.product);
	}

	String redisUrl() {
		return this.redisUrl;
	}

	ServerProcess product() {
		return this.product;
	}

	ServerProcess bare() {
		return this.bare;
	}

	BenchDatabase database() {
		return this.database;
	}

	CostMeter costs() {
		return this.costs;
	}

	BenchClient client() {
		return this.client;
	}

	BenchMemberFactory members() {
		return this.members;
	}

	WaitingCrowdFixture crowd() {
		return this.crowd;
	}

	ViewerPool viewers() {
		return this.viewers;
	}

	BuyerPool buyers() {
		return this.buyers;
	}

	/** Usernames of members whose log-in costs what it costs. */
	List<String> accounts() {
		return this.accounts;
	}

	@Override
	public void close() {
		this.costs.close();
		this.database.close();
		this.bare.close();
		this.product.close();
	}

}
