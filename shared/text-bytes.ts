/** How many bytes a text is in UTF-8 (RFC 3629); half characters count as the three bytes of their replacement. */
export function utf8Length(text: string): number {
  let bytes = 0;
  for (const sign of text) {
    const code = sign.codePointAt(0) as number;
    bytes += code < 0x80 ? 1 : code < 0x800 ? 2 : code < 0x1_0000 ? 3 : 4;
  }
  return bytes;
}

/** The text in UTF-8; half characters become the replacement character, as in every encoder (WHATWG Encoding). */
export function toUtf8(text: string): Uint8Array {
  const bytes = new Uint8Array(utf8Length(text));
  let at = 0;
  for (const sign of text) {
    const read = sign.codePointAt(0) as number;
    const code = read >= 0xd800 && read <= 0xdfff ? 0xfffd : read;
    const more = code < 0x80 ? 0 : code < 0x800 ? 1 : code < 0x1_0000 ? 2 : 3;
    // The first byte tells how many follow (RFC 3629 § 3); each of those carries six bits.
    bytes[at++] = more === 0 ? code : ((0xff00 >> (more + 1)) & 0xff) | (code >> (6 * more));
    for (let left = more - 1; left >= 0; left--) bytes[at++] = 0x80 | ((code >> (6 * left)) & 0x3f);
  }
  return bytes;
}

/** 0x80 to 0xBF of windows-1251 (WHATWG Encoding, index windows-1251); 0xC0 to 0xFF are А to я. */
const upperHalf = 'ЂЃ‚ѓ„…†‡€‰Љ‹ЊЌЋЏђ‘’“”•–—\u0098™љ›њќћџ\u00a0ЎўЈ¤Ґ¦§Ё©Є«¬\u00ad®Ї°±Ііґµ¶·ё№є»јЅѕї';

/** The text in windows-1251; null where it has a sign that is not in it. */
export function toWindows1251(text: string): Uint8Array | null {
  const bytes = new Uint8Array(text.length);
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    const upper = upperHalf.indexOf(text.charAt(at));
    if (code < 0x80) bytes[at] = code;
    else if (code >= 0x410 && code <= 0x44f) bytes[at] = code - 0x410 + 0xc0;
    else if (upper >= 0) bytes[at] = 0x80 + upper;
    else return null;
  }
  return bytes;
}
