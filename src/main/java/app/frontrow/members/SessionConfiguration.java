package app.frontrow.members;

import java.security.SecureRandom;
import java.time.Duration;
import java.util.Base64;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.data.redis.connection.RedisConnectionFactory;
import org.springframework.data.redis.core.RedisTemplate;
import org.springframework.data.redis.serializer.RedisSerializer;
import org.springframework.session.SessionRepository;
import org.springframework.session.config.annotation.web.http.EnableSpringHttpSession;
import org.springframework.session.data.redis.RedisSessionRepository;
import org.springframework.session.web.http.CookieHttpSessionIdResolver;
import org.springframework.session.web.http.DefaultCookieSerializer;
import org.springframework.session.web.http.HttpSessionIdResolver;

/**
 * Sessions in Redis, the same for every instance and for both faces: pages find theirs by
 * cookie only, the API by bearer token only.
 */
@Configuration(proxyBeanMethods = false)
@EnableSpringHttpSession
class SessionConfiguration {

	private static final int TOKEN_BYTES = 32;

	@Bean
	SessionRepository<?> sessionRepository(RedisConnectionFactory redis,
			@Value("${server.servlet.session.timeout}") Duration timeout) {
		RedisTemplate<String, Object> template = new RedisTemplate<>();
		template.setKeySerializer(RedisSerializer.string());
		template.setHashKeySerializer(RedisSerializer.string());
		template.setConnectionFactory(redis);
		template.afterPropertiesSet();
		RedisSessionRepository store = new RedisSessionRepository(template);
		store.setRedisKeyNamespace("frontrow:session");
		store.setDefaultMaxInactiveInterval(timeout);
		SecureRandom random = new SecureRandom();
		store.setSessionIdGenerator(() -> {
			byte[] id = new byte[TOKEN_BYTES];
			random.nextBytes(id);
			return Base64.getUrlEncoder().withoutPadding().encodeToString(id);
		});
		return new SparingSessions<>(store);
	}

	@Bean
	HttpSessionIdResolver httpSessionIdResolver() {
		DefaultCookieSerializer cookie = new DefaultCookieSerializer();
		cookie.setCookieName("frontrow-session");
		cookie.setUseHttpOnlyCookie(true);
		cookie.setSameSite("Lax");
		cookie.setUseBase64Encoding(false);
		CookieHttpSessionIdResolver pages = new CookieHttpSessionIdResolver();
		pages.setCookieSerializer(cookie);
		return new TwoFacedSessionIdResolver(pages);
	}

}
