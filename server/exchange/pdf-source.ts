/** Why a PDF is kept out, each named by its file. */
export type PdfProblem =
  | { code: 'not_a_pdf' }
  | { code: 'pdf_cut' }
  | { code: 'pdf_too_large'; most: number }
  | { code: 'file_unknown' }
  | { code: 'file_twice' };

export interface PdfFile {
  /** The bare name, composed (NFC). */
  name: string;
  /** Where it lies in its source, for whoever looks for it. */
  place: string;
  /** Good until the next file of the source is asked for. Throws FileRefused where the source itself is broken. */
  read(): Promise<{ ok: true; bytes: Buffer } | { ok: false; problem: PdfProblem }>;
}

/** PDFs that can be gone through more than once, always in the same order. */
export interface PdfSource {
  files(): AsyncIterable<PdfFile>;
}

/** A bill of some pages has less than a tenth of that. */
const mostBytes = 5 * 1024 * 1024;

export const tooLarge = { ok: false, problem: { code: 'pdf_too_large', most: mostBytes } } as const;

export const isPdfName = (name: string): boolean => /\.pdf$/i.test(name);

/** Reads to the end, or to where it is too large for a PDF, whatever anybody said of its size. */
export async function readPdf(stream: AsyncIterable<Buffer>): ReturnType<PdfFile['read']> {
  const chunks: Buffer[] = [];
  let length = 0;
  for await (const chunk of stream) {
    length += chunk.length;
    if (length > mostBytes) return tooLarge;
    chunks.push(chunk);
  }
  const bytes = Buffer.concat(chunks, length);
  const problem = problemOf(bytes);
  return problem ? { ok: false, problem } : { ok: true, bytes };
}

export const isTooLarge = (size: number): boolean => size > mostBytes;

/** ISO 32000-1 § 7.5.2 and § 7.5.5; readers look for the end in the last kilobyte. */
function problemOf(bytes: Buffer): PdfProblem | null {
  if (!bytes.subarray(0, 5).equals(begin)) return { code: 'not_a_pdf' };
  return bytes.subarray(-1024).includes('%%EOF') ? null : { code: 'pdf_cut' };
}

const begin = Buffer.from('%PDF-');

/** The English words for the command line. */
export function wordsOfPdf(problem: PdfProblem): string {
  switch (problem.code) {
    case 'not_a_pdf':
      return 'is no PDF';
    case 'pdf_cut':
      return 'is a PDF without its end (was it cut?)';
    case 'pdf_too_large':
      return `is larger than ${problem.most / 1024 / 1024} MB`;
    case 'file_unknown':
      return 'is announced by no statement (column file)';
    case 'file_twice':
      return 'is there twice, with other content: neither is taken';
  }
}
