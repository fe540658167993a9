package app.frontrow.journey;

import app.frontrow.RunningProduct;
import app.frontrow.catalogue.Catalogue;
import app.frontrow.catalogue.Programme;

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
	protected Programme programme;

	@Autowired
	protected Catalogue catalogue;

	@Autowired
	protected JdbcClient jdbc;

	/** Makes members who are logged in. */
	protected Audience audience;

	/** Reads the database, past the product. */
	protected Books books;

	@Autowired
	final void prepare(@LocalServerPort int port, JdbcClient jdbc) {
		this.audience = new Audience(jdbc, port);
		this.books = new Books(jdbc);
	}

}
