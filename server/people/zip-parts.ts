import { promisify } from 'node:util';
import { crc32, deflateRaw } from 'node:zlib';

export interface ZipPart {
  name: string;
  bytes: Uint8Array;
  /** Pictures are compressed already. */
  stored?: boolean;
}

const deflate = promisify(deflateRaw);

/** General purpose bit 11: the name is in UTF-8. */
const utf8 = 0x800;
/** The first day that the format knows: when a file was made says the index. */
const dosTime = 0x0021_0000;

/**
 * A ZIP after PKWARE's APPNOTE 6.3, part after part as they come: only one of them is in memory at a time. Fewer than 65,535
 * parts and 4 GB.
 */
export async function* zipParts(parts: AsyncIterable<ZipPart>): AsyncGenerator<Buffer> {
  const directory: Buffer[] = [];
  let offset = 0;
  let count = 0;
  for await (const { name, bytes, stored = false } of parts) {
    const rawName = Buffer.from(name);
    const content = stored ? Buffer.from(bytes) : await deflate(bytes);
    const about = Buffer.alloc(26);
    about.writeUInt16LE(20, 0);
    about.writeUInt16LE(utf8, 2);
    about.writeUInt16LE(stored ? 0 : 8, 4);
    about.writeUInt32LE(dosTime, 6);
    about.writeUInt32LE(crc32(bytes), 10);
    about.writeUInt32LE(content.length, 14);
    about.writeUInt32LE(bytes.length, 18);
    about.writeUInt16LE(rawName.length, 22);
    const rest = Buffer.alloc(14);
    rest.writeUInt32LE(offset, 10);
    directory.push(Buffer.concat([Buffer.from('PK\u0001\u0002\u0014\u0000'), about, rest, rawName]));
    const local = Buffer.concat([Buffer.from('PK\u0003\u0004'), about, rawName, content]);
    offset += local.length;
    count++;
    yield local;
  }
  const central = Buffer.concat(directory);
  const end = Buffer.alloc(18);
  end.writeUInt16LE(count, 4);
  end.writeUInt16LE(count, 6);
  end.writeUInt32LE(central.length, 8);
  end.writeUInt32LE(offset, 12);
  yield Buffer.concat([central, Buffer.from('PK\u0005\u0006'), end]);
}
