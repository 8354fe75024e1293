import { crc32, deflateRawSync } from 'node:zlib';

export interface ZipEntry {
  /** As text in UTF-8, or as the bytes that some other program wrote. */
  name: string | Buffer;
  bytes: Buffer;
  stored?: boolean;
  /** General purpose bits; 0x800 where the name is said to be in UTF-8, 1 where the content is encrypted. */
  flags?: number;
  /** What the directory says instead of the truth. */
  claims?: { size?: number; crc?: number };
  /** Its content is that of the entry before, and not there twice. */
  over?: boolean;
}

/** A ZIP after PKWARE's APPNOTE: local headers with their content, the central directory, its end. */
export function zipFile(entries: readonly ZipEntry[]): Buffer {
  const parts: Buffer[] = [];
  const directory: Buffer[] = [];
  let offset = 0;
  let last = 0;
  for (const { name, bytes, stored = false, flags, claims = {}, over = false } of entries) {
    const rawName = Buffer.from(name);
    const content = stored ? bytes : deflateRawSync(bytes);
    const about = Buffer.alloc(26);
    about.writeUInt16LE(20, 0);
    about.writeUInt16LE(flags ?? (typeof name === 'string' ? 0x800 : 0), 2);
    about.writeUInt16LE(stored ? 0 : 8, 4);
    about.writeUInt32LE(0x5a9f_0000, 6);
    about.writeUInt32LE(claims.crc ?? crc32(bytes), 10);
    about.writeUInt32LE(content.length, 14);
    about.writeUInt32LE(claims.size ?? bytes.length, 18);
    about.writeUInt16LE(rawName.length, 22);
    const local = Buffer.concat([Buffer.from('PK\u0003\u0004'), about, rawName, content]);
    const rest = Buffer.alloc(14);
    rest.writeUInt32LE(over ? last : offset, 10);
    directory.push(Buffer.from('PK\u0001\u0002\u0014\u0000'), about, rest, rawName);
    if (over) continue;
    parts.push(local);
    last = offset;
    offset += local.length;
  }
  const central = Buffer.concat(directory);
  const end = Buffer.alloc(18);
  end.writeUInt16LE(entries.length, 4);
  end.writeUInt16LE(entries.length, 6);
  end.writeUInt32LE(central.length, 8);
  end.writeUInt32LE(offset, 12);
  return Buffer.concat([...parts, central, Buffer.from('PK\u0005\u0006'), end]);
}

/** The least that passes for a PDF; `content` tells one from the other. */
export const smallPdf = (content: string): Buffer => Buffer.from(`%PDF-1.7\n% ${content}\n%%EOF\n`);
