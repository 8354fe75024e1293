/** Shows how far a long command is, on standard error: in place on a terminal, otherwise a line every few seconds and only when asked for. */
export interface Progress {
  update(done: number): void;
  /** Clears the line on a terminal. */
  end(): void;
}

const msBetween = { terminal: 100, lines: 2000 };

export function startProgress(noun: string, { force = false }: { force?: boolean | undefined } = {}): Progress {
  const { stderr } = process;
  const onTerminal = stderr.isTTY === true;
  let shownAt = 0;
  let shown = false;
  return {
    update(done) {
      if (!onTerminal && !force) return;
      const now = performance.now();
      if (shown && now - shownAt < (onTerminal ? msBetween.terminal : msBetween.lines)) return;
      shownAt = now;
      shown = true;
      stderr.write(onTerminal ? `\r${done} ${noun}\u001b[K` : `${done} ${noun}\n`);
    },
    end() {
      if (shown && onTerminal) stderr.write('\r\u001b[K');
    },
  };
}
