import type { OperationId } from '../../shared/ids.ts';
import type { AppContext } from './app-context.ts';
import type { MessageSubmitted } from './message-form.ts';
import type { Place, Support } from './support-seam.ts';

/** Saves what the form asks for; null, and the form says why, where nothing was saved. */
export async function writeMessage(
  { account, store }: AppContext,
  support: Support | null,
  { text, photos, form }: MessageSubmitted,
  place: Place,
): Promise<OperationId | null> {
  if (!account || !support) return null;
  form.busy = true;
  try {
    const answer = await support.write({ ...place, account: account.id, text, photos });
    if (!answer.saved) {
      form.refuse(answer.problems);
      return null;
    }
    form.clear();
    // Asked when there is something to keep; nothing waits for what the browser says.
    store.askPersistence().catch(reportError);
    return answer.operation;
  } finally {
    form.busy = false;
  }
}
