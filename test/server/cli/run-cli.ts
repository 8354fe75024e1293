import { spawn } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after } from 'node:test';
import { fileURLToPath } from 'node:url';

/** The compiled command line; this file is compiled to `dist/test/server/cli`. */
const cli = fileURLToPath(new URL('../../../server/cli.js', import.meta.url));

export interface Finished {
  code: number | null;
  stdout: string;
  stderr: string;
}

export interface CliOptions {
  env?: Readonly<Record<string, string>>;
  /** Nobody reads standard output: it is closed before anything is written to it. */
  unread?: boolean;
}

/** Only what the command needs: settings of the machine that runs the tests stay outside. */
const bareEnv = (): Record<string, string> => ({ PATH: process.env.PATH ?? '' });

/** Runs `meterbook` to its end. */
export function runCli(args: readonly string[], { env = {}, unread = false }: CliOptions = {}): Promise<Finished> {
  const child = spawn(process.execPath, [cli, ...args], { env: { ...bareEnv(), ...env } });
  const finished = { code: null, stdout: '', stderr: '' } as Finished;
  child.stdout.on('data', (data) => {
    finished.stdout += data;
  });
  child.stderr.on('data', (data) => {
    finished.stderr += data;
  });
  if (unread) child.stdout.destroy();
  child.stdin.end();
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('close', (code) => resolve({ ...finished, code }));
  });
}

/** Starts `meterbook`, waits until its output matches, and hands out the output; `stop` ends it by SIGTERM. */
export function startCli(
  args: readonly string[],
  ready: RegExp,
  { env = {} }: CliOptions = {},
): Promise<{ output: string; stop: () => Promise<number | null> }> {
  const child = spawn(process.execPath, [cli, ...args], { env: { ...bareEnv(), ...env } });
  const ended = new Promise<number | null>((resolve) => child.once('close', resolve));
  const stop = () => {
    child.kill('SIGTERM');
    return ended;
  };
  after(stop);
  let output = '';
  return new Promise((resolve, reject) => {
    const listen = (data: unknown) => {
      output += String(data);
      if (ready.test(output)) resolve({ output, stop });
    };
    child.stdout.on('data', listen);
    child.stderr.on('data', listen);
    void ended.then((code) => reject(new Error(`it ended with ${code}: ${output}`)));
  });
}

export async function temporaryFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'meterbook-cli-'));
  after(() => rm(folder, { recursive: true, force: true }));
  return folder;
}
