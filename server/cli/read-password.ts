import { createInterface, type Interface } from 'node:readline/promises';
import { Writable } from 'node:stream';

/** Where a person types and reads; the process's own input and standard error. */
export interface Terminal {
  input: NodeJS.ReadableStream;
  output: NodeJS.WritableStream;
}

/**
 * Asks for a new password without an echo, twice so that a slip is noticed. An empty one means none: null. Throws where
 * the two differ, and where the person gives up (Ctrl-C, Ctrl-D).
 */
export async function askPassword(terminal: Terminal): Promise<string | null> {
  const lines = openLines(terminal.input, true);
  try {
    const password = await ask(lines, terminal, 'Password (empty: none for now): ');
    if (password === '') return null;
    if ((await ask(lines, terminal, 'The same again: ')) !== password) throw new Error('the two passwords differ');
    return password;
  } finally {
    lines.close();
  }
}

/** The password of a command: the first line of standard input, or as it is typed on a terminal; null where there is neither. */
export async function takePassword(fromStdin: boolean): Promise<string | null> {
  const { stdin: input, stderr: output } = process;
  if (fromStdin) return readPassword(input);
  return input.isTTY === true ? askPassword({ input, output }) : null;
}

/** The first line of the input. Throws where there is none. */
export async function readPassword(input: NodeJS.ReadableStream): Promise<string> {
  const lines = openLines(input, false);
  try {
    for await (const line of lines) return line;
    throw new Error('no password came on standard input');
  } finally {
    lines.close();
  }
}

/** Reads lines; on a terminal it is readline that echoes, and here it echoes into nothing. */
function openLines(input: NodeJS.ReadableStream, terminal: boolean): Interface {
  const nowhere = new Writable({ write: (_chunk, _encoding, done) => done() });
  return createInterface({ input, output: nowhere, terminal, historySize: 0 });
}

function ask(lines: Interface, { output }: Terminal, prompt: string): Promise<string> {
  return new Promise((resolve, reject) => {
    // Without it a question that nobody answers any more would stay open for ever.
    const giveUp = () => {
      output.write('\n');
      reject(new Error('no password was typed'));
    };
    lines.once('close', giveUp);
    lines.question('').then((typed) => {
      lines.off('close', giveUp);
      output.write('\n');
      resolve(typed);
    }, reject);
    output.write(prompt);
  });
}
