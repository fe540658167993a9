package app.frontrow.office.web.board;

import java.util.List;
import java.util.Map;

import app.frontrow.office.trail.TrailEntry;
import app.frontrow.office.trail.TrailKind;
import app.frontrow.office.trail.TrailService;
import app.frontrow.shared.error.NotFoundException;
import app.frontrow.waitingroom.policy.QueueControl;
import app.frontrow.waitingroom.policy.QueueControlService;
import app.frontrow.waitingroom.policy.QueueMode;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/**
 * The part of the board for the controls of the queue: the form and the latest changes.
 */
@Component
class QueueControlPanel {

	private static final int SHOWN = 5;

	private final QueueControlService controls;

	private final TrailService trail;

	private final JsonMapper json;

	QueueControlPanel(QueueControlService controls, TrailService trail, JsonMapper json) {
		this.controls = controls;
		this.trail = trail;
		this.json = json;
	}

	/** Shows the current controls. A draft has no queue, so nothing is shown. */
	void show(long concertId, Model model) {
		try {
			show(concertId, QueueControlForm.of(this.controls.getControl(concertId)), Map.of(), model);
		}
		catch (NotFoundException draft) {
			model.addAttribute("steering", null);
		}
	}

	/**
	 * Shows a form as it was typed.
	 * @param faults texts by field
	 */
	void show(long concertId, QueueControlForm form, Map<String, String> faults, Model model) {
		model.addAttribute("steering", form);
		model.addAttribute("modes", QueueMode.values());
		model.addAttribute("faults", faults);
		model.addAttribute("steered", findLatest(concertId));
	}

	private List<QueueControlChange> findLatest(long concertId) {
		return this.trail.findLatest(TrailKind.QUEUE_STEERED, concertId, SHOWN).stream().map(this::readChange).toList();
	}

	private QueueControlChange readChange(TrailEntry entry) {
		return new QueueControlChange(entry.at(), entry.username(),
				this.json.readValue(entry.after(), QueueControl.class));
	}

}
