package app.frontrow.shared;

import java.util.Locale;

import org.springframework.stereotype.Component;

/**
 * Writes amounts for people. An amount is always a {@code long} in whole Korean won.
 */
@Component("money")
public class MoneyFormatter {

	/**
	 * Writes the amount with the currency sign and with separators.
	 * @param won whole won, may be negative
	 * @return for example {@code ₩150,000} or {@code -₩150,000}
	 */
	public String format(long won) {
		String digits = String.format(Locale.ROOT, "%,d", Math.abs(won));
		return ((won < 0) ? "-₩" : "₩") + digits;
	}

}
