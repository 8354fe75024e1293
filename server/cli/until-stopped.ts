import type { RunningServer } from '../main.ts';

/** Serves until SIGTERM or SIGINT, then stops gracefully. A second signal ends the process at once. */
export async function untilStopped(server: RunningServer): Promise<void> {
  await new Promise<void>((resolve) => {
    const stop = () => resolve();
    process.once('SIGTERM', stop);
    process.once('SIGINT', stop);
  });
  await server.stop();
}
