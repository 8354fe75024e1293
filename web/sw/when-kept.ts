/** So long is waited for the worker at the most, in milliseconds: some browsers have none, and it may fail. */
const patience = 10_000;

/**
 * Resolves when the app's own files are on this device and the page is at rest, or when they will hardly come: for what is not
 * urgent, so that a first visit has the network to itself and nothing is fetched twice.
 */
export async function whenKept(): Promise<void> {
  const { serviceWorker } = navigator;
  if (!serviceWorker?.controller) {
    await Promise.race([serviceWorker?.ready, waitFor(patience)]);
    await waitFor(500);
  }
  if ('requestIdleCallback' in globalThis)
    await new Promise((resolve) => requestIdleCallback(resolve, { timeout: 1000 }));
}

const waitFor = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));
