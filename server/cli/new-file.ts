import { randomBytes } from 'node:crypto';
import { open, rename, rm } from 'node:fs/promises';

/**
 * Writes a file that is not there yet, which nobody but its owner may read, and does `work`. Where the file cannot be
 * written completely there is no work, and where the work fails there is no file. Throws where the name is taken.
 */
export async function withNewFile(path: string, content: string, work: () => Promise<void>): Promise<void> {
  const partial = `${path}.${randomBytes(4).toString('hex')}.part`;
  // The name is taken first, so that no other file of that name is ever written over.
  await create(path, '', path);
  try {
    await create(partial, content, path);
    try {
      await work();
      await rename(partial, path);
    } catch (error) {
      await rm(partial, { force: true });
      throw error;
    }
  } catch (error) {
    await rm(path, { force: true });
    throw error;
  }
}

/** `named`: the path that was typed, by which failures are told. */
async function create(path: string, content: string, named: string): Promise<void> {
  try {
    const file = await open(path, 'wx', 0o600);
    try {
      await file.writeFile(content);
      await file.sync();
    } catch (error) {
      await rm(path, { force: true });
      throw error;
    } finally {
      await file.close();
    }
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code;
    if (code === 'EEXIST') throw new Error(`${named} is there already: choose another name`, { cause: error });
    throw code === undefined ? error : Object.assign(error as Error, { path: named });
  }
}
