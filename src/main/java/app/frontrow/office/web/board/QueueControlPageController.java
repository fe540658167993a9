package app.frontrow.office.web.board;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

import app.frontrow.members.Member;
import app.frontrow.shared.error.ErrorCode;
import app.frontrow.shared.error.InvalidInputException;
import app.frontrow.shared.web.page.FlashMessage;
import app.frontrow.shared.web.page.FlashMessageWriter;
import app.frontrow.shared.web.page.FormErrorMapper;
import app.frontrow.shared.web.page.PageController;
import app.frontrow.waitingroom.policy.ControlsChangedException;
import app.frontrow.waitingroom.policy.QueueControlService;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.context.MessageSource;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/**
 * The form on the board that changes the controls of the queue. If two people change them
 * at the same time, the second one is refused and sees what the first one changed.
 */
@PageController
class QueueControlPageController {

	private static final String PATH = "/office/concerts/{id}/queue";

	private final QueueControlService controls;

	private final BoardPageModel board;

	private final QueueControlPanel panel;

	private final FlashMessageWriter flashes;

	private final MessageSource messages;

	QueueControlPageController(QueueControlService controls, BoardPageModel board, QueueControlPanel panel,
			FlashMessageWriter flashes, MessageSource messages) {
		this.controls = controls;
		this.board = board;
		this.panel = panel;
		this.flashes = flashes;
		this.messages = messages;
	}

	@PostMapping(PATH)
	String steer(@PathVariable long id, @RequestParam(defaultValue = "") String capacity,
			@RequestParam(defaultValue = "") String rate, @RequestParam(defaultValue = "") String mode,
			@RequestParam(defaultValue = "") String message, @RequestParam(defaultValue = "") String seen,
			@AuthenticationPrincipal Member member, HttpServletResponse response, Locale locale, Model model,
			RedirectAttributes redirect) {
		QueueControlForm form = new QueueControlForm(capacity, rate, mode, message, seen);
		Map<String, String> faults = new LinkedHashMap<>();
		ErrorCode code = InvalidInputException.CODE;
		try {
			this.controls.change(id, form.toSeen()::equals, form.toControl());
			this.flashes.addNotice(redirect, "flash.queue-steered");
			return "redirect:/office/concerts/{id}";
		}
		catch (InvalidInputException invalid) {
			invalid.violations()
				.forEach((fault) -> faults.put(fieldOf(fault.field()),
						this.messages.getMessage("invalid." + fault.rule(), fault.arguments().toArray(), locale)));
		}
		catch (ControlsChangedException changed) {
			code = changed.code();
			form = form.afterSeeing(this.controls.getControl(id));
			model.addAttribute(FlashMessage.ATTRIBUTE, this.flashes.create(changed));
		}
		FormErrorMapper.answer(response, model, code, "/office/concerts/" + id);
		this.board.fill(id, "", member, model);
		this.panel.show(id, form, faults, model);
		return "office/board";
	}

	/** The browser comes here if a log-in or an outage interrupted the form. */
	@GetMapping(PATH)
	String redirectToBoard(@PathVariable long id) {
		return "redirect:/office/concerts/{id}";
	}

	private static String fieldOf(String name) {
		return name.equals("admissionsPerSecond") ? "rate" : name;
	}

}
