package app.frontrow.shared.web.site;

import java.util.Collections;
import java.util.Map;

import org.springframework.stereotype.Component;
import org.springframework.util.StringUtils;

/**
 * Who sells, for the pages. They use it as {@code @seller}.
 */
@Component("seller")
public class SellerParticulars {

	private static final String SITE = "Frontrow";

	private final SellerSettings settings;

	private final Map<String, String> rows;

	public SellerParticulars(SellerSettings settings) {
		this.settings = settings;
		this.rows = settings.toRows();
	}

	/** Returns the name on receipts: the company, or the site if no company is set. */
	public String getName() {
		return StringUtils.hasText(this.settings.name()) ? this.settings.name() : SITE;
	}

	/** Returns the particulars that are set, in the order in which pages show them. */
	public Map<String, String> getRows() {
		return Collections.unmodifiableMap(this.rows);
	}

}
