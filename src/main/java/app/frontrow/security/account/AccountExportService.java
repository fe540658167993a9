package app.frontrow.security.account;

import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import app.frontrow.members.Member;
import app.frontrow.members.MemberView;
import app.frontrow.members.data.MemberDataHolder;
import app.frontrow.security.session.MemberSessionService;
import app.frontrow.shared.limit.ActionRateLimiter;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Service;

/**
 * Everything that is kept of a member, for the member.
 */
@Service
public class AccountExportService {

	private final List<MemberDataHolder> holders;

	private final MemberSessionService sessions;

	private final RecoveryCodeService codes;

	private final ActionRateLimiter limit;

	private final Clock clock;

	AccountExportService(ObjectProvider<MemberDataHolder> holders, MemberSessionService sessions,
			RecoveryCodeService codes, ActionRateLimiter limit, Clock clock) {
		this.holders = holders.orderedStream().toList();
		this.sessions = sessions;
		this.codes = codes;
		this.limit = limit;
		this.clock = clock;
	}

	/**
	 * Returns the parts by name, as values that become JSON.
	 * @throws app.frontrow.shared.error.TooManyRequestsException if the member asks too
	 * often
	 */
	public Map<String, Object> export(Member member) {
		this.limit.check("export", member.id());
		Map<String, Object> all = new LinkedHashMap<>();
		all.put("exportedAt", this.clock.instant());
		all.put("account", MemberView.of(member));
		all.put("logIns", this.sessions.findByMember(member.id()));
		all.put("recoveryCodesLeft", this.codes.count(member.id()));
		this.holders.forEach((holder) -> all.put(holder.name(), holder.export(member.id())));
		return all;
	}

}
