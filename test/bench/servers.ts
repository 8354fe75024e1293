import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';

/** A server in a process of its own, so that measuring it does not slow it down. */
export interface BenchServer {
  url: string;
  stop(): Promise<void>;
}

export async function startProcess(kind: 'meterbook' | 'limit', database: string): Promise<BenchServer> {
  const script = fileURLToPath(new URL(`./${kind}-process.js`, import.meta.url));
  const child: ChildProcess = fork(script, [database], { stdio: ['ignore', 'inherit', 'inherit', 'ipc'] });
  const [message] = (await Promise.race([
    once(child, 'message'),
    once(child, 'exit').then(([code]) => {
      throw new Error(`the ${kind} process ended with ${code}`);
    }),
  ])) as [{ url: string }];
  return {
    url: message.url,
    async stop() {
      const ended = once(child, 'exit');
      child.kill('SIGTERM');
      await ended;
    },
  };
}
