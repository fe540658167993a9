package app.frontrow.shared;

import java.util.Locale;

import org.springframework.stereotype.Component;

/**
 * Writes amounts for people. Money is a whole number of Korean won everywhere in
 * Frontrow: a {@code long}, never a fraction.
 */
@Component("money")
public class MoneyFormatter {

	/**
	 * The amount as people read it.
	 * @param won whole won, may be negative
	 * @return for example {@code ₩150,000} or {@code -₩150,000}
	 */
	public String format(long won) {
		String digits = String.format(Locale.ROOT, "%,d", Math.abs(won));
		return ((won < 0) ? "-₩" : "₩") + digits;
	}

}
