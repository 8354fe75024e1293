import { type Held, type HeldWork, holdQueue, type QueueNeeds } from '../exchange/hold-queue.ts';
import { Ended } from '../exchange/slices.ts';
import { say } from './say.ts';

/**
 * Does work of the exchange when no other import or undo is at work. Ctrl+C ends it: what it has entered is taken back. A
 * second one ends the process, and whoever comes next takes it back.
 */
export async function inTurn<T>(
  needs: Omit<QueueNeeds, 'signal' | 'onWait'>,
  about: HeldWork<T>,
  work: (held: Held) => Promise<T>,
): Promise<T> {
  const abort = new AbortController();
  const stop = (): void => {
    say('Stopping: what was entered is taken back …');
    abort.abort('cancelled');
  };
  const signals = ['SIGINT', 'SIGTERM'] as const;
  for (const signal of signals) process.once(signal, stop);
  try {
    const onWait = () => say('Another import or undo is at work: waiting for it …');
    return await holdQueue({ ...needs, signal: abort.signal, onWait }, about, work);
  } catch (error) {
    if (error instanceof Ended || abort.signal.aborted) throw new Error('stopped: nothing of it is left');
    throw error;
  } finally {
    for (const signal of signals) process.off(signal, stop);
  }
}
