package app.frontrow.waitingroom.redis;

import app.frontrow.shared.error.NotReadyException;

/**
 * This instance knows an earlier concert than the one to which the queue belongs. A
 * restored database has given the id again. The call has changed nothing. Clients should
 * try again, because the instance soon reads the later concert.
 */
public class EarlierConcertException extends NotReadyException {

	private static final long serialVersionUID = 1L;

	public EarlierConcertException() {
		super("It belongs to a later concert with the same id than this instance knows");
	}

}
