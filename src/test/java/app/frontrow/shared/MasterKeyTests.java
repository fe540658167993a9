package app.frontrow.shared;

import java.util.Base64;
import java.util.HexFormat;

import app.frontrow.rules.ProvesRule;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class MasterKeyTests {

	private static final String KEY = "dGVzdHMtb25seS10ZXN0cy1vbmx5LXRlc3RzLW9ubHktMzI=";

	@Test
	void eachPurposeHasADifferentKey() {
		MasterKey key = new MasterKey(KEY);

		assertThat(key.derive("tokens")).hasSize(32)
			.isEqualTo(new MasterKey(KEY).derive("tokens"))
			.isNotEqualTo(key.derive("lots"))
			.isNotEqualTo(Base64.getDecoder().decode(KEY));
		assertThat(key.derive("tokens")).isNotEqualTo(new MasterKey(KEY.replace('d', 'e')).derive("tokens"));
	}

	/** The pseudorandom key of test case 3 of RFC 5869, which has no info. */
	@Test
	@ProvesRule(rule = "Keys are derived as the standard says", guard = "MasterKey.derive",
			brokenBy = "leaving out the counter")
	void keysAreDerivedAsInTheStandard() {
		String random = Base64.getEncoder()
			.encodeToString(
					HexFormat.of().parseHex("19ef24a32c717b167f33a91d6f648bdf96596776afdb6377ac434c1c293ccb04"));

		assertThat(HexFormat.of().formatHex(new MasterKey(random).derive("")))
			.isEqualTo("8da4e775a563c18f715f802a063c5a31b8a11f5c5ee1879ec3454e5f3c738d2d");
	}

}
