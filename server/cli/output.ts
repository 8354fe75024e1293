import { createWriteStream } from 'node:fs';
import { rename, rm, writeFile } from 'node:fs/promises';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';

/**
 * Where a file of an export goes: to a file, which appears when it is complete, or (undefined) to standard output. A file
 * that cannot be written is found out before `work` begins, and where `work` fails nothing of it is left.
 */
export async function withOutput(
  output: string | undefined,
  work: (write: (file: AsyncGenerator<string | Uint8Array>) => Promise<void>) => Promise<void>,
): Promise<void> {
  if (output === undefined) {
    // Whoever prints is told; without a listener it would also end the process.
    process.stdout.on('error', () => {});
    return work(printAll);
  }
  const partial = `${output}.part`;
  await naming(output, partial, () => writeFile(partial, ''));
  try {
    await work((file) =>
      naming(output, partial, async () => {
        await pipeline(Readable.from(file), createWriteStream(partial));
        await rename(partial, output);
      }),
    );
  } catch (error) {
    await rm(partial, { force: true });
    throw error;
  }
}

/** What fails with the partial file is told of the path that was typed. */
async function naming(output: string, partial: string, work: () => Promise<void>): Promise<void> {
  try {
    await work();
  } catch (error) {
    if (error instanceof Error && 'path' in error && error.path === partial) error.path = output;
    throw error;
  }
}

async function printAll(file: AsyncGenerator<string | Uint8Array>): Promise<void> {
  for await (const piece of file) await print(piece);
}

/** To standard output, when it has taken what came before. */
function print(text: string | Uint8Array): Promise<void> {
  return new Promise((resolve, reject) => {
    process.stdout.write(text, (error) => {
      if (!error) resolve();
      // A connection to the database breaks in the same words, so that this is told apart here.
      else if ((error as NodeJS.ErrnoException).code !== 'EPIPE') reject(error);
      else reject(new Error('whoever read the standard output has closed it before the end', { cause: error }));
    });
  });
}
