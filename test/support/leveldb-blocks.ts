import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

/**
 * Writes what the LevelDB tables below a browser's profile hold, inflated, into `to`, a file a table; answers how many blocks
 * there were. Their blocks are compressed by Snappy, so that a search of the files alone could miss a text.
 */
export async function inflateTables(profile: string, to: string): Promise<number> {
  const names = await readdir(profile, { recursive: true, withFileTypes: true });
  const tables = names.filter((entry) => entry.isFile() && /\.(ldb|sst)$/.test(entry.name));
  let count = 0;
  for (const [at, { parentPath, name }] of tables.entries()) {
    const blocks = blocksOf(await readFile(join(parentPath, name)));
    count += blocks.length;
    await writeFile(join(to, `${at}-${name}`), Buffer.concat(blocks));
  }
  return count;
}

const footerBytes = 48;
const magic = 0xdb4775248b80fb57n;

/** The data blocks of a table (LevelDB, doc/table_format.md), in order. */
function blocksOf(table: Buffer): Buffer[] {
  if (table.length < footerBytes || table.readBigUInt64LE(table.length - 8) !== magic) return [];
  const footer = new Reader(table, table.length - footerBytes);
  footer.varint();
  footer.varint();
  const index = blockAt(table, footer.varint(), footer.varint());
  return valuesOf(index).map((handle) => {
    const reader = new Reader(handle);
    return blockAt(table, reader.varint(), reader.varint());
  });
}

/** A byte behind the block says whether it is compressed: 1 is Snappy. */
function blockAt(table: Buffer, offset: number, size: number): Buffer {
  const block = table.subarray(offset, offset + size);
  return table[offset + size] === 1 ? unsnap(block) : block;
}

/** The values of a block: entries whose keys share beginnings, then the restarts and their number. */
function valuesOf(block: Buffer): Buffer[] {
  const end = block.length - 4 - 4 * block.readUInt32LE(block.length - 4);
  const reader = new Reader(block);
  const values: Buffer[] = [];
  while (reader.at < end) {
    reader.varint();
    const unshared = reader.varint();
    const length = reader.varint();
    reader.take(unshared);
    values.push(reader.take(length));
  }
  return values;
}

/** Snappy's raw format (google/snappy, format_description.txt). */
function unsnap(packed: Buffer): Buffer {
  const reader = new Reader(packed);
  const plain = Buffer.alloc(reader.varint());
  let at = 0;
  while (reader.at < packed.length) {
    const tag = reader.number(1);
    if ((tag & 3) === 0) {
      const short = tag >> 2;
      const literal = reader.take((short < 60 ? short : reader.number(short - 59)) + 1);
      at += literal.copy(plain, at);
      continue;
    }
    const isNear = (tag & 3) === 1;
    const length = isNear ? ((tag >> 2) & 7) + 4 : (tag >> 2) + 1;
    const back = isNear ? ((tag >> 5) << 8) | reader.number(1) : reader.number((tag & 3) === 2 ? 2 : 4);
    // Byte by byte: what is copied may reach into what is being written.
    for (let left = length; left > 0; left--, at++) plain[at] = plain[at - back] as number;
  }
  return plain;
}

class Reader {
  at: number;
  readonly #bytes: Buffer;

  constructor(bytes: Buffer, at = 0) {
    this.#bytes = bytes;
    this.at = at;
  }

  take(length: number): Buffer {
    this.at += length;
    return this.#bytes.subarray(this.at - length, this.at);
  }

  /** Little-endian. */
  number(bytes: number): number {
    return this.take(bytes).readUIntLE(0, bytes);
  }

  varint(): number {
    let value = 0;
    for (let factor = 1; ; factor *= 128) {
      const byte = this.number(1);
      value += (byte & 0x7f) * factor;
      if (byte < 0x80) return value;
    }
  }
}
