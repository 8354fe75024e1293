import { ReloadNeeded, StorageLost } from '../storage/storage-events.ts';
import { UpdateWaits } from './updates.ts';

/** A page on its way out loses its storage as well, and must not turn back: it is gone when this is over, in milliseconds. */
const momentMs = 1_000;

interface Page {
  /** It is shown; before that nobody can have touched it. */
  readonly isConnected: boolean;
  /** Nobody has touched it since it began. */
  readonly isFree: boolean;
  leave: () => void;
}

/**
 * The page makes way for the next one where that is better off, as long as nobody stands before it: a new version waits, or this
 * page can neither read nor write any more. To be called before anything can happen, so that nothing happens unheard.
 */
export function leaveWhenFree(page: Page, { updates, events }: { updates: EventTarget; events: EventTarget }): void {
  const leaveIfFree = () => {
    if (!page.isConnected || page.isFree) page.leave();
  };
  updates.addEventListener(UpdateWaits.type, leaveIfFree);
  events.addEventListener(ReloadNeeded.type, leaveIfFree);
  events.addEventListener(StorageLost.type, () => setTimeout(leaveIfFree, momentMs));
}
