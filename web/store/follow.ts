import { liveQuery } from 'dexie';

/**
 * Hands over what the query finds (plain data), now and after every change of what it read. Like Dexie's `liveQuery`,
 * which takes two turns of the timer before its first result; here that one comes as soon as it is read. `error` hears
 * what the query or `next` throws; a `next` that threw is told of later changes all the same. Answers how to stop.
 */
export function follow<T>(
  query: () => Promise<T>,
  { next, error }: { next: (found: T) => void; error: (fault: unknown) => void },
): () => void {
  let stop = () => {};
  let stopped = false;
  const tell = (found: T): void => {
    try {
      next(found);
    } catch (fault) {
      error(fault);
    }
  };
  const watch = (first: T | undefined): void => {
    if (stopped) return;
    // It reads once more, to learn what to watch. What has not changed meanwhile is not handed over again.
    let known = first === undefined ? undefined : JSON.stringify(first);
    const again = (found: T): void => {
      const changed = known === undefined || known !== JSON.stringify(found);
      known = undefined;
      if (changed) tell(found);
    };
    const subscription = liveQuery(query).subscribe({ next: again, error });
    stop = () => subscription.unsubscribe();
  };
  query().then(
    (found) => {
      if (!stopped) tell(found);
      watch(found);
    },
    // The live query meets the same fault, and tells of it.
    () => watch(undefined),
  );
  return () => {
    stopped = true;
    stop();
  };
}
