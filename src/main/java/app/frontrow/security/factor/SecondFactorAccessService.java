package app.frontrow.security.factor;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import app.frontrow.members.Member;
import app.frontrow.shared.store.CachedDatabaseValue;

import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.authorization.AllRequiredFactorsAuthorizationManager;
import org.springframework.security.authorization.AuthorizationDecision;
import org.springframework.security.authorization.AuthorizationResult;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.authority.FactorGrantedAuthority;
import org.springframework.stereotype.Service;

/**
 * Tells whether a log-in has passed the second step. The step is an authority of the
 * log-in, so the session keeps it. It names the generation of the member's factors: after
 * a change of the factors it is worth nothing. The generations are in memory, as the
 * roles are.
 */
@Service
public class SecondFactorAccessService {

	private static final String AUTHORITY = "FACTOR_SECOND:";

	private static final Duration MAX_AGE = Duration.ofSeconds(1);

	/** Before a refusal the generations are read again, if they are older than this. */
	private static final Duration MAX_AGE_OF_REFUSAL = Duration.ofMillis(100);

	/** Nobody's factors have this generation. */
	private static final long NONE = 0;

	private final CachedDatabaseValue<Map<UUID, Long>> generations;

	private final SecondFactorSettings settings;

	private final Clock clock;

	SecondFactorAccessService(SecondFactorRepository factors, SecondFactorSettings settings, Clock clock) {
		this.generations = new CachedDatabaseValue<>("second factors", Map.of(), factors::findGenerations);
		this.settings = settings;
		this.clock = clock;
	}

	/**
	 * Decides whether the log-in has passed the second step, if the member needs it. Who
	 * has no factor needs it only if the settings say so.
	 */
	public AuthorizationResult authorize(Authentication login) {
		AuthorizationResult result = authorize(login, this.generations.get(MAX_AGE));
		return result.isGranted() ? result : authorize(login, this.generations.get(MAX_AGE_OF_REFUSAL));
	}

	/** Whether the member has a second factor. */
	public boolean isEnrolled(UUID memberId) {
		return this.generations.get(MAX_AGE_OF_REFUSAL).containsKey(memberId);
	}

	private AuthorizationResult authorize(Authentication login, Map<UUID, Long> known) {
		Long generation = known.get(Member.of(login).id());
		if (generation == null && !this.settings.required()) {
			return new AuthorizationDecision(true);
		}
		return requireFactor(login, (generation != null) ? generation : NONE);
	}

	private static AuthorizationResult requireFactor(Authentication login, long generation) {
		return AllRequiredFactorsAuthorizationManager.builder()
			.requireFactor((factor) -> factor.authority(AUTHORITY + generation))
			.build()
			.authorize(() -> login, login);
	}

	/**
	 * Requires the second step before a change of the factors.
	 * @param generation of the factors there are, from the database
	 * @throws SecondFactorRequiredException if the log-in has not passed it
	 */
	static void requireGeneration(Authentication login, long generation, boolean enrolled) {
		if (enrolled && !requireFactor(login, generation).isGranted()) {
			throw new SecondFactorRequiredException();
		}
	}

	/** The same log-in, after the second step with factors of this generation. */
	Authentication pass(Authentication login, long generation) {
		var passed = UsernamePasswordAuthenticationToken.authenticated(Member.of(login), null, List
			.of(FactorGrantedAuthority.withAuthority(AUTHORITY + generation).issuedAt(this.clock.instant()).build()));
		passed.setDetails(login.getDetails());
		return passed;
	}

	@Scheduled(fixedDelay = 500)
	void refresh() {
		this.generations.refresh();
	}

	/** Reads the generations now, for a change that this instance has committed. */
	void read() {
		this.generations.read();
	}

}
