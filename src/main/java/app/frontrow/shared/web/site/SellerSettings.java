package app.frontrow.shared.web.site;

import java.util.LinkedHashMap;
import java.util.Map;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.util.StringUtils;

/**
 * Who sells, as Korean law wants it on every page of a shop. Everything may be missing.
 *
 * @param name the company, also on receipts
 * @param representative the person who represents the company
 * @param businessNumber the business registration number
 * @param mailOrderNumber the mail-order registration number
 * @param address where the company is
 * @param phone for questions of customers
 * @param email for questions of customers
 * @param hosting who runs the servers
 */
@ConfigurationProperties("frontrow.seller")
public record SellerSettings(String name, String representative, String businessNumber, String mailOrderNumber,
		String address, String phone, String email, String hosting) {

	/** Returns the particulars that are set, by the names of their labels. */
	Map<String, String> toRows() {
		Map<String, String> rows = new LinkedHashMap<>();
		put(rows, "name", this.name);
		put(rows, "representative", this.representative);
		put(rows, "business-number", this.businessNumber);
		put(rows, "mail-order-number", this.mailOrderNumber);
		put(rows, "address", this.address);
		put(rows, "phone", this.phone);
		put(rows, "email", this.email);
		put(rows, "hosting", this.hosting);
		return rows;
	}

	private static void put(Map<String, String> rows, String name, String value) {
		if (StringUtils.hasText(value)) {
			rows.put(name, value.strip());
		}
	}

}
