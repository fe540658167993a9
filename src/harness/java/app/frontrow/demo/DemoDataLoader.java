package app.frontrow.demo;

import java.time.Clock;
import java.util.List;
import java.util.Optional;

import javax.sql.DataSource;

import app.frontrow.catalogue.CatalogueEditService;
import app.frontrow.catalogue.CatalogueQueryService;
import app.frontrow.catalogue.concert.Concert;
import app.frontrow.catalogue.concert.SaleStatus;
import app.frontrow.catalogue.concert.Show;
import app.frontrow.members.Member;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.context.SmartLifecycle;
import org.springframework.context.annotation.Import;
import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.datasource.init.DatabasePopulatorUtils;
import org.springframework.jdbc.datasource.init.ResourceDatabasePopulator;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Fills an empty database before the server opens its port. Each step looks at what is
 * there already, so a start that broke off in the middle is continued by the next one.
 */
@Import({ DemoMemberFactory.class, DemoSalesSimulator.class, DemoQueueSteering.class, StyleguideConfiguration.class })
class DemoDataLoader implements SmartLifecycle {

	private static final Logger log = LoggerFactory.getLogger(DemoDataLoader.class);

	private static final long MINAS_BALANCE = 500_000;

	private static final long JOONS_BALANCE = 200_000;

	/** The concert mina has tickets for, in the programme. */
	private static final int MINAS_CONCERT = 3;

	private final DemoMemberFactory members;

	private final DemoSalesSimulator sales;

	private final DemoQueueSteering waitingRooms;

	private final CatalogueEditService programme;

	private final CatalogueQueryService catalogue;

	private final DataSource database;

	private final TransactionTemplate transaction;

	private final Clock clock;

	private boolean running;

	DemoDataLoader(DemoMemberFactory members, DemoSalesSimulator sales, DemoQueueSteering waitingRooms,
			CatalogueEditService programme, CatalogueQueryService catalogue, DataSource database,
			TransactionTemplate transaction, Clock clock) {
		this.members = members;
		this.sales = sales;
		this.waitingRooms = waitingRooms;
		this.programme = programme;
		this.catalogue = catalogue;
		this.database = database;
		this.transaction = transaction;
		this.clock = clock;
	}

	@Override
	public void start() {
		this.running = true;
		if (this.members.incomplete()) {
			log.info("Preparing demo data");
			fill();
		}
	}

	private void fill() {
		List<Member> audience = this.members.audience(this.sales.audience());
		Member mina = this.members.mina();
		Member joon = this.members.joon();
		List<Concert> begun = this.catalogue.search("", SaleStatus.ON_SALE, 0, 100).items();
		this.sales.tidyUp(audience, begun);
		this.sales.tidyUp(List.of(mina, joon), begun);
		playEndedConcert(audience, mina, joon);
		DemoConcertList.CONCERTS.forEach((concert) -> this.waitingRooms.openWide(registered(concert).id()));
		this.sales.sellTo(mina, shows(DemoConcertList.CONCERTS.get(MINAS_CONCERT)).get(0), 2);
		DemoConcertList.CONCERTS.forEach((concert) -> sell(concert, audience));
		this.sales.topUp(mina, MINAS_BALANCE);
		this.sales.topUp(joon, JOONS_BALANCE);
		this.waitingRooms.followSettings();
		this.members.staff();
	}

	/** Sells its tickets while it is still to come, and then lets time have passed. */
	private void playEndedConcert(List<Member> audience, Member mina, Member joon) {
		if (registered(DemoConcertList.ENDED).status() == SaleStatus.ENDED) {
			return;
		}
		this.waitingRooms.openWide(registered(DemoConcertList.ENDED).id());
		Show show = shows(DemoConcertList.ENDED).get(0);
		this.sales.sellTo(mina, show, 2);
		this.sales.sellTo(joon, show, 1);
		sell(DemoConcertList.ENDED, audience);
		this.transaction.executeWithoutResult((status) -> DatabasePopulatorUtils
			.execute(new ResourceDatabasePopulator(new ClassPathResource("demo/into-the-past.sql")), this.database));
	}

	private Concert registered(DemoConcert concert) {
		return find(concert).orElseGet(() -> {
			this.programme.register(concert.draft(this.clock.instant()));
			return find(concert).orElseThrow();
		});
	}

	private Optional<Concert> find(DemoConcert concert) {
		return this.catalogue.search(concert.title(), null, 0, 100)
			.items()
			.stream()
			.filter((found) -> found.title().equals(concert.title()))
			.findFirst();
	}

	private List<Show> shows(DemoConcert concert) {
		return this.catalogue.findShows(registered(concert).id());
	}

	private void sell(DemoConcert concert, List<Member> audience) {
		List<Show> shows = shows(concert);
		for (int index = 0; index < shows.size(); index++) {
			int sold = concert.shows().get(index).sold();
			if (sold > 0) {
				this.sales.sell(shows.get(index), sold, audience);
			}
		}
	}

	@Override
	public void stop() {
		this.running = false;
	}

	@Override
	public boolean isRunning() {
		return this.running;
	}

	/** Before the web server, which starts among the last. */
	@Override
	public int getPhase() {
		return 0;
	}

}
