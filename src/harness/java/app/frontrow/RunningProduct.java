package app.frontrow;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

import app.frontrow.stores.OnRealStores;

import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.test.context.TestPropertySource;

/**
 * A test against the whole product on real stores, listening on a port of its own. All
 * such tests share one start unless they set properties of their own. They all come from
 * one address, so there is next to no limit to what may come from it.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Documented
@OnRealStores
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
@TestPropertySource(properties = { "frontrow.token-key=" + RunningProduct.TOKEN_KEY,
		"frontrow.limits.failed-log-ins=1000000", "frontrow.limits.sign-ups=1000000", "frontrow.limits.actions=1000000",
		"frontrow.limits.searches=1000000", "frontrow.second-factor.required=false", "frontrow.webhooks.loopback=true",
		"frontrow.webhooks.retry-after=3s", "frontrow.webhooks.timeout=2s" })
public @interface RunningProduct {

	/** The key of the tests, so that every instance of a test signs alike. */
	String TOKEN_KEY = "dGVzdHMtb25seS10ZXN0cy1vbmx5LXRlc3RzLW9ubHktMzI=";

}
