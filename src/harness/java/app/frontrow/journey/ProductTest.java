package app.frontrow.journey;

import app.frontrow.RunningProduct;
import app.frontrow.catalogue.CatalogueEditService;
import app.frontrow.catalogue.CatalogueQueryService;
import org.junit.jupiter.api.AfterAll;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * A test of the running product over HTTP.
 */
@RunningProduct
public abstract class ProductTest {

	@LocalServerPort
	protected int port;

	@Autowired
	protected CatalogueEditService programme;

	@Autowired
	protected CatalogueQueryService catalogue;

	@Autowired
	protected JdbcClient jdbc;

	/** Makes members who are logged in. */
	protected MemberFixture audience;

	/** Reads the database, past the product. */
	protected ReconciliationFixture books;

	@Autowired
	final void prepare(@LocalServerPort int port, JdbcClient jdbc) {
		this.audience = new MemberFixture(jdbc, port);
		this.books = new ReconciliationFixture(jdbc);
	}

	/** Otherwise a class that leaves a wrong count behind makes later classes fail. */
	@AfterAll
	static void auditDatabase(@Autowired JdbcClient jdbc) {
		new ReconciliationFixture(jdbc).audit();
	}

}
